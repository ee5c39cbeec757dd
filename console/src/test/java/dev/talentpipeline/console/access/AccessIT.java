package dev.talentpipeline.console.access;

import static dev.talentpipeline.console.Browser.claims;
import static dev.talentpipeline.console.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.RunningConsole;
import dev.talentpipeline.console.StubService;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.StackFile;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;

class AccessIT {

    private static final String BEARER = "Bearer of-the-university";
    private static final String GRANT =
            "{\"person\":\"p-1\",\"org\":\"beida\",\"roles\":[\"STUDENT\"],\"grantedTo\":\"li\",\"expiresInSeconds\":900}";

    private static final String CLAIM =
            "{\"person\":\"p-2\",\"org\":\"beida\",\"roles\":[\"STUDENT\"],\"grantedTo\":\"p-2\",\"expiresInSeconds\":900}";

    private static StubService internship;
    private static RunningConsole console;

    @BeforeAll
    static void start() {
        internship = new StubService();
        console = RunningConsole.start(
                "console_access",
                RunningConsole.accountsFile(RunningConsole.ACCOUNTS),
                "talentpipeline.services.internship=" + internship.url(),
                "server.forward-headers-strategy=native");
    }

    @AfterAll
    static void stop() {
        console.close();
        internship.close();
    }

    @BeforeEach
    void grants() {
        internship.answers(200, "application/json", GRANT);
    }

    @Test
    void aGrantBecomesATokenAndALink() {
        JsonNode given = json(ask());

        assertThat(given.path("person").asString()).isEqualTo("p-1");
        assertThat(given.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(given.path("expires_in").asInt()).isEqualTo(900);
        String token = given.path("access_token").asString();
        NimbusJwtDecoder.withJwkSetUri(console.url() + "/oauth2/jwks").build().decode(token);
        assertThat(claims(token).path("sub").asString()).isEqualTo("p-1");
        assertThat(claims(token).path("person").asString()).isEqualTo("p-1");
        assertThat(claims(token).path("org").asString()).isEqualTo("beida");
        assertThat(claims(token).path("roles").toString()).isEqualTo("[\"STUDENT\"]");
        assertThat(claims(token).path("act").toString()).isEqualTo("{\"sub\":\"li\"}");
        assertThat(given.path("link").asString()).startsWith("http://localhost:8080/enter?token=");
    }

    @Test
    void theCallIsSentOnAsItsCallerMadeIt() {
        new Browser(console)
                .post(
                        "/api/v1/people/2024%E5%8F%B7/access",
                        "{\"for\":\"offer\"}",
                        "Authorization",
                        BEARER,
                        "X-Correlation-Id",
                        "c-1",
                        "Content-Type",
                        "application/json");

        Asked asked = internship.lastAsked();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.uri()).isEqualTo("/api/v1/people/2024%E5%8F%B7/access");
        assertThat(asked.body()).isEqualTo("{\"for\":\"offer\"}");
        assertThat(asked.header("Authorization")).hasValue(BEARER);
        assertThat(asked.header("X-Correlation-Id")).hasValue("c-1");
    }

    @Test
    void aCallThatIsRepeatedWithItsKeyIsGrantedAgainBeforeItIsMintedAgain() {
        Browser university = new Browser(console);
        String path = "/api/v1/people/p-1/access";

        String first = linkOf(university.post(path, "", "Authorization", BEARER, "Idempotency-Key", "k-1"));
        String second = linkOf(university.post(path, "", "Authorization", BEARER, "Idempotency-Key", "k-1"));

        assertThat(second).isNotEqualTo(first);
        assertThat(internship.asked())
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.headers()).doesNotContainKey("Idempotency-Key"));
    }

    @Test
    void aRefusalPassesUntouched() {
        String problem = "{\"type\":\"https://talentpipeline.dev/problems/not-found\",\"status\":404,\"extra\":[1]}";
        internship.answers(404, "application/problem+json", problem);

        HttpResponse<String> response = ask();

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(response.body()).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"person\":\"p-1\",\"org\":\"beida\",\"roles\":[\"OPERATIONS\"],\"expiresInSeconds\":900}",
                "{\"person\":\"p-1\",\"org\":\"beida\",\"roles\":[\"STUDENT\",\"UNIVERSITY\"],\"expiresInSeconds\":900}",
                "{\"person\":\"p-1\",\"org\":\"beida\",\"roles\":[\"STUDENT\"],\"expiresInSeconds\":900}",
                "{\"org\":\"beida\",\"roles\":[\"STUDENT\"],\"grantedTo\":\"li\",\"expiresInSeconds\":900}",
                "{\"person\":\"p-1\",\"roles\":[\"STUDENT\"]}",
                "not json"
            })
    void aGrantForAnythingButAStudentIsNotSigned(String grant) {
        internship.answers(200, "application/json", grant);

        HttpResponse<String> response = ask();

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).contains("problems/unreadable-answer").doesNotContain("access_token");
    }

    @Test
    void nobodyAsksWithoutAToken() {
        assertThat(new Browser(console).post("/api/v1/people/p-1/access", "").statusCode())
                .isEqualTo(401);
        assertThat(internship.asked()).isEmpty();
    }

    @Test
    void aLinkOpensThePageOfItsPersonOnce() {
        // given
        String link = linkOf(ask());
        Browser student = new Browser(console);

        // when
        HttpResponse<String> entered = student.get(link);

        // then
        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(entered.headers().firstValue("Location")).hasValue("/student");
        internship.answers(200, "application/json", "{\"items\":[],\"next\":null}");
        assertThat(student.get("/student").statusCode()).isEqualTo(200);
        String bearer = internship.lastAsked().header("Authorization").orElseThrow();
        assertThat(claims(bearer).path("person").asString()).isEqualTo("p-1");

        // and the same person may reload, but nobody else gets in
        assertThat(student.get(link).headers().firstValue("Location")).hasValue("/student");
        HttpResponse<String> second = new Browser(console).get(link);
        assertThat(second.statusCode()).isEqualTo(410);
        assertThat(second.body()).contains("This link has been used");
    }

    @Test
    void inTheSessionOfTheirLinkAStudentCallsTheApiAsThemselves() {
        URI here = URI.create(console.url());
        try (PipelineClient client =
                new PipelineClient(new StackFile(here, "", here, "", here, List.of(), List.of()))) {
            String link = json(ask()).path("link").asString();
            internship.answers(200, "application/json", "{\"items\":[],\"next\":null}");
            PipelineSession student = client.entering(link);

            assertThat(student.post("/api/v1/offers/o-1/agreement/signatures", Map.of("signedOn", "2027-03-01"))
                            .status())
                    .isEqualTo(200);
        }
        JsonNode signed = claims(internship.lastAsked().header("Authorization").orElseThrow());
        assertThat(signed.path("person").asString()).isEqualTo("p-1");
        assertThat(signed.has("act")).isFalse();
    }

    @Test
    void lookingAtALinkDoesNotUseItUp() {
        String link = linkOf(ask());
        Browser messenger = new Browser(console);

        messenger.send(messenger.request(link).method("HEAD", BodyPublishers.noBody()));

        assertThat(new Browser(console).get(link).statusCode()).isEqualTo(302);
    }

    @Test
    void aSessionFromBeforeTheLinkIsNotCarriedIntoIt() {
        Browser shared = new Browser(console);
        shared.signIn("li", "li-password");
        String before = shared.cookie("TALENTPIPELINE").orElseThrow().getValue();

        shared.get(linkOf(ask()));

        assertThat(shared.cookie("TALENTPIPELINE").orElseThrow().getValue()).isNotEqualTo(before);
        assertThat(shared.get("/university").statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenIsNotALinkAndALinkIsNotForServices() {
        JsonNode given = json(ask());
        String link = given.path("link").asString();
        String tokenOfLink = link.substring(link.indexOf('=') + 1);

        HttpResponse<String> byToken = new Browser(console)
                .get("/enter?token=" + given.path("access_token").asString());

        assertThat(byToken.statusCode()).isEqualTo(410);
        assertThat(byToken.body()).contains("This link is no longer valid");
        assertThat(claims(tokenOfLink).path("aud").asString()).isNotEqualTo("talent-pipeline");
        assertThat(new Browser(console).get("/enter?token=" + tokenOfLink + "x").statusCode())
                .isEqualTo(410);
        assertThat(new Browser(console).get("/enter").statusCode()).isEqualTo(410);
    }

    @Test
    void aUsedLinkSaysWhomToAskForAnother() {
        String link = linkOf(ask());
        new Browser(console).get(link);
        internship.answers(200, "application/json", """
                {"id":"beida","kind":"UNIVERSITY","nameEn":"Yanyuan University","contactEmail":"careers@example.edu.cn"}""");

        HttpResponse<String> used = new Browser(console).get(link);

        assertThat(used.statusCode()).isEqualTo(410);
        assertThat(used.body())
                .contains(
                        "This link has been used",
                        "mailto:careers@example.edu.cn?subject=A%20new%20link",
                        "If no mail comes, Yanyuan University helps:",
                        "Mail me a new link");
        Asked asked = internship.lastAsked();
        assertThat(asked.uri()).isEqualTo("/api/v1/organisations/beida");
        assertThat(claims(asked.header("Authorization").orElseThrow())
                        .path("sub")
                        .asString())
                .isEqualTo("console-links");
        internship.answers(404, "application/problem+json", "{}");
        assertThat(new Browser(console).get(link).body())
                .contains("You can have a fresh one mailed to you.")
                .doesNotContain("mailto:");
    }

    @Test
    void aLinkThatSaysWhoseItIsIsRenewedByOnePress() {
        String link = linkOf(ask());
        new Browser(console).get(link);
        internship.answers(404, "application/problem+json", "{}");
        Browser student = new Browser(console);
        String used = student.get(link).body();
        assertThat(used).doesNotContain("type=\"email\"");
        internship.answers(202, "application/json", "");

        HttpResponse<String> renewed =
                student.submit("/enter/links", used, Map.of("token", link.substring(link.indexOf('=') + 1)));

        assertThat(renewed.body()).contains("Look into your mail");
        Asked asked = internship.lastAsked();
        assertThat(asked.method() + " " + asked.uri()).isEqualTo("POST /api/v1/roll-claims/renewals");
        assertThat(json(asked.body()).path("person").asString()).isEqualTo("p-1");
        assertThat(student.submit("/enter/links", used, Map.of("token", "forged"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(internship.lastAsked().body()).has("person"))
                .as("a forged one is nobody's")
                .isFalse();
    }

    @Test
    void whoHasNoLinkSaysWhereTheyAreReachedAndIsToldTheSameWhoeverTheyAre() {
        Browser student = new Browser(console);
        assertThat(student.get("/sign-in").body()).contains("href=\"/enter/links\"");
        String page = student.get("/enter/links").body();
        internship.answers(202, "application/json", "");

        HttpResponse<String> asked = student.submit("/enter/links?lang=zh", page, Map.of("email", " li@example.org "));

        assertThat(asked.body()).contains("请查收邮件");
        assertThat(json(internship.lastAsked().body()))
                .isEqualTo(json("{\"email\":\"li@example.org\",\"language\":\"ZH\"}"));
        internship.answers(400, "application/problem+json", "{}");
        HttpResponse<String> malformed = student.submit("/enter/links?lang=en", page, Map.of("email", "li"));
        assertThat(malformed.statusCode()).isEqualTo(422);
        assertThat(malformed.body()).contains("This is not an e-mail address.", "value=\"li\"");
        HttpResponse<String> ofAnOldLink =
                student.submit("/enter/links?lang=en", page, Map.of("secret", "s+1", "email", "li"));
        assertThat(ofAnOldLink.body()).contains("class=\"language\" href=\"/enter/links?secret=s%2B1&amp;lang=zh\"");
        assertThat(student.get("/enter/links?secret=s%2B1&lang=en").body()).contains("name=\"secret\" value=\"s+1\"");
        internship.answers(503, "application/problem+json", "{}");
        assertThat(student.submit("/enter/links", page, Map.of("email", "a@example.org"))
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void whoAsksForLinksTooOftenWaits() {
        internship.answers(202, "application/json", "");
        Browser somebody = new Browser(console);
        String page = somebody.get("/enter/links").body();
        Map<String, String> form = Map.of("email", "often@example.org");
        for (int i = 0; i < 3; i++) {
            assertThat(somebody.submit("/enter/links", page, form).statusCode()).isEqualTo(200);
        }

        HttpResponse<String> held = somebody.submit("/enter/links", page, Map.of("email", "OFTEN@example.org"));

        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(held.headers().firstValue("Retry-After")).hasValue("120");
        assertThat(held.body()).contains("Links were asked for too often.");
        assertThat(internship.asked()).hasSize(3);
        assertThat(somebody.submit("/enter/links", page, Map.of("email", "other@example.org"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLinkThatWasMailedOpensTheStudentsOwnSessionByAPress() {
        internship.answers(200, "application/json", CLAIM);
        Browser student = new Browser(console);
        String page = student.get("/enter/by-mail?secret=s-3").body();
        assertThat(internship.asked()).as("looking opens nothing").isEmpty();

        HttpResponse<String> in = student.submit("/enter/by-mail", page, Map.of("secret", "s-3"));

        assertThat(in.headers().firstValue("Location")).hasValue("/student");
        Asked asked = internship.lastAsked();
        assertThat(asked.method() + " " + asked.uri() + " " + asked.body())
                .isEqualTo("POST /api/v1/access-links {\"secret\":\"s-3\"}");
        internship.answers(409, "application/problem+json", "{}");
        Browser second = new Browser(console);
        String again = second.get("/enter/by-mail?secret=s-3").body();
        HttpResponse<String> used = second.submit("/enter/by-mail", again, Map.of("secret", "s-3"));
        assertThat(used.statusCode()).isEqualTo(410);
        assertThat(used.body()).contains("This link has been used", "Mail me a new link", "value=\"s-3\"");
        assertThat(second.get("/student").statusCode()).as("no session").isEqualTo(302);
    }

    @Test
    void theSecretOfAClaimLinkIsBroughtInTheConsolesNameAndOpensTheStudentsOwnSession() {
        internship.answers(200, "application/json", CLAIM);
        Browser student = new Browser(console);

        String page = student.get("/claim?secret=s-1").body();
        assertThat(internship.asked()).as("looking claims nothing").isEmpty();
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

        Asked asked = internship.lastAsked();
        assertThat(asked.method() + " " + asked.uri()).isEqualTo("POST /api/v1/roll-claims");
        assertThat(asked.body()).isEqualTo("{\"secret\":\"s-1\",\"email\":\"li@example.org\"}");
        assertThat(asked.header("Claim-Key").orElseThrow())
                .as("the page can be sent again")
                .hasSize(36);
        JsonNode console = claims(asked.header("Authorization").orElseThrow());
        assertThat(console.path("roles").toString()).isEqualTo("[\"OPERATIONS\"]");
        assertThat(claimed.statusCode()).isEqualTo(302);
        assertThat(claimed.headers().firstValue("Location")).hasValue("/student");
        internship.answers(200, "application/json", "{\"items\":[],\"next\":null}");
        assertThat(student.get("/student").statusCode()).isEqualTo(200);
        JsonNode themselves =
                claims(internship.lastAsked().header("Authorization").orElseThrow());
        assertThat(themselves.path("person").asString()).isEqualTo("p-2");
        assertThat(themselves.has("act")).isFalse();
    }

    @Test
    void aClaimByTheApiNeedsNoTokenAndGivesTheStudentsOwn() {
        internship.answers(200, "application/json", CLAIM);

        JsonNode given = json(new Browser(console).post("/api/v1/roll-claims", "{\"secret\":\"s-1\"}"));

        JsonNode claims = claims(given.path("access_token").asString());
        assertThat(claims.path("person").asString()).isEqualTo("p-2");
        assertThat(claims.has("act")).as("nobody acts for them").isFalse();
        assertThat(given.path("link").asString()).contains("/enter?token=");
    }

    @Test
    void anOldLinkSaysSoAndOffersAnotherByMail() {
        Browser student = new Browser(console);
        String page = student.get("/claim?secret=s-1").body();
        internship.answers(404, "application/problem+json", "{}");
        HttpResponse<String> old = student.submit("/claim", page, Map.of("secret", "s-1"));
        assertThat(old.statusCode()).isEqualTo(410);
        assertThat(old.body()).contains("This link is no longer valid", "Mail me a new link", "value=\"s-1\"");
        internship.answers(202, "application/json", "");

        HttpResponse<String> asked = student.submit("/enter/links", old.body(), Map.of("secret", "s-1"));

        assertThat(asked.body()).contains("Look into your mail");
        assertThat(internship.lastAsked().method() + " "
                        + internship.lastAsked().uri())
                .isEqualTo("POST /api/v1/roll-claims/renewals");
        assertThat(internship.lastAsked().body()).contains("\"secret\":\"s-1\"", "\"language\":\"EN\"");
        assertThat(claims(internship.lastAsked().header("Authorization").orElseThrow())
                        .path("roles")
                        .toString())
                .isEqualTo("[\"OPERATIONS\"]");
        internship.answers(409, "application/problem+json", "{}");
        assertThat(student.submit("/claim", page, Map.of("secret", "s-1")).body())
                .as("who has claimed comes in by another")
                .contains("Mail me a new link");
    }

    @Test
    void aClaimThatIsRefusedSaysWhatToDo() {
        Browser student = new Browser(console);
        String page = student.get("/claim?secret=s-1").body();
        Map<String, String> form = Map.of("secret", "s-1");

        internship.answers(422, "application/problem+json", "{}");
        HttpResponse<String> unreachable = student.submit("/claim", page, form);
        internship.answers(409, "application/problem+json", "{}");
        HttpResponse<String> used = student.submit("/claim", page, form);

        assertThat(unreachable.statusCode()).isEqualTo(422);
        assertThat(unreachable.body()).contains("your university knows none of yours", "value=\"s-1\"");
        assertThat(used.statusCode()).isEqualTo(410);
        assertThat(student.get("/student").statusCode()).as("no session").isEqualTo(302);
    }

    @Test
    void whoeverSendsNonsenseTakesNoTurnsOfThoseWhoHaveALink() {
        internship.answers(404, "application/problem+json", "{}");
        for (int i = 0; i < 60; i++) {
            assertThat(claimFrom("203.0.113.7").statusCode()).isEqualTo(404);
        }

        int asked = internship.asked().size();
        HttpResponse<String> held = claimFrom("203.0.113.7");
        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(held.body()).contains("problems/too-many-attempts");
        assertThat(held.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(internship.asked()).as("nobody was asked").hasSize(asked);
        Asked claim = internship.lastAsked();
        assertThat(claims(claim.header("Authorization").orElseThrow())
                        .path("sub")
                        .asString())
                .as("apart from what else the console asks")
                .isEqualTo("console-claims");
        assertThat(claim.header("X-Correlation-Id")).hasValue("c-2");
        assertThat(claim.header("Claim-Key")).hasValue("k-2");

        internship.answers(200, "application/json", CLAIM);
        for (int i = 0; i < 61; i++) {
            assertThat(claimFrom("203.0.113.8").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> claimFrom(String address) {
        return new Browser(console)
                .post(
                        "/api/v1/roll-claims",
                        "{\"secret\":\"s-1\"}",
                        "X-Forwarded-For",
                        address,
                        "X-Correlation-Id",
                        "c-2",
                        "Idempotency-Key",
                        "k-2");
    }

    private static HttpResponse<String> ask() {
        return new Browser(console).post("/api/v1/people/p-1/access", "", "Authorization", BEARER);
    }

    private static String linkOf(HttpResponse<String> given) {
        URI link = URI.create(json(given).path("link").asString());
        return link.getPath() + "?" + link.getQuery();
    }
}
