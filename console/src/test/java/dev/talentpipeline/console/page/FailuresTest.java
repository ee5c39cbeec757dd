package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.page.Failures.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class FailuresTest {

    private static final Path CODEC = Path.of("../schemas/src/main/java");
    private static final Path FACTS = Path.of("../matching-service/src/main/java/dev/talentpipeline/matching/market");

    private static final List<Path> READERS = List.of(
            CODEC,
            Path.of("../service-kit/src/main/java"),
            Path.of("../internship-service/src/main/java"),
            Path.of("../matching-service/src/main/java"),
            Path.of("../notification-service/src/main/java"));

    /** How the codec begins what it says of a record that it cannot read. */
    private static final String UNREADABLE = "record on {0} with schema id (…) must be readable, but ";

    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\n]+)\"");

    private static final Pattern THROWN =
            Pattern.compile("(?:UnreadableEvent|UnappliableEvent|UnknownProposal)Exception\\(\\s*\"([^\"\\n]+)\"");

    private static final Pattern OF_THE_BODY = Pattern.compile("(?:unreadable|message)\\([^\";{}]*\"([^\"\\n]+)\"");

    private static final Pattern OF_THE_FACTS = Pattern.compile("require\\([^\";]*\"([^\"\\n]+)\"");

    private final Failures failures = new Failures(messages());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    record of 8 bytes on notices must start with a zero byte and a schema id of 4 bytes. Maybe it was written without the registry's framing. | 主题 notices 的消息（8 字节）应以一个零字节和 4 字节的结构编号开头。可能写入时没有使用注册中心的格式。
                    record of 2000000 bytes on imports must start with a zero byte and a schema id of 4 bytes. Maybe it was written without the registry's framing. | 主题 imports 的消息（2000000 字节）应以一个零字节和 4 字节的结构编号开头。可能写入时没有使用注册中心的格式。
                    record on offers with schema id (…) must be readable, but the event is a Cutoff, not a Offer. | 主题 offers 的消息类型是 Cutoff，应为 Offer。
                    proposalId (…) must be a UUID. | proposalId 应为 UUID。
                    subject (…) of a notice that an offer was made must be a UUID. | 录用意向通知的对象编号应为 UUID。
                    """)
    void aReasonIsSaidInChineseAndWhatTheReaderSaidIsKept(String english, String chinese) {
        assertThat(failures.said(english, "zh")).isEqualTo(new Said(chinese, null, english));
        assertThat(failures.said(english, "en")).isEqualTo(new Said(english, null, null));
    }

    @Test
    void aReasonThatNobodyKnowsStaysAndIsMarkedAsEnglish() {
        assertThat(failures.said("The moon must be full.", "zh"))
                .isEqualTo(new Said("The moon must be full.", "en", null));
    }

    @Test
    void whatIsSaidInChineseIsWhatReadersSay() {
        List<String> written = LITERAL.matcher(WrittenCode.below(READERS))
                .results()
                .map(found -> withoutValues(found.group(1)))
                .toList();

        assertThat(english().values())
                .hasSizeGreaterThan(20)
                .map(Object::toString)
                .filteredOn(sentence -> !isWritten(sentence, written)
                        && !(sentence.startsWith(UNREADABLE)
                                && isWritten(sentence.substring(UNREADABLE.length(), sentence.length() - 1), written)))
                .isEmpty();
    }

    /** A place of the sentence may hold a value or a word. */
    private static boolean isWritten(String sentence, List<String> written) {
        Pattern pattern = Pattern.compile(
                Stream.of(sentence.split("\\{\\d}", -1)).map(Pattern::quote).collect(Collectors.joining(".+")));
        return written.stream().anyMatch(literal -> pattern.matcher(literal).matches());
    }

    @Test
    void everyReasonOfAReaderIsKnown() {
        List<String> reasons = Stream.of(
                        found(THROWN, READERS).stream(),
                        found(OF_THE_FACTS, List.of(FACTS)).stream(),
                        found(OF_THE_BODY, List.of(CODEC)).stream()
                                .filter(why -> !why.contains("must be"))
                                .map(why -> UNREADABLE + why + "."))
                .flatMap(each -> each)
                .distinct()
                .toList();

        assertThat(reasons).hasSizeGreaterThan(20);
        assertThat(reasons)
                .filteredOn(reason -> failures.said(withoutValues(reason).replace("{}", "7"), "zh")
                                .lang()
                        != null)
                .isEmpty();
    }

    private static List<String> found(Pattern pattern, List<Path> folders) {
        return pattern.matcher(WrittenCode.below(folders))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** As monitoring-service keeps it: what stands in brackets may be anybody's. */
    private static String withoutValues(String sentence) {
        return sentence.replaceAll("\\([^)]*\\)", "(…)");
    }

    private static Properties english() {
        try (InputStream in =
                Objects.requireNonNull(FailuresTest.class.getResourceAsStream("/messages/failures.properties"))) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/failures");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
