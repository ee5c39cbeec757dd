package dev.talentpipeline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every type of problem that the services answer is on its page, and no other. */
class ProblemsPageTest {

    private static final Path CHECKOUT =
            Files.isDirectory(Path.of("docs")) ? Path.of("") : Path.of("..").normalize();
    private static final List<String> SERVICES = List.of(
            "web-kit",
            "service-kit",
            "internship-service",
            "matching-service",
            "notification-service",
            "monitoring-service",
            "console");

    private static final Pattern SAYS_NO = Pattern.compile("Refusal|Problem|Fault\\(");
    private static final Pattern KEBAB = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Pattern PLAIN_WORD = Pattern.compile(
            "(?:Problem\\s*\\.of|Conflict|Unprocessable|TooOften|Fault)\\(\\s*(?:[\\w.]+,\\s*)?\"([a-z]+)\"");
    private static final Pattern REASON = Pattern.compile("(?m)^ +([A-Z_]+)\\(Kind\\.");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    /** What the framework's own refusals are called, by their status. */
    private static final Set<String> BY_STATUS =
            Set.of("bad-request", "method-not-allowed", "not-acceptable", "unsupported-media-type");

    /** Other words in kebab case, beside problems. */
    private static final Set<String> NO_TYPES = Set.of(
            "no-store",
            "talent-pipeline",
            "auto-generated",
            "x-examples",
            "x-internal",
            "import-vocabularies",
            "internship-service",
            "notification-service",
            "offer-expired");

    @Test
    void thePageHasEveryTypeAndNoOther() throws IOException {
        Set<String> answered = new TreeSet<>(BY_STATUS);
        for (String service : SERVICES) {
            try (Stream<Path> sources = Files.walk(CHECKOUT.resolve(service).resolve("src/main/java"))) {
                for (Path source : sources.filter(ProblemsPageTest::isJava).toList()) {
                    answered.addAll(types(Files.readString(source)));
                }
            }
        }
        answered.removeAll(NO_TYPES);

        assertThat(found(ROW, Files.readString(CHECKOUT.resolve("docs/problems.md"))))
                .containsExactlyInAnyOrderElementsOf(answered);
        assertThat(answered).hasSizeGreaterThan(80);
    }

    private static Set<String> types(String source) {
        if (!SAYS_NO.matcher(source).find()) {
            return Set.of();
        }
        Set<String> types = found(KEBAB, source);
        types.addAll(found(PLAIN_WORD, source));
        for (String reason : found(REASON, source)) {
            types.add(reason.toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return types;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isJava(Path path) {
        return path.toString().endsWith(".java");
    }
}
