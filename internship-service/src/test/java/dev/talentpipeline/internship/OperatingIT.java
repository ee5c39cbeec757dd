package dev.talentpipeline.internship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.RunningService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** What operations and a visitor of the API see of the service, without a token. */
@RunningService
class OperatingIT {

    @Autowired
    ServletWebServerApplicationContext service;

    @Autowired
    Market market;

    @Test
    void describesItsApi() throws Exception {
        HttpResponse<String> description = get("/v3/api-docs");

        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.body())
                .contains(
                        "/api/v1/programmes/{programme}/students/{student}",
                        "/api/v1/programmes/{programme}/internships/{internship}",
                        "/api/v1/offers/{offer}/decisions",
                        "/api/v1/people/{person}/access",
                        "/api/v1/catalogue/occupations");
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
