package dev.talentpipeline.console.access;

import static dev.talentpipeline.console.Browser.claims;
import static dev.talentpipeline.console.Browser.json;
import static dev.talentpipeline.console.access.StudentsDoor.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService.Asked;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A place on the roll is claimed by the secret of a link. */
class ClaimIT {

    private static final String LOOK = """
            {"university":"beida","nameZh":"燕园大学","nameEn":"Yanyuan University","numberEnd":"0007","expiresAt":"2027-01-01T00:00:00Z"}""";

    private static final String CLAIM_PAGE = "/claim?secret=" + SECRET;

    private final StudentsDoor door = new StudentsDoor();

    @Test
    void theSecretOfAClaimLinkIsBroughtInTheConsolesNameAndOpensTheStudentsOwnSession() {
        Browser student = door.somebody();

        door.internship.answers(200, "application/json", LOOK);
        String page = student.get(CLAIM_PAGE).body();
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
                        SECRET,
                        "email",
                        "li@example.org",
                        "key",
                        page.replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1")));

        Asked asked = door.internship.lastAsked();
        assertThat(asked.method() + " " + asked.uri()).isEqualTo("POST /api/v1/roll-claims");
        assertThat(asked.body()).isEqualTo("{\"secret\":\"%s\",\"email\":\"li@example.org\"}".formatted(SECRET));
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
        String page = student.get(CLAIM_PAGE).body();
        door.internship.answers(404, "application/problem+json", "{}");
        HttpResponse<String> old = student.submit("/claim", page, Map.of("secret", SECRET));
        assertThat(old.statusCode()).isEqualTo(410);
        assertThat(old.body())
                .contains("This link does not work", "Mail me a new link", "value=\"%s\"".formatted(SECRET));
        door.internship.answers(202, "application/json", "");

        HttpResponse<String> asked = student.submit("/enter/links", old.body(), Map.of("secret", SECRET));

        assertThat(asked.body()).contains("Check your e-mail");
        assertThat(door.internship.lastAsked().method() + " "
                        + door.internship.lastAsked().uri())
                .isEqualTo("POST /api/v1/roll-claims/renewals");
        assertThat(door.internship.lastAsked().body())
                .contains("\"secret\":\"%s\"".formatted(SECRET), "\"language\":\"EN\"");
        assertThat(claims(door.internship.lastAsked().header("Authorization").orElseThrow())
                        .path("roles")
                        .toString())
                .isEqualTo("[\"OPERATIONS\"]");
        door.internship.answers(409, "application/problem+json", "{}");
        assertThat(student.submit("/claim", page, Map.of("secret", SECRET)).body())
                .as("who has claimed comes in by another")
                .contains("Mail me a new link");
    }

    @ParameterizedTest
    @CsvSource({
        "404, problems/not-found, This link was never issued",
        "409, problems/claim-link-used, It was used",
        "409, problems/claim-link-expired, It has expired"
    })
    void aLinkThatClaimsNothingSaysSoBeforeAnybodyTypes(int status, String type, String why) {
        door.internship.answers(
                status, "application/problem+json", "{\"type\":\"https://talentpipeline.dev/%s\"}".formatted(type));

        HttpResponse<String> page = door.somebody().get(CLAIM_PAGE);

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains(why, "Mail me a new link").doesNotContain("Claim my profile");
    }

    @Test
    void aClaimThatIsRefusedSaysWhatToDo() {
        Browser student = door.somebody();
        door.internship.answers(200, "application/json", LOOK);
        String page = student.get(CLAIM_PAGE).body();
        Map<String, String> form = Map.of("secret", SECRET);

        door.internship.answers(422, "application/problem+json", "{}");
        HttpResponse<String> unreachable = student.submit("/claim", page, form);
        door.internship.answers(409, "application/problem+json", "{}");
        HttpResponse<String> used = student.submit("/claim", page, form);

        assertThat(unreachable.statusCode()).isEqualTo(422);
        assertThat(unreachable.body())
                .contains("your university knows none of yours", "value=\"%s\"".formatted(SECRET));
        assertThat(used.statusCode()).isEqualTo(410);
        assertThat(student.get("/student").statusCode()).as("no session").isEqualTo(302);
    }

    @Test
    void theFormThatIsToBeSentAgainSaysWhoseTheLinkIsAndIsTheSameClaim() {
        Browser student = door.somebody();
        door.internship.answers(200, "application/json", LOOK);
        String page = student.get(CLAIM_PAGE).body();
        String key = field(page, "key");
        assertThat(page).contains("Yanyuan University", "…0007");

        door.internship.answers(422, "application/problem+json", "{}");
        HttpResponse<String> unreachable = student.submit("/claim", page, fields(page, ""));
        door.internship.answers(HttpExchange::close);
        HttpResponse<String> unanswered =
                student.submit("/claim", unreachable.body(), fields(unreachable.body(), "li@example.org"));
        assertThat(door.internship.lastAsked().header("Claim-Key")).hasValue(key);
        door.internship.answers(200, "application/json", StudentsDoor.CLAIM);
        HttpResponse<String> claimed =
                student.submit("/claim", unanswered.body(), fields(unanswered.body(), "li@example.org"));

        assertThat(unreachable.statusCode()).isEqualTo(422);
        assertThat(unanswered.statusCode()).isEqualTo(503);
        assertThat(List.of(unreachable.body(), unanswered.body()))
                .allSatisfy(again -> assertThat(again).contains(">Yanyuan University</dd>", ">…0007</dd>"));
        assertThat(unanswered.body()).contains("value=\"li@example.org\"");
        assertThat(door.internship.lastAsked().header("Claim-Key"))
                .as("a claim whose answer was lost is answered again, and not refused as a second one")
                .hasValue(key);
        assertThat(claimed.headers().firstValue("Location")).hasValue("/student");
    }

    /** What the form of the page sends. */
    private static Map<String, String> fields(String page, String email) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("email", email));
        for (String name : List.of("secret", "key", "university", "nameZh", "nameEn", "numberEnd")) {
            fields.put(name, field(page, name));
        }
        return fields;
    }

    private static String field(String page, String name) {
        Matcher value = Pattern.compile("name=\"%s\" value=\"([^\"]+)\"".formatted(name))
                .matcher(page);
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s-1", "s-1_s-1_s-1_s-1_s-1_s-1_s-1_s-1_s-1_s-1_end%E3%80%82"})
    void aLinkOfWhichAPartIsMissingOrTooMuchIsNobodysWithoutAnybodyBeingAsked(String secret) {
        door.internship.answers(200, "application/json", LOOK);

        HttpResponse<String> page = door.somebody().get("/claim?secret=" + secret);

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("This link was never issued", "Mail me a new link");
        assertThat(page.body())
                .as("nothing is made anew of it, but for an address")
                .contains("name=\"email\"")
                .doesNotContain("name=\"secret\"");
        assertThat(door.internship.asked()).isEmpty();
    }

    @Test
    void lookingAtLinksHoldsNobodyBackWhoClaims() {
        String campus = "203.0.113.9";
        door.internship.answers(404, "application/problem+json", "{}");
        for (int i = 0; i < 61; i++) {
            assertThat(door.somebody()
                            .get(CLAIM_PAGE, "X-Forwarded-For", campus)
                            .statusCode())
                    .isEqualTo(410);
        }

        door.internship.answers(200, "application/json", StudentsDoor.CLAIM);
        assertThat(door.claimFrom(campus).statusCode()).isEqualTo(200);
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
