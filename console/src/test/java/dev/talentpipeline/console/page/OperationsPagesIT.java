package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What operations decides on pages of its own. */
class OperationsPagesIT {

    private final OwnPages own = new OwnPages();

    @Test
    void operationsSuspendACompanyWithAReasonAndAddToTheCatalogue() {
        Browser operations = own.signedIn("admin");
        String page = operations.get("/operations/organisations").body();
        assertThat(page).contains("&lt;Xinhe&gt;");
        own.answersBut("PUT", "/catalogue/skills/zig", 422, """
                {"type":"https://talentpipeline.dev/problems/invalid-field","detail":"no","errors":[{"field":"family","remedy":"Give a family."}]}""");

        operations.submit(
                "/operations/organisations/xinhe/decisions",
                page,
                Map.of("decision", "SUSPEND", "reason", "fraud", "answerKey", "5b1c1d8e-0000-4000-8000-0000000000cc"));
        HttpResponse<String> refused = operations.submit(
                "/operations/catalogue",
                page,
                Map.of("kindToAdd", "skills", "id", "zig", "zh", "Zig", "aliases", "a、b"));

        assertThat(own.internship.asked())
                .anyMatch(asked -> asked.uri().endsWith("/organisations/xinhe/decisions")
                        && asked.body().contains("\"reason\":\"fraud\""));
        assertThat(own.put("/api/v1/catalogue/skills/zig").body()).contains("\"aliases\":[\"a\",\"b\"]");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Give a family.", "value=\"zig\"");
    }

    @Test
    void operationsHoldsMailsBackAndSeesWhoDid() {
        own.notification.answers(200, "application/json", """
                {"items":[{"outlet":"EMAIL","version":9,"paused":true,"perMinute":600,
                  "changes":[{"at":"2026-11-30T00:00:00Z","paused":true,"perMinute":600,"by":"ops-li"}]}],"next":null}""");
        Browser operations = own.signedIn("admin");

        String page = operations.get("/operations/brakes").body();
        assertThat(page).contains("ops-li", "Paused", "value=\"600\"");
        operations.submit("/operations/brakes/EMAIL", page, Map.of("version", "9", "paused", "false", "perMinute", ""));

        assertThat(own.notification.asked())
                .anyMatch(asked -> asked.method().equals("PUT")
                        && asked.header("If-Match").filter("\"9\""::equals).isPresent()
                        && asked.body().equals("{\"paused\":false}"));
        assertThat(own.signedIn("zhao").get("/operations/brakes").statusCode()).isEqualTo(403);
    }
}
