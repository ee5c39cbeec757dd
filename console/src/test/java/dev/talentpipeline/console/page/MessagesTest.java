package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.identity.Refusal;
import dev.talentpipeline.console.identity.trail.Act;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final List<String> DESKS = List.of(
            "common",
            "university",
            "company",
            "student",
            "operations",
            "programme",
            "imports",
            "placement",
            "problems",
            "remedies",
            "failures");

    /** A message with all of its key in the template; those that are put together of a prefix and a state are not found. */
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z.0-9_-]+)[}(]");

    private static final Pattern COMMENT = Pattern.compile("<!--/\\*.*?\\*/-->", Pattern.DOTALL);

    private static final Pattern FLASH = Pattern.compile(
            "addFlashAttribute\\(\"flash(?:Bad)?\", \"([^\"]+)\"\\)|new Place\\(\"[^\"]+\", \"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "common",
                "university",
                "company",
                "student",
                "operations",
                "programme",
                "imports",
                "placement",
                "problems",
                "remedies",
                "failures"
            })
    void bothLanguagesSayTheSameThings(String desk) {
        assertThat(bundle(desk + "_zh.properties").stringPropertyNames())
                .isEqualTo(bundle(desk + ".properties").stringPropertyNames());
    }

    @Test
    void noKeyIsInTwoBundles() {
        assertThat(DESKS.stream().flatMap(desk -> bundle(desk + ".properties").stringPropertyNames().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyBundleIsConfigured() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/application.yml")))
                .contains(DESKS.stream().map(desk -> "messages/" + desk).collect(Collectors.joining(",")));
    }

    @Test
    void whateverATemplateSaysIsInTheMessages() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Matcher matcher =
                        KEY.matcher(COMMENT.matcher(Files.readString(template)).replaceAll(""));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }

        assertThat(used).hasSizeGreaterThan(50);
        assertThat(said()).containsAll(used);
    }

    @Test
    void whateverTheCodeSaysIsInTheMessages() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> classes = Files.walk(Path.of("src/main/java"))) {
            for (Path each : classes.filter(Files::isRegularFile).toList()) {
                Matcher matcher = FLASH.matcher(Files.readString(each));
                while (matcher.find()) {
                    used.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
                }
            }
        }

        assertThat(used).hasSizeGreaterThan(3);
        assertThat(said()).containsAll(used);
    }

    @Test
    void everyRefusalAndEveryActHasItsSentence() {
        assertThat(said())
                .containsAll(Stream.of(Refusal.Reason.values())
                        .map(reason -> "refused." + reason.type())
                        .toList())
                .containsAll(
                        Stream.of(Act.values()).map(act -> "trail.act." + act).toList());
    }

    /** What only programs meet: pages send what the API takes, and their sessions and keys are right. */
    private static final Set<String> OF_PROGRAMS = Set.of(
            "unknown-parameter",
            "unknown-field",
            "version-not-checked",
            "malformed-idempotency-key",
            "malformed-url",
            "bad-request",
            "unauthenticated",
            "csrf-token-missing",
            "unknown-path",
            "method-not-allowed",
            "not-acceptable",
            "unreadable-answer",
            "account-provisioned",
            "schools-differ",
            "too-many-webhooks",
            "webhook-disabled");

    @Test
    void whateverAServiceRefusesHasItsSentence() throws IOException {
        Pattern row = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| \\d");
        Set<String> types = row.matcher(Files.readString(Path.of("../docs/problems.md")))
                .results()
                .map(found -> found.group(1))
                .filter(type -> !OF_PROGRAMS.contains(type))
                .map(type -> "problem." + type)
                .collect(Collectors.toSet());

        assertThat(types).hasSizeGreaterThan(80);
        assertThat(said()).containsAll(types);
    }

    /** The words that code and pages have for the same thing differ; one for what the programmes call a placement is not on pages. */
    @Test
    void pagesSayInternshipRecordAndMatchProposal() {
        assertThat(DESKS.stream()
                        .flatMap(desk -> bundle(desk + ".properties").entrySet().stream())
                        .map(message -> message.getKey() + " = " + message.getValue())
                        .filter(message -> message.matches("(?is)[^=]*=.*(placement|without proposal).*")))
                .isEmpty();
    }

    private static Set<String> said() {
        return DESKS.stream()
                .flatMap(desk -> bundle(desk + ".properties").stringPropertyNames().stream())
                .collect(Collectors.toSet());
    }

    private static Properties bundle(String name) {
        try (InputStream in = Objects.requireNonNull(MessagesTest.class.getResourceAsStream("/messages/" + name))) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
