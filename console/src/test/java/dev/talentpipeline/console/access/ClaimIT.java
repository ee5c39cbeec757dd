package dev.talentpipeline.console.access;

import static dev.talentpipeline.console.Browser.claims;
import static dev.talentpipeline.console.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService.Asked;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A place on the roll is claimed by the secret of a link. */
class ClaimIT {

    private static final String LOOK = """
            {"university":"beida","nameZh":"燕园大学","nameEn":"Yanyuan University","numberEnd":"0007","expiresAt":"2027-01-01T00:00:00Z"}""";

    private final StudentsDoor door = new StudentsDoor();

    @Test
    void theSecretOfAClaimLinkIsBroughtInTheConsolesNameAndOpensTheStudentsOwnSession() {
        Browser student = door.somebody();

        door.internship.answers(200, "application/json", LOOK);
        String page = student.get("/claim?secret=s-1").body();
        assertThat(door.internship.asked())
                .as("looking claims nothing")
                .extracting(Asked::uri)
                .containsExactly("/api/v1/roll-claims/lookups");
        assertThat(page).contains("Yanyuan University", "…0007");
        door.internship.answers(200, "application/json", StudentsDoor.CLAIM);
        HttpResponse<String> claimed = student.submit(
                "/claim",
                page,
                Map.of(
                        "secret",
                        "s-1",
                        "email",
                        "li@example.org",
                        "key",
                        page.replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1")));

        Asked asked = door.internship.lastAsked();
        assertThat(asked.method() + " " + asked.uri()).isEqualTo("POST /api/v1/roll-claims");
        assertThat(asked.body()).isEqualTo("{\"secret\":\"s-1\",\"email\":\"li@example.org\"}");
        assertThat(asked.header("Claim-Key").orElseThrow())
                .as("the page can be sent again")
                .hasSize(36);
        JsonNode console = claims(asked.header("Authorization").orElseThrow());
        assertThat(console.path("roles").toString()).isEqualTo("[\"OPERATIONS\"]");
        assertThat(claimed.statusCode()).isEqualTo(302);
        assertThat(claimed.headers().firstValue("Location")).hasValue("/student");
        door.internship.answers(200, "application/json", "{\"items\":[],\"next\":null}");
        assertThat(student.get("/student").statusCode()).isEqualTo(200);
        JsonNode themselves =
                claims(door.internship.lastAsked().header("Authorization").orElseThrow());
        assertThat(themselves.path("person").asString()).isEqualTo("p-2");
        assertThat(themselves.has("act")).isFalse();
    }

    @Test
    void aClaimByTheApiNeedsNoTokenAndGivesTheStudentsOwn() {
        door.internship.answers(200, "application/json", StudentsDoor.CLAIM);

        JsonNode given = json(door.somebody().post("/api/v1/roll-claims", "{\"secret\":\"s-1\"}"));

        JsonNode claims = claims(given.path("access_token").asString());
        assertThat(claims.path("person").asString()).isEqualTo("p-2");
        assertThat(claims.has("act")).as("nobody acts for them").isFalse();
        assertThat(given.path("link").asString()).contains("/enter?token=");
    }

    @Test
    void anOldLinkSaysSoAndOffersAnotherByMail() {
        Browser student = door.somebody();
        door.internship.answers(200, "application/json", LOOK);
        String page = student.get("/claim?secret=s-1").body();
        door.internship.answers(404, "application/problem+json", "{}");
        HttpResponse<String> old = student.submit("/claim", page, Map.of("secret", "s-1"));
        assertThat(old.statusCode()).isEqualTo(410);
        assertThat(old.body()).contains("This link is no longer valid", "Mail me a new link", "value=\"s-1\"");
        door.internship.answers(202, "application/json", "");

        HttpResponse<String> asked = student.submit("/enter/links", old.body(), Map.of("secret", "s-1"));

        assertThat(asked.body()).contains("Check your e-mail");
        assertThat(door.internship.lastAsked().method() + " "
                        + door.internship.lastAsked().uri())
                .isEqualTo("POST /api/v1/roll-claims/renewals");
        assertThat(door.internship.lastAsked().body()).contains("\"secret\":\"s-1\"", "\"language\":\"EN\"");
        assertThat(claims(door.internship.lastAsked().header("Authorization").orElseThrow())
                        .path("roles")
                        .toString())
                .isEqualTo("[\"OPERATIONS\"]");
        door.internship.answers(409, "application/problem+json", "{}");
        assertThat(student.submit("/claim", page, Map.of("secret", "s-1")).body())
                .as("who has claimed comes in by another")
                .contains("Mail me a new link");
    }

    @ParameterizedTest
    @CsvSource({
        "404, problems/not-found, Nobody was given this link",
        "409, problems/claim-link-used, It was used",
        "409, problems/claim-link-expired, Its time is over"
    })
    void aLinkThatClaimsNothingSaysSoBeforeAnybodyTypes(int status, String type, String why) {
        door.internship.answers(
                status, "application/problem+json", "{\"type\":\"https://talentpipeline.dev/%s\"}".formatted(type));

        HttpResponse<String> page = door.somebody().get("/claim?secret=s-1");

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains(why, "Mail me a new link").doesNotContain("Claim my profile");
    }

    @Test
    void aClaimThatIsRefusedSaysWhatToDo() {
        Browser student = door.somebody();
        door.internship.answers(200, "application/json", LOOK);
        String page = student.get("/claim?secret=s-1").body();
        Map<String, String> form = Map.of("secret", "s-1");

        door.internship.answers(422, "application/problem+json", "{}");
        HttpResponse<String> unreachable = student.submit("/claim", page, form);
        door.internship.answers(409, "application/problem+json", "{}");
        HttpResponse<String> used = student.submit("/claim", page, form);

        assertThat(unreachable.statusCode()).isEqualTo(422);
        assertThat(unreachable.body()).contains("your university knows none of yours", "value=\"s-1\"");
        assertThat(used.statusCode()).isEqualTo(410);
        assertThat(student.get("/student").statusCode()).as("no session").isEqualTo(302);
    }

    @Test
    void whoeverSendsNonsenseTakesNoTurnsOfThoseWhoHaveALink() {
        door.internship.answers(404, "application/problem+json", "{}");
        for (int i = 0; i < 60; i++) {
            assertThat(door.claimFrom("203.0.113.7").statusCode()).isEqualTo(404);
        }

        int asked = door.internship.asked().size();
        HttpResponse<String> held = door.claimFrom("203.0.113.7");
        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(held.body()).contains("problems/too-many-attempts");
        assertThat(held.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(door.internship.asked()).as("nobody was asked").hasSize(asked);
        Asked claim = door.internship.lastAsked();
        assertThat(claims(claim.header("Authorization").orElseThrow())
                        .path("sub")
                        .asString())
                .as("apart from what else the console asks")
                .isEqualTo("console-claims");
        assertThat(claim.header("X-Correlation-Id")).hasValue("c-2");
        assertThat(claim.header("Claim-Key")).hasValue("k-2");

        door.internship.answers(200, "application/json", StudentsDoor.CLAIM);
        for (int i = 0; i < 61; i++) {
            assertThat(door.claimFrom("203.0.113.8").statusCode()).isEqualTo(200);
        }
    }
}
