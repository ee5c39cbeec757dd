package dev.talentpipeline.console.page;

import static dev.talentpipeline.console.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The page of the API, and the documents that it is made of. */
class ApiReferenceIT {

    private final OwnPages own = new OwnPages();

    @Test
    void theDocumentsOfAllServicesAreOneWithoutMixingUpTheirSchemas() {
        own.internship.answers(200, "application/json", document("/api/v1/programmes", "internship offer"));
        own.matching.answers(200, "application/json", document("/api/v1/simulations", "placement"));
        own.notification.answers(503, "text/plain", "no");
        Browser reader = own.somebody();

        JsonNode whole = json(reader.get("/v3/api-docs"));
        String page = reader.get("/swagger-ui.html").body();

        assertThat(whole.path("paths").propertyNames())
                .contains("/api/v1/programmes", "/api/v1/simulations", "/api/v1/accounts");
        assertThat(whole.path("components").path("schemas").propertyNames())
                .contains("internship.Offer", "matching.Offer")
                .doesNotContain("Offer");
        assertThat(whole.path("paths").path("/api/v1/simulations").toString())
                .contains("#/components/schemas/matching.Offer");
        assertThat(whole.path("info").path("description").asString()).contains("notification-service");
        assertThat(json(reader.get("/v3/api-docs/matching")).path("servers").toString())
                .isEqualTo("[{\"url\":\"/\"}]");
        assertThat(page)
                .contains("/api/v1/programmes", "/api/v1/simulations", "notification-service cannot be reached");
        assertThat(reader.get("/v3/api-docs/notification"))
                .satisfies(away -> assertThat(away.statusCode()).isEqualTo(503))
                .satisfies(away -> assertThat(away.body()).contains("problems/service-unavailable"));
        assertThat(reader.get("/v3/api-docs/nobody"))
                .satisfies(nobody -> assertThat(nobody.statusCode()).isEqualTo(404))
                .satisfies(nobody -> assertThat(nobody.body()).contains("problems/not-found"));
    }

    private static String document(String path, String description) {
        return """
            {"openapi":"3.1.0","servers":[{"url":"http://127.0.0.1:9"}],
             "paths":{"%s":{"get":{"summary":"Reads.","responses":{"200":{"content":{"application/json":
               {"schema":{"$ref":"#/components/schemas/Offer"}}}}}}}},
             "components":{"schemas":{"Offer":{"type":"object","description":"%s"}}}}
            """.formatted(path, description);
    }
}
