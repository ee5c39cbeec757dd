package dev.talentpipeline.acceptance.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a service answers people is one question, and whether events flow through it another: a reader that is stuck takes no button away. */
class HealthIT {

    private final Map<String, URI> services = RunningServices.all();

    @ParameterizedTest
    @CsvSource({
        "internship-service, readinessState db, flow, consumers outboxRelay",
        "matching-service, readinessState, flow, market",
        "notification-service, readinessState db, delivery, consumers mail",
        "monitoring-service, readinessState db, flow, journal"
    })
    void readinessAsksNoReaderAndTheReadersHaveAHealthOfTheirOwn(
            String service, String readiness, String flow, String readers) {
        assertThat(parts(service, "readiness")).isEqualTo(Set.of(readiness.split(" ")));
        assertThat(parts(service, flow)).isEqualTo(Set.of(readers.split(" ")));
    }

    @Test
    void everyServiceIsReadyAndAlive() {
        assertThat(services).hasSize(5).allSatisfy((service, address) -> {
            assertThat(RunningServices.get(address, "/actuator/health/readiness")
                            .statusCode())
                    .as(service)
                    .isEqualTo(200);
            assertThat(RunningServices.get(address, "/actuator/health/liveness").statusCode())
                    .as(service)
                    .isEqualTo(200);
        });
    }

    private Set<String> parts(String service, String group) {
        HttpResponse<String> answer = RunningServices.get(services.get(service), "/actuator/health/" + group);
        assertThat(answer.statusCode()).as(service + " " + group).isIn(200, 503);
        JsonNode health = JsonMapper.shared().readTree(answer.body());
        return Set.copyOf(health.get("components").propertyNames());
    }
}
