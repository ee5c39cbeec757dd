package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.page.Remedies.Said;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class RemediesTest {

    private static final List<Path> SERVICES = List.of(
            Path.of("../internship-service/src/main/java"),
            Path.of("../matching-service/src/main/java"),
            Path.of("../monitoring-service/src/main/java"),
            Path.of("../notification-service/src/main/java"),
            Path.of("../service-kit/src/main/java"),
            Path.of("../web-kit/src/main/java"),
            Path.of("src/main/java"));

    /** What the documents of the API say about fields; nobody is answered by it. */
    private static final Pattern DESCRIBED = Pattern.compile("(?:description|summary|example|title) = \\s*\"[^\"]*\"");

    /** A sentence that asks somebody for something: so they begin. */
    private static final Pattern ASKED =
            Pattern.compile("\"((?:Ask|Call|Cancel|Change|Choose|Close|Confirm|End|Enter|Follow"
                    + "|Format|Give|Invite|Keep|Leave|List|Look|Make|Mend|Name|Open|Post|Put|Read|Remove|Rename|Repeat|Replace"
                    + "|Say|Select|Send|Set|Shorten|Sign|Split|Start|Take|Teach|Try|Turn|Upload|Use|Wait|Withdraw|Write|GET|PUT) "
                    + "[^\"\\n]*\\.)\"");

    private final Remedies remedies = new Remedies(messages());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Give a whole number from 1 to 60.             | 请填写 1 至 60 之间的整数。
                    Give one of ASSOCIATE, BACHELOR, MASTER.      | 可选值：ASSOCIATE、BACHELOR、MASTER。
                    Give one of A, B. Maybe another kind is meant. | 可选值：A、B。请确认去向类别是否正确。
                    “男性优先”: Take it out, and say instead what the work needs: skills, degree, major, dates. | “男性优先”：请删去，改为写明工作所需的技能、学历、专业或时间。
                    “押金”: Take it out: whoever applies is not to pay for training, clothes or a deposit. | “押金”：请删去。不得向应聘者收取培训费、服装费、押金等任何费用。
                    """)
    void whatAServiceSaysIsSaidInChinese(String english, String chinese) {
        assertThat(remedies.said(english, "zh")).isEqualTo(new Said(chinese, null));
        assertThat(remedies.said(english, "en")).isEqualTo(new Said(english, null));
    }

    @Test
    void aFieldOfTheApiIsCalledAsThePageCallsIt() {
        assertThat(remedies.said("Give a date on or after availableFrom (2027-03-01).", "en")
                        .text())
                .isEqualTo("Give a date on or after “Available from” (2027-03-01).");
        assertThat(remedies.said("Send iPhones.", "en").text()).isEqualTo("Send iPhones.");
    }

    @Test
    void aSentenceThatNobodyKnowsStaysAndIsMarkedAsEnglish() {
        assertThat(remedies.said("Give it a try.", "zh")).isEqualTo(new Said("Give it a try.", "en"));
    }

    @Test
    void whatIsSaidInChineseIsWhatTheServicesSay() {
        String said = WrittenCode.below(SERVICES);

        Properties english = english();
        assertThat(english).hasSizeGreaterThan(100);
        assertThat(english.stringPropertyNames())
                .filteredOn(key -> !said.contains(english.getProperty(key)
                        .replaceAll("\\{\\d}", "{}")
                        .replace("“{}”: ", "")
                        .replace("\"", "″")))
                .isEmpty();
    }

    @Test
    void everythingThatAServiceAsksForIsKnown() {
        List<String> asked = ASKED.matcher(
                        DESCRIBED.matcher(WrittenCode.below(SERVICES)).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(asked)
                .filteredOn(sentence ->
                        remedies.said(sentence.replace("{}", "7").replace("″", "\""), "zh")
                                        .lang()
                                != null)
                .isEmpty();
    }

    private static Properties english() {
        try (InputStream in =
                Objects.requireNonNull(RemediesTest.class.getResourceAsStream("/messages/remedies.properties"))) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/remedies", "messages/imports");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
