package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.console.StubbedConsole;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A student's offer: what they read of it, and how they answer. */
class OfferPagesIT {

    private static final String OFFER = "5b1c1d8e-0000-4000-8000-0000000000ff";
    private static final Map<String, String> API = Map.of(
            "/api/v1/programmes",
            """
            {"items":[{"id":"spring","name":"Spring 2027","mode":"ROLLING","state":"RUNNING","version":3}],"next":null}\
            """,
            "/api/v1/programmes/spring/students",
            """
            {"items":[{"id":"s-1","programme":"spring","version":1,"name":"王小明","state":"ACTIVE"}],"next":null}\
            """,
            "/api/v1/programmes/spring/internships/i-1",
            """
            {"id":"i-1","title":"Chip design","company":"xinhe","seats":3}\
            """,
            "/api/v1/organisations",
            """
            {"items":[{"id":"xinhe","kind":"COMPANY","nameZh":"芯禾","nameEn":"<Xinhe>","state":"VERIFIED"}],"next":null}\
            """,
            "/api/v1/programmes/spring/offers",
            """
            {"items":[{"id":"%s","student":"s-1","internship":"i-1","state":"EXTENDED","score":0.82,
              "parts":{"skills":0.9},"matchedSkills":["java"],"missingSkills":["rust"],"studentRank":1,
              "internshipRank":2,"proposedAt":"2026-11-23T10:00:00Z","respondBy":"2026-11-26T10:00:00Z",
              "possible":["ACCEPT","KEEP","DECLINE"]}],"next":null}\
            """.formatted(OFFER));

    private static StubbedConsole console;
    private static StubService internship;

    @BeforeAll
    static void start() {
        console = new StubbedConsole("console_offer_pages");
        internship = console.internship;
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @BeforeEach
    void servicesAnswer() {
        internship.answers(exchange -> {
            String body = API.get(exchange.getRequestURI().getPath());
            if (body == null) {
                StubService.answer(exchange, 404, "application/problem+json", "{\"detail\":\"unknown\"}");
            } else {
                StubService.answer(exchange, 200, "application/json", body);
            }
        });
    }

    @Test
    void aStudentSeesTheirOfferWithItsReasons() {
        String page = console.signedIn("zhao").get("/student").body();

        assertThat(page).contains("Chip design", "&lt;Xinhe&gt;", "82%", "Why this offer", "rust", "Keep it for now");
        assertThat(page)
                .as("a place by score is not called a choice")
                .contains("Number 1 of the openings that suit you")
                .doesNotContain("number 1 among your ranked choices", "not made");
    }

    @Test
    void aStudentIsOfferedWhatTheServiceSaysIsPossibleWhateverTheState() {
        internship.answers(exchange -> StubService.answer(
                exchange,
                200,
                "application/json",
                API.getOrDefault(exchange.getRequestURI().getPath(), "{}").replace("\"KEEP\",", "")));

        String page = console.signedIn("zhao").get("/student").body();

        assertThat(page).contains("value=\"ACCEPT\"", "value=\"DECLINE\"").doesNotContain("value=\"KEEP\"");
    }

    @ParameterizedTest
    @CsvSource({"ACCEPT, You have accepted the internship offer.", "DECLINE, You have declined the internship offer."})
    void aStudentAnswersAnOfferByAPlainForm(String decision, String said) {
        Browser student = console.signedIn("zhao");
        String page = student.get("/student").body();
        String answerKey = hidden(page, "answerKey");
        internship.answers(200, "application/json", "{\"id\":\"%s\",\"state\":\"X\"}".formatted(OFFER));

        HttpResponse<String> answered = student.submit(
                "/student/offers/" + OFFER + "/decisions", page, Map.of("answerKey", answerKey, "decision", decision));

        Asked asked = internship.lastAsked();
        assertThat(location(answered)).hasToString("/student");
        assertThat(asked.uri()).isEqualTo("/api/v1/offers/" + OFFER + "/decisions");
        assertThat(asked.body()).isEqualTo("{\"decision\":\"" + decision + "\"}");
        assertThat(asked.header("Idempotency-Key")).hasValue(answerKey);
        servicesAnswer();
        assertThat(student.get("/student").body()).contains(said);
        assertThat(student.get("/student").body()).doesNotContain(said);
    }

    @Test
    void anAnswerThatIsRefusedSaysWhy() {
        Browser student = console.signedIn("zhao");
        String page = student.get("/student").body();
        internship.answers(409, "application/problem+json", "{\"detail\":\"offer is EXPIRED\"}");

        HttpResponse<String> refused = student.submit(
                "/student/offers/" + OFFER + "/decisions",
                page,
                Map.of("answerKey", hidden(page, "answerKey"), "decision", "ACCEPT"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This was not saved.", "offer is EXPIRED");
    }

    @Test
    void whatWasWrittenInARefusedReleaseIsThereAgainAndItsFaultAtTheField() {
        internship.answers(exchange -> {
            boolean asked = exchange.getRequestMethod().equals("GET");
            String body = API.getOrDefault(exchange.getRequestURI().getPath(), "{}");
            StubService.answer(
                    exchange,
                    asked ? 200 : 422,
                    asked ? "application/json" : "application/problem+json",
                    asked
                            ? body.replace("\"ACCEPT\",\"KEEP\",\"DECLINE\"", "\"RELEASE\"")
                            : "{\"errors\":[{\"field\":\"letter\",\"remedy\":\"Write less.\"}]}");
        });
        Browser student = console.signedIn("zhao");
        String page = student.get("/student").body();

        HttpResponse<String> refused = student.submit(
                "/student/offers/" + OFFER + "/decisions",
                page,
                Map.of(
                        "answerKey",
                        hidden(page, "answerKey"),
                        "form",
                        "release-" + OFFER,
                        "decision",
                        "RELEASE",
                        "letter",
                        "离家更近的岗位"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .containsOnlyOnce("<details class=\"more\" open=\"open\"")
                .contains("离家更近的岗位</textarea>", "id=\"release-" + OFFER + "-letter-fault\"", "Write less.");
    }

    @Test
    void anAnswerNeedsTheCsrfTokenAndAKnownDecision() {
        Browser student = console.signedIn("zhao");
        String page = student.get("/student").body();
        String path = "/student/offers/" + OFFER + "/decisions";
        internship.answers(200, "application/json", "{}");

        assertThat(student.post(path, "decision=ACCEPT", "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(403);
        assertThat(student.submit(path, page, Map.of("answerKey", hidden(page, "answerKey"), "decision", "ENDORSE"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(internship.asked()).isEmpty();
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    private static String hidden(String page, String name) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
