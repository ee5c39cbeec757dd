package dev.talentpipeline.acceptance.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules and dashboards ask for metrics that the page of metrics has, and every alert says what an alert has to say. */
class InstrumentFilesTest {

    /** Prometheus itself keeps it of each target. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static final Pattern PART_OF_A_FAMILY = Pattern.compile("_(bucket|count|sum)$");
    private static final Pattern RUNBOOK = Pattern.compile("\\{\\{ \\$externalLabels\\.runbooks }}/([a-z-]+\\.md)");
    private static final List<String> SERVICES =
            List.of("console", "internship-service", "matching-service", "monitoring-service", "notification-service");

    private final Set<String> known = new MetricsPage(Checkout.read(Checkout.METRICS_PAGE)).names();
    private final List<AlertRule> rules = AlertRule.all();

    @Test
    void alertsAskForMetricsThatThePageHas() {
        assertThat(rules)
                .hasSizeGreaterThan(15)
                .allSatisfy(rule -> assertThat(MetricNames.in(rule.expression()))
                        .as(rule.name())
                        .allMatch(this::isKnown));
    }

    @Test
    void dashboardsAskForMetricsThatThePageHas() {
        List<Path> dashboards = Checkout.files(Checkout.DASHBOARDS, ".json");
        assertThat(dashboards).hasSizeGreaterThanOrEqualTo(4);
        for (Path file : dashboards) {
            JsonNode dashboard = JsonMapper.shared().readTree(Checkout.read(file));
            List<String> expressions = dashboard.findValuesAsString("expr");
            assertThat(expressions).as(file.toString()).hasSizeGreaterThan(5);
            assertThat(expressions)
                    .allSatisfy(expression -> assertThat(MetricNames.in(expression))
                            .as(expression)
                            .isNotEmpty()
                            .allMatch(this::isKnown));
        }
    }

    @Test
    void thePageHasNoMetricOfALibraryThatNothingAsksFor() {
        Set<String> asked = new TreeSet<>();
        rules.forEach(rule -> asked.addAll(MetricNames.in(rule.expression())));
        Checkout.files(Checkout.DASHBOARDS, ".json")
                .forEach(file -> JsonMapper.shared()
                        .readTree(Checkout.read(file))
                        .findValuesAsString("expr")
                        .forEach(expression -> asked.addAll(MetricNames.in(expression))));
        Set<String> families = asked.stream().map(InstrumentFilesTest::family).collect(Collectors.toSet());

        assertThat(known.stream().filter(name -> !name.startsWith("talentpipeline_")))
                .allMatch(name -> families.contains(name) || asked.contains(name));
    }

    @Test
    void everyAlertHasItsSeverityItsWordsAndARunbookThatExists() {
        assertThat(rules).extracting(AlertRule::name).doesNotHaveDuplicates().contains("DeadMansSwitch");
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.labels().get("severity")).as(rule.name()).isIn("page", "ticket", "none");
            assertThat(rule.annotations()).as(rule.name()).containsOnlyKeys("summary", "description", "runbook_url");
            assertThat(rule.annotations().get("summary")).as(rule.name()).hasSizeBetween(10, 120);
            assertThat(rule.annotations().get("runbook_url")).as(rule.name()).matches(RUNBOOK);
            assertThat(Checkout.ROOT.resolve(
                            rule.annotations().get("runbook_url").replaceAll(RUNBOOK.pattern(), "docs/operations/$1")))
                    .as(rule.name())
                    .matches(Files::isRegularFile);
        });
    }

    @Test
    void everyFileOfRulesHasItsTestsInWhichEachAlertComesAndStaysAway() {
        for (AlertRule rule : rules) {
            Path tests = Checkout.RULE_TESTS.resolve(
                    rule.file().getFileName().toString().replace(".yml", ".test.yml"));
            assertThat(tests).exists();
            List<Map<String, Object>> asserted = AlertRule.maps(
                            AlertRule.yaml(tests).get("tests"))
                    .stream()
                    .flatMap(test -> AlertRule.maps(test.get("alert_rule_test")).stream())
                    .filter(test -> test.get("alertname").equals(rule.name()))
                    .toList();
            assertThat(asserted)
                    .as("it comes: " + rule.name())
                    .anyMatch(test -> !expected(test).isEmpty());
            if (!rule.name().equals("DeadMansSwitch")) {
                assertThat(asserted)
                        .as("it stays away: " + rule.name())
                        .anyMatch(test -> expected(test).isEmpty());
            }
        }
    }

    @Test
    void prometheusScrapesEveryServiceUnderItsName() {
        Map<String, Object> prometheus = AlertRule.yaml(Checkout.PROMETHEUS.resolve("prometheus.yml"));

        assertThat(AlertRule.maps(prometheus.get("scrape_configs")))
                .allSatisfy(job -> assertThat(job).containsEntry("metrics_path", "/actuator/prometheus"))
                .extracting(job -> job.get("job_name"))
                .containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(prometheus.get("rule_files")).isEqualTo(List.of("rules/*.yml"));
        assertThat(Checkout.read(Checkout.ROOT.resolve("docker-compose.yml")))
                .contains(
                        "./deploy/prometheus/prometheus.yml:/etc/prometheus/prometheus.yml:ro",
                        "./deploy/prometheus/rules:/etc/prometheus/rules:ro",
                        "./deploy/grafana/dashboards:/var/lib/grafana/dashboards:ro");
    }

    private boolean isKnown(String name) {
        return known.contains(name) || known.contains(family(name)) || OF_PROMETHEUS.contains(name);
    }

    private static String family(String name) {
        return PART_OF_A_FAMILY.matcher(name).replaceFirst("");
    }

    private static List<Map<String, Object>> expected(Map<String, Object> test) {
        return AlertRule.maps(test.get("exp_alerts"));
    }
}
