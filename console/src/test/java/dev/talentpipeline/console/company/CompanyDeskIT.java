package dev.talentpipeline.console.company;

import static dev.talentpipeline.console.company.CompanyDesk.CHEN;
import static dev.talentpipeline.console.company.CompanyDesk.CONSOLE;
import static dev.talentpipeline.console.company.CompanyDesk.answers;
import static dev.talentpipeline.console.company.CompanyDesk.changes;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.talentpipeline.console.StubService;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk over stubbed services. */
class CompanyDeskIT {

    @BeforeEach
    void servicesAnswer() {
        CompanyDesk.answersAsUsual();
    }

    @Test
    void whatWaitsForTheCompanyComesFirstAndTheMostUrgentOfIt() {
        String page = CHEN.get("/company").body();

        assertThat(page)
                .containsSubsequence(
                        "Approve or veto a proposed candidate", "2026-12-03 17:00", "Confirm the time of an interview");
        assertThat(page).contains("href=\"/company/offers/o-1\"", "href=\"/company/meetings/m-1\"", "1 / 3");
    }

    @Test
    void aTimeThatIsRefusedStaysWhereItWasTypedAndNowhereElse() {
        String before = CHEN.get("/company/meetings/m-1").body();
        answers("/api/v1/meetings/m-1/interviews/t-2", 400, """
                {"type":"/problems/invalid","detail":"startsAt is past","errors":[{"field":"startsAt","remedy":"Give a time to come."}]}""");

        HttpResponse<String> refused = CHEN.submit(
                "/company/meetings/m-1/interviews/t-2",
                before,
                Map.of(
                        "key", hidden(before),
                        "form", "move-t-2",
                        "decision", "MOVE",
                        "startsAt", "2020-01-02T09:00",
                        "minutes", "45"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .containsOnlyOnce("value=\"2020-01-02T09:00\"")
                .containsOnlyOnce("value=\"45\"")
                .containsOnlyOnce("<details open")
                .contains("href=\"#move-t-2-startsAt\"", "id=\"move-t-2-startsAt-fault\"");
    }

    @Test
    void aJobOfferThatIsRefusedIsThereAgainInItsOwnFormAlone() {
        String before = CHEN.get("/company/placements/p-1").body();
        answers("/api/v1/placements/p-1/events", 400, """
                {"type":"/problems/invalid","detail":"no","errors":[{"field":"startsOn","remedy":"Give a later day."}]}""");

        HttpResponse<String> refused = CHEN.submit(
                "/company/placements/p-1/events",
                before,
                Map.of(
                        "key", hidden(before),
                        "form", "job",
                        "event", "JOB_OFFERED",
                        "on", "2027-05-01",
                        "title", "Engineer",
                        "startsOn", "2026-01-01",
                        "matchesResearchTopic", "true"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .containsOnlyOnce("open=\"open\"")
                .containsOnlyOnce("value=\"2027-05-01\"")
                .contains("id=\"completed-on\"", "id=\"ended-on\"", "value=\"Engineer\"", "value=\"2026-01-01\"")
                .containsPattern("value=\"true\"[^>]*selected")
                .contains("href=\"#job-startsOn\"", "id=\"job-startsOn-fault\"");
    }

    @Test
    void ownOpeningsCandidatesMeetingsAndPlacementsAreToBeHadAsFiles() {
        String spring = "href=\"/api/v1/programmes/spring";
        String file = "format=XLSX&amp;language=en\" download";

        assertThat(CHEN.get("/company").body()).contains(spring + "/internships?company=xinhe&amp;" + file);
        assertThat(CHEN.get("/company/openings/spring/i-1/candidates").body())
                .contains(spring + "/internships/i-1/candidates?" + file);
        assertThat(CHEN.get("/company/meetings?state=OPEN").body())
                .contains(spring + "/meetings?state=OPEN&amp;" + file);
        assertThat(CHEN.get("/company/placements").body()).contains(spring + "/placements?" + file);
        assertThat(CHEN.get("/company/offers?opening=i-1").body())
                .contains(spring + "/offers?internship=i-1&amp;" + file);
    }

    @Test
    void whyACandidateHasAPlaceOrNoneIsGoodNewsOnlyWhereItIs() {
        CONSOLE.matching.answers(200, "application/json", """
                {"items":[{"student":"dddd-4","university":"linjiang","rank":1,"score":0.9,"prospect":{"prospect":"SEAT_ELSEWHERE","en":"Elsewhere.","zh":"其他岗位。"}},
                  {"student":"eeee-5","university":"linjiang","rank":2,"score":0.8,"prospect":{"prospect":"SEAT_HELD","en":"Here.","zh":"该岗位。"}},
                  {"student":"ffff-6","university":"linjiang","rank":3,"score":0.7,"prospect":{"prospect":"CUTOFF_PASSED","en":"Above.","zh":"高于。"}}],"next":null}""");

        String page = CHEN.get("/company/openings/spring/i-1/candidates").body();

        assertThat(page)
                .containsPattern("prospect idle\"><svg.*info-circle.*Elsewhere\\.")
                .containsPattern("prospect good\"><svg.*circle-check.*Here\\.")
                .containsPattern("prospect wait\"><svg.*hourglass.*Above\\.");
        // Whoever holds a place is not excluded from it here: their offer says what can be done.
        assertThat(candidate(page, "dddd-4")).contains("value=\"exclude\"").doesNotContain("/company/offers?");
        assertThat(candidate(page, "eeee-5"))
                .contains("/company/offers?programme=spring&amp;opening=i-1")
                .doesNotContain("value=\"exclude\"");
    }

    private static String candidate(String page, String student) {
        String from = page.substring(page.indexOf("id=\"candidate-" + student));
        return from.substring(0, from.indexOf("</li>"));
    }

    @Test
    void withoutMatchingTheRestOfTheOpeningIsThere() {
        CONSOLE.matching.answers(HttpExchange::close);

        assertThat(CHEN.get("/company/openings/spring/i-1").body())
                .contains("Chip design", "AI engineer", "matching-service cannot be reached at the moment");
        assertThat(CHEN.get("/company/openings/spring/i-1/candidates").body())
                .contains("Your list", "Candidate AAAA", "matching-service cannot be reached at the moment");
    }

    @Test
    void aRefusedVetoSaysSoAndAnotherAttemptIsAnotherDeed() {
        String before = CHEN.get("/company/offers/o-1").body();
        assertThat(before)
                .contains("value=\"VETO\"", "It cannot be approved now")
                .doesNotContain("value=\"APPROVE\"", "value=\"RELEASE\"");
        answers("/api/v1/offers/o-1/decisions", 409, """
                {"type":"https://talentpipeline.dev/problems/decision-not-possible","detail":"It is EXTENDED."}""");

        HttpResponse<String> refused = CHEN.submit(
                "/company/offers/o-1/decisions",
                before,
                Map.of("key", hidden(before), "decision", "VETO", "reason", "budget"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This cannot be decided now", "It is EXTENDED.");
        assertThat(hidden(refused.body())).isNotEqualTo(hidden(before));
        assertThat(changes()).singleElement().satisfies(post -> {
            assertThat(post.body()).isEqualTo("{\"decision\":\"VETO\",\"reason\":\"budget\"}");
            assertThat(post.header("Idempotency-Key")).hasValue(hidden(before));
        });
    }

    @Test
    void whileNothingIsToDecideTheOfferSaysWhoseTurnItIs() {
        assertThat(offerIn("ACCEPTED")).contains("What comes next", "It is for the university to endorse.");
        assertThat(offerIn("EXTENDED")).contains("What comes next", "It is for the student to answer.");
        assertThat(CHEN.get("/company/offers/o-1").body()).contains("What you can decide");
    }

    private static String offerIn(String state) {
        CONSOLE.internship.answers(exchange -> {
            boolean offer = exchange.getRequestURI().getPath().equals("/api/v1/offers/o-2");
            StubService.answer(exchange, offer ? 200 : 404, "application/json", offer ? """
                    {"id":"o-2","programme":"spring","student":"aaaa-1","internship":"i-1","state":"%s","score":0.8,
                     "respondBy":"2026-12-10T09:00:00Z","possible":[],"history":[]}""".formatted(state) : "{}");
        });
        String page = CHEN.get("/company/offers/o-2").body();
        CompanyDesk.answersAsUsual();
        return page;
    }

    @Test
    void whatDoesNotExistSaysSo() {
        assertThat(CHEN.get("/company/openings/spring/none").body()).contains("unknown");
        assertThat(CHEN.get("/company/meetings/none").body()).contains("unknown");
        assertThat(CHEN.get("/company/placements/none").body()).contains("unknown");
    }

    private static String hidden(String page) {
        Matcher matcher = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
