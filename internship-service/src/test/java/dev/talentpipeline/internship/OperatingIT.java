package dev.talentpipeline.internship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.stack.WrittenApi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operations and a visitor of the API see of the service, without a token. */
@RunningService
class OperatingIT {

    @Autowired
    ServletWebServerApplicationContext service;

    @Autowired
    Market market;

    @Test
    void describesItsApiAsItIsWrittenDown() throws Exception {
        JsonNode description = JsonMapper.shared().readTree(get("/v3/api-docs").body());

        assertThat(WrittenApi.differences("internship", description)).isEmpty();
        assertThat(get("/swagger-ui.html").statusCode()).isIn(200, 302);
    }

    @Test
    void tellsReadinessApartFromWhetherEventsFlow() throws Exception {
        assertThat(get("/actuator/health/readiness").body()).contains("\"status\":\"UP\"");
        assertThat(get("/actuator/health/flow").body()).contains("consumers", "outboxRelay");
        assertThat(get("/actuator/env").statusCode()).isEqualTo(401);
    }

    @Test
    void countsWhatBecameOfEvents() throws Exception {
        String programme = market.programme();
        Entered student = market.student(programme);
        market.offer(programme, student, market.internship(programme));

        assertThat(get("/actuator/prometheus").body())
                .contains(
                        "talentpipeline_consumer_events_total",
                        "outcome=\"applied\"",
                        "talentpipeline_outbox_published_total");
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + service.getWebServer().getPort() + path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }
}
