package dev.talentpipeline.acceptance.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the pages about operating name is there: pages, addresses, commands, settings, metrics and alerts. */
class RunbookTest {

    private static final Pattern API_PATH = Pattern.compile("/api/v1/[\\w{}/.-]+");
    private static final Pattern COMMAND = Pattern.compile("\\./pipeline ([a-z]+)(?: ([a-z-]+))?.*");
    private static final Pattern SETTING = Pattern.compile("talentpipeline\\.[a-z-]+(?:\\.[a-z-]+)+");
    private static final Pattern METRIC = Pattern.compile("talentpipeline_[a-z_]+");
    private static final Set<String> OF_ONE_PROCESS = Set.of("logs", "restart", "kill");
    private static final Set<String> PROCESSES = Set.of(
            "console",
            "internship-service",
            "matching-service",
            "notification-service",
            "monitoring-service",
            "kafka",
            "postgres",
            "registry",
            "mail");

    private final List<DocumentPage> pages = DocumentPage.ofOperations();

    @Test
    void everyLinkAndPictureLeadsSomewhere() throws IOException {
        try (Stream<Path> files = Files.walk(Checkout.ROOT.resolve("docs"))) {
            assertThat(Stream.concat(
                                    Stream.of("README.md", "CONTRIBUTING.md").map(Checkout.ROOT::resolve),
                                    files.filter(file -> file.toString().endsWith(".md")))
                            .toList())
                    .hasSizeGreaterThan(50)
                    .allSatisfy(file -> assertThat(DocumentPage.of(file).deadEnds())
                            .as(file.toString())
                            .isEmpty());
        }
    }

    @Test
    void everyPageOfASymptomSaysWhatIsSeenWhatToDoAndWhenItIsOver() {
        assertThat(symptoms())
                .hasSizeGreaterThan(15)
                .filteredOn(page -> !page.file().endsWith("stop-what-runs.md"))
                .allSatisfy(page -> assertThat(page.text())
                        .as(page.file().toString())
                        .contains("**You see**", "**Do**", "**It is over when**")
                        .containsPattern("\\*\\*It means"));
        String overview = pages.getFirst().text();
        assertThat(symptoms())
                .allSatisfy(page -> assertThat(overview)
                        .contains("(operations/" + page.file().getFileName() + ")"));
    }

    @Test
    void everyAlertIsOnItsPageAndInTheOverview() {
        String overview = pages.getFirst().text();
        for (AlertRule rule : AlertRule.all()) {
            String runbook = rule.annotations().get("runbook_url");
            DocumentPage page = symptoms().stream()
                    .filter(symptom -> runbook.endsWith("/" + symptom.file().getFileName()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(rule.name() + " has no page"));
            assertThat(page.code()).as(page.file().toString()).contains(rule.name());
            assertThat(overview).contains("`" + rule.name() + "`");
        }
    }

    @Test
    void everyPageOfTheConsoleThatIsNamedIsThere() {
        List<Pattern> there = ConsolePages.all();
        List<String> named = code().filter(code ->
                        code.startsWith("/operations") || code.startsWith("/programmes") || code.equals("/accounts"))
                .toList();
        assertThat(named)
                .hasSizeGreaterThan(20)
                .allMatch(path ->
                        there.stream().anyMatch(pattern -> pattern.matcher(path).matches()));
    }

    @Test
    void everyCallThatIsNamedIsInTheApi() {
        Set<String> there = Checkout.files(Checkout.ROOT.resolve("docs/openapi"), ".json").stream()
                .flatMap(
                        file -> JsonMapper.shared().readTree(Checkout.read(file)).get("paths").propertyNames().stream())
                .map(RunbookTest::withoutNames)
                .collect(Collectors.toSet());
        List<String> named = code().flatMap(
                        code -> API_PATH.matcher(code).results().map(path -> path.group()))
                .toList();
        assertThat(named)
                .hasSizeGreaterThan(10)
                .allMatch(path -> there.stream().anyMatch(call -> fits(call, withoutNames(path))));
    }

    @Test
    void everyCommandThatIsNamedIsOneOfTheLauncher() {
        String launcher = Checkout.read(Checkout.ROOT.resolve(
                "local-stack/src/main/java/dev/talentpipeline/stack/supervisor/PipelineCommand.java"));
        List<Matcher> commands =
                code().map(COMMAND::matcher).filter(Matcher::matches).toList();
        assertThat(commands).hasSizeGreaterThan(20).allSatisfy(command -> {
            assertThat(launcher).contains("case \"" + command.group(1) + "\"");
            if (OF_ONE_PROCESS.contains(command.group(1)) && command.group(2) != null) {
                assertThat(PROCESSES).contains(command.group(2));
            }
        });
    }

    @Test
    void everySettingAndMetricThatIsNamedIsThere() throws IOException {
        String sources = sources();
        assertThat(code().flatMap(code -> SETTING.matcher(code).results().map(setting -> setting.group())))
                .hasSizeGreaterThan(10)
                .allMatch(setting -> isRead(setting, sources));
        Set<String> metrics = new MetricsPage(Checkout.read(Checkout.METRICS_PAGE)).names();
        assertThat(code().flatMap(code -> METRIC.matcher(code).results().map(metric -> metric.group())))
                .hasSizeGreaterThan(10)
                .allMatch(metrics::contains);
    }

    private List<DocumentPage> symptoms() {
        return pages.subList(2, pages.size());
    }

    private Stream<String> code() {
        return pages.stream().flatMap(page -> page.code().stream());
    }

    private static String withoutNames(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    /** A call of the documents, or one of its parents: the pages name some by their beginning. */
    private static boolean fits(String call, String path) {
        return call.equals(path)
                || Pattern.matches(
                        Stream.of(call.split("\\{}", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+")),
                        path);
    }

    /** By its whole name, or as a component of settings that are read together. */
    private static boolean isRead(String setting, String sources) {
        int dot = setting.lastIndexOf('.');
        String component = Pattern.compile("-([a-z])")
                .matcher(setting.substring(dot + 1))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        return sources.contains("${" + setting + ":")
                || sources.contains("${" + setting + "}")
                || (sources.contains("@ConfigurationProperties(\"" + setting.substring(0, dot) + "\")")
                        && Pattern.compile("\\b" + component + "\\b")
                                .matcher(sources)
                                .find());
    }

    private static String sources() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path module : Checkout.modules()) {
            try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> sources.append(Checkout.read(file)));
            }
        }
        return sources.toString();
    }
}
