package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubbedDesks;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages of a programme: its rules, its seasons and its brakes. */
class ProgrammePagesIT {

    private final OwnPages own = new OwnPages();

    @Test
    void aChangeOfRulesShowsWhatItWouldDoAndCarriesWhatTheFormDoesNotName() {
        Browser owner = own.signedIn("li");
        String page = owner.get("/programmes/spring/rules").body();
        own.answersBut("POST", "/dry-run", 200, """
                {"allowed":true,"changed":["lists"],"leaving":[],"beyondQuota":[],"effects":[{"effect":"STAYS_THOUGH_NOT_LISTED","offers":380}]}""");

        String checked = owner.submit(
                        "/programmes/spring/rules/check",
                        page,
                        Map.of("version", "3", "name", "Spring 2027", "lists", "EXPLICIT", "mode", "ROLLING"))
                .body();

        assertThat(checked)
                .contains("380 offers", "name=\"lists\" value=\"EXPLICIT\"", ">Change the rules<")
                .containsOnlyOnce("<dt");
        assertThat(StubbedDesks.words(checked))
                .contains("Whom to match choices first, then all that fit → only pairs that chose each other");
        assertThat(own.internship.asked()).noneMatch(asked -> asked.method().equals("PUT"));
        assertThat(own.internship.asked())
                .anyMatch(asked -> asked.method().equals("POST")
                        && asked.body().contains("\"quotas\":{\"eachCompany\":10}")
                        && asked.body().contains("\"weights\":{\"skills\":0.5}"));
    }

    @Test
    void aChangeOfRulesKeepsTheMembersThatTheFormCannotShow() {
        own.answersBut("GET", "/organisations", 503, "{}");
        Browser owner = own.signedIn("li");
        String page = owner.get("/programmes/spring/rules").body();

        owner.submit(
                "/programmes/spring/rules",
                page,
                Map.of("version", "3", "name", "Spring 2027", "responseWindow", "P5D", "quotas.eachCompany", "10"));

        assertThat(page).contains("Not shown here: 1.").doesNotContain("name=\"universities\"");
        assertThat(own.internship.asked())
                .filteredOn(asked -> asked.method().equals("PUT"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).contains("\"universities\":[\"beida\"]"));
    }

    @Test
    void aProgrammeThatIsThereIsNotChangedByTheFormForANewOne() {
        Browser owner = own.signedIn("li");
        String page = owner.get("/programmes/new").body();
        for (String careful : List.of("COMPANY_APPROVAL", "EXPLICIT", "CAREER_CENTRE")) {
            assertThat(page)
                    .containsPattern("value=\"%1$s\"[^>]*selected|selected[^>]*value=\"%1$s\"".formatted(careful));
        }

        HttpResponse<String> refused = owner.submit("/programmes", page, Map.of("id", "spring", "name", "Mine"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("There is a programme with this id already.");
        assertThat(own.internship.asked()).noneMatch(asked -> asked.method().equals("PUT"));
    }

    @Test
    void aNewProgrammeIsNotOpenToAllBecauseItsMembersCouldNotBeShown() {
        Browser owner = own.signedIn("li");
        own.answersBut("GET", "/organisations", 503, "{}");
        String page = owner.get("/programmes/new").body();
        assertThat(page).doesNotContain("name=\"listed\"");

        HttpResponse<String> refused =
                owner.submit("/programmes", page, Map.of("id", "autumn", "name", "Mine", "lists", "EXPLICIT"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"universities-fault\"", "id=\"companies-fault\"", "value=\"Mine\"")
                .contains("The list could not be shown when this was sent");
        assertThat(own.internship.asked()).noneMatch(asked -> asked.method().equals("PUT"));
    }

    @Test
    void whereTheMembersAreShownNobodyTickedIsOpenToAll() {
        Browser owner = own.signedIn("li");
        String page = owner.get("/programmes/new").body();
        assertThat(page).contains("name=\"listed\" value=\"universities\"", "name=\"listed\" value=\"companies\"");

        owner.post(
                "/programmes",
                "_csrf=%s&id=autumn&name=Mine&listed=universities&listed=companies".formatted(Browser.csrfToken(page)),
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(own.put("/api/v1/programmes/autumn").body())
                .contains("\"state\":\"DRAFT\"", "\"universities\":[]", "\"companies\":[]");
    }

    @Test
    void ofARuleThatHasNoValueAnyMoreIsSaidWhatHoldsThen() {
        Browser owner = own.signedIn("li");
        String page = owner.get("/programmes/spring/rules").body();
        own.answersBut("POST", "/dry-run", 200, """
                {"allowed":true,"changed":["weights","quotas"],"leaving":[],"beyondQuota":[],"effects":[]}""");

        String checked = owner.submit(
                        "/programmes/spring/rules/check",
                        page,
                        Map.of("version", "3", "name", "Spring 2027", "quotas.eachCompany", "", "weights.skills", ""))
                .body();

        assertThat(StubbedDesks.words(checked)).contains("0.5 → the usual weight", "10 → no bound");
    }

    @Test
    void aSeasonIsCopiedAndAnIdThatIsTakenStandsAtItsField() {
        Browser owner = own.signedIn("li");
        String page = owner.get("/programmes/spring/copy").body();
        own.answersBut("POST", "/programmes/spring/copies", 409, """
                {"type":"https://talentpipeline.dev/problems/programme-exists","field":"id","value":"autumn","remedy":"Choose another id."}""");

        HttpResponse<String> refused = owner.submit(
                "/programmes/spring/copy",
                page,
                Map.of(
                        "key",
                        OwnPages.hidden(page, "key"),
                        "id",
                        "autumn",
                        "name",
                        "Autumn",
                        "opensAt",
                        "2027-09-01T09:00"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"id-fault\"", "value=\"Autumn\"");
        assertThat(own.internship.asked())
                .filteredOn(asked -> asked.method().equals("POST"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body())
                        .isEqualTo("{\"id\":\"autumn\",\"name\":\"Autumn\",\"opensAt\":\"2027-09-01T01:00:00Z\"}"));
        own.answersBut("GET", "/programmes/spring", 200, OwnPages.RULES);
        assertThat(own.signedIn("chen").get("/programmes/spring/copy").body())
                .contains("Only who runs the programme may change its rules.");
    }

    @Test
    void onlyWhoRunsTheProgrammeSeesItsBrakesAndItsForm() {
        own.matching.answers(200, "application/json", """
                {"items":[{"clearing":17,"blockingPairs":0,"students":500,"proposals":287},{"clearing":16,"blockingPairs":2,"proposals":0}],"next":null}""");

        String owners = own.signedIn("li").get("/programmes/spring").body();
        own.answersBut("GET", "/programmes/spring", 200, OwnPages.RULES);
        Browser company = own.signedIn("chen");
        String members = company.get("/programmes/spring").body();

        assertThat(owners)
                .contains("No mutually preferred pair is left", "2 mutually preferred pairs", "/clearings/17/recall")
                .contains("value=\"HELD\"", "value=\"CLOSED\"")
                .doesNotContain("value=\"PAUSED\"", "/archive")
                .as("of a round that proposed nothing there is nothing to take back")
                .doesNotContain("/clearings/16/recall");
        assertThat(members).contains("No mutually preferred pair is left").doesNotContain("/state\"", "/recall");
        assertThat(company.get("/programmes/spring/rules").body())
                .contains("Only who runs the programme may change its rules.");
    }
}
