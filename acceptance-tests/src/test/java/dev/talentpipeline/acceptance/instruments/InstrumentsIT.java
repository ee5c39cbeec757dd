package dev.talentpipeline.acceptance.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Debian's own Prometheus scrapes every service of the running stack by the repository's configuration, and takes its rules. */
@WithPrometheus
class InstrumentsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> WATCHED = List.of(
            "talentpipeline_consumer_events_total{topic=\"offers\"}",
            "talentpipeline_outbox_oldest_seconds",
            "talentpipeline_clearings_seconds_count",
            "talentpipeline_clearings_unsound_total",
            "talentpipeline_lag_state",
            "talentpipeline_dead_letters_open",
            "talentpipeline_expectations_overdue",
            "talentpipeline_ledger_differences",
            "talentpipeline_mails_oldest_seconds",
            "talentpipeline_webhooks_total");

    private final Map<String, URI> services = RunningServices.all();

    @Test
    void prometheusTakesWhatEveryServiceExposesForWellNamedAndDescribed() {
        assertThat(services).hasSize(5);
        services.forEach((service, address) -> {
            Programs.Said said = Programs.run(
                    List.of(Programs.find("promtool").orElseThrow().toString(), "check", "metrics"),
                    RunningServices.metrics(address));
            assertThat(said.text()).as(service).isEmpty();
            assertThat(said.status()).as(service).isZero();
        });
    }

    @Test
    void prometheusScrapesEveryServiceAndWatchesByTheRules(@TempDir Path folder) {
        try (PrometheusServer prometheus = PrometheusServer.start(folder, services)) {
            await().atMost(SOON).until(prometheus::isReady);

            await().atMost(SOON).untilAsserted(() -> {
                Map<String, String> health = new TreeMap<>();
                prometheus
                        .api("targets")
                        .get("activeTargets")
                        .valueStream()
                        .forEach(target -> health.put(
                                target.at("/labels/job").asString(),
                                target.get("health").asString()
                                        + target.get("lastError").asString()));
                Map<String, String> up = new TreeMap<>();
                services.keySet().forEach(service -> up.put(service, "up"));
                assertThat(health).isEqualTo(up);
            });
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(WATCHED)
                            .allSatisfy(series -> assertThat(prometheus.query(series))
                                    .as(series)
                                    .isNotEmpty()));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rules(prometheus))
                            .hasSameSizeAs(AlertRule.all())
                            .allSatisfy(rule -> {
                                assertThat(rule.get("health").asString())
                                        .as(rule.get("name").asString())
                                        .isEqualTo("ok");
                                assertThat(rule.path("lastError").asString("")).isEmpty();
                            }));
            assertThat(prometheus.query("ALERTS{alertname=\"DeadMansSwitch\", alertstate=\"firing\"}"))
                    .hasSize(1);
            assertThat(prometheus.query("ALERTS{alertname=\"ServiceDown\"}")).isEmpty();
        }
    }

    private static List<JsonNode> rules(PrometheusServer prometheus) {
        return prometheus
                .api("rules")
                .get("groups")
                .valueStream()
                .flatMap(group -> group.get("rules").valueStream())
                .toList();
    }
}
