package dev.talentpipeline.console.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.console.StubbedDesks;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be done about agreements stands where the service says that it can be, and nowhere else. */
class AgreementPagesIT {

    private static final String NO_ENTRIES = "\"entries\":[]";

    private final StubbedDesks desks = new StubbedDesks();
    private final Map<String, String> answers = desks.answers();
    private final Browser li = desks.signedIn("li");

    @Test
    void offersWhoseAgreementCanBeDraftedAreAskedForAndListed() {
        answers.put("/api/v1/programmes/spring/offers", """
                {"items":[{"id":"o-7","student":"s-1","internship":"i-1","state":"CONFIRMED","possible":["DRAFT_AGREEMENT"]}],"next":"more"}""");

        String page = li.get("/university/placements/agreements?programme=spring&cursor=c1")
                .body();

        assertThat(page)
                .contains("/university/placements/agreements/o-7", "王小明", "Chip design", "cursor=more")
                .contains("have no internship agreement yet");
        assertThat(desks.asked())
                .filteredOn(asked -> asked.uri().contains("/offers"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.uri()).contains("possible=DRAFT_AGREEMENT", "cursor=c1"));
    }

    @Test
    void whereNoneCanBeDraftedThePageSaysSo() {
        answers.put("/api/v1/programmes/spring/offers", "{\"items\":[],\"next\":null}");
        answers.put("/api/v1/offers/o-1", """
                {"id":"o-1","programme":"spring","student":"s-1","internship":"i-1","state":"CONFIRMED","possible":[]}""");

        assertThat(li.get("/university/placements/agreements?programme=spring").body())
                .contains("No confirmed offer waits for its agreement.");
        assertThat(li.get("/university/placements/agreements/o-1").body())
                .contains("王小明", "No agreement can be drafted for this offer now.")
                .doesNotContain("name=\"insurance.insurer\"");
    }

    @Test
    void anAgreementIsDraftedAndWhatIsWrongStandsAtItsField() {
        answers.put("/api/v1/offers/o-1", """
                {"id":"o-1","programme":"spring","student":"s-1","internship":"i-1","state":"CONFIRMED","possible":["DRAFT_AGREEMENT"]}""");
        String path = "/university/placements/agreements/o-1";
        String page = li.get(path).body();
        assertThat(page).contains("王小明", "Chip design", "name=\"insurance.insurer\"");
        answers.put("PUT /api/v1/offers/o-1/agreement", """
                {"type":"x/invalid-fields","errors":[{"field":"insurance.insurer","remedy":"Name the insurer."}]}""");

        HttpResponse<String> refused =
                li.submit(path, page, Map.of("number", "A-1", "daysPerWeek", "4", "insurance.paidBy", "COMPANY"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Name the insurer.", "value=\"A-1\"", "id=\"insurance.insurer-fault\"")
                .doesNotContain("id=\"mentor-fault\"");
        assertThat(desks.asked("PUT"))
                .extracting(Asked::body)
                .containsExactly("{\"number\":\"A-1\",\"daysPerWeek\":4,\"insurance\":{\"paidBy\":\"COMPANY\"}}");
    }

    @Test
    void anEmploymentAgreementIsDraftedWhereItCanBe() {
        String accepted = "\"job\":{\"entry\":3,\"title\":\"Chip designer\",\"acceptedAt\":\"2027-05-01T09:00:00Z\"}";
        answers.put("/api/v1/placements/p-1", placement(accepted, "null", ""));
        assertThat(li.get("/university/placements/p-1").body())
                .contains("Chip designer")
                .doesNotContain("/placements/p-1/employment\"");

        answers.put("/api/v1/placements/p-1", placement(accepted, "null", "\"DRAFT_EMPLOYMENT\""));
        String page = li.get("/university/placements/p-1").body();
        assertThat(page)
                .contains("action=\"/university/placements/p-1/employment\"")
                .doesNotContain("signed anew");
        li.submit(
                "/university/placements/p-1/employment",
                page,
                Map.of("form", "employment", "number", "J-1", "workplace", "Beijing"));

        assertThat(desks.asked("PUT")).singleElement().satisfies(asked -> {
            assertThat(asked.uri()).isEqualTo("/api/v1/placements/p-1/employment-agreement");
            assertThat(asked.body()).isEqualTo("{\"number\":\"J-1\",\"workplace\":\"Beijing\"}");
        });
    }

    @Test
    void itGetsAnotherTextThatBeginsWithTheOneThatIsThere() {
        answers.put("/api/v1/placements/p-1", placement("\"job\":null", """
                {"revision":1,"signedBy":[],"unsigned":["UNIVERSITY"],"possible":["DRAFT","SIGN"]}""", ""));
        answers.put("/api/v1/placements/p-1/employment-agreement", """
                {"id":"a-2","number":"J-1","state":"DRAFTED","revision":1,"terms":{"title":"Chip designer","startsOn":"2027-07-01","workplace":"Beijing"},
                 "signatures":[],"unsigned":["UNIVERSITY"],"possible":["DRAFT","SIGN"]}""");

        assertThat(li.get("/university/placements/p-1").body())
                .contains("action=\"/university/placements/p-1/employment\"", "value=\"J-1\"", "value=\"Beijing\"")
                .contains("has to be signed anew by all");
    }

    private static String placement(String job, String employment, String possible) {
        return """
                {"id":"p-1","programme":"spring","offer":"o-1","student":"s-1","internship":"i-1","company":"xinhe","state":"STARTED",
                 "startsOn":"2027-03-01","endsOn":"2027-06-30","agreement":{"revision":1,"signedBy":[],"unsigned":[],"possible":[]},
                 %s,"employment":%s,"possible":[%s],%s}""".formatted(job, employment, possible, NO_ENTRIES);
    }
}
