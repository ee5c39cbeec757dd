package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService.Asked;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A student's own pages, over services that answer what a test says. */
class OwnPagesIT {

    private final OwnPages own = new OwnPages();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/student",
                "/student/profile",
                "/student/choices",
                "/student/openings",
                "/student/openings?region=CN-BJ",
                "/student/openings/spring/i-1",
                "/student/inbox",
                "/student/meetings",
                "/student/data"
            })
    void everyPageOfAStudentSaysWhichServiceIsAwayAndStays(String path) {
        Browser student = own.signedIn("zhao");
        assertThat(student.get(path).statusCode()).isEqualTo(200);
        own.internship.answers(exchange -> exchange.close());
        own.matching.answers(exchange -> exchange.close());
        own.notification.answers(exchange -> exchange.close());

        HttpResponse<String> page = student.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("cannot be reached at the moment");
    }

    @Test
    void withoutAnOfferTheMatchersWordIsMissingAloneWhereTheMatcherIsAway() {
        own.matching.answers(exchange -> exchange.close());

        String page = own.signedIn("zhao").get("/student").body();

        assertThat(page).contains("No internship offer yet", "matching-service", "&lt;Xinhe&gt;", "Chip designer");
    }

    @Test
    void anOpeningIsSearchedForByAWordOfItsTitle() {
        own.answersBut("GET", "/spring/internships", 200, OwnPages.NONE);

        String page = own.signedIn("zhao")
                .get("/student/openings?title=+chip&region=CN-SH")
                .body();

        assertThat(page)
                .contains("value=\"chip\"", "/internships?state=OPEN&amp;title=chip&amp;region=CN-SH&amp;format=XLSX");
        assertThat(own.internship.asked())
                .extracting(Asked::uri)
                .contains("/api/v1/programmes/spring/internships?state=OPEN&title=chip&region=CN-SH&limit=25");
    }

    @Test
    void openingsOfTheSameTitleAreToldApartByPlaceDatesAndStipend() {
        own.matching.answers(200, "application/json", """
                {"items":[{"internship":"i-1","title":"Chip design","company":"xinhe","score":0.8},{"internship":"i-9","title":"Chip design","company":"xinhe"}],
                 "next":null}""");
        own.answersBut("GET", "/spring/internships", 200, """
                {"items":[{"id":"i-1","region":"CN-BJ","startsOn":"2027-03-01","endsOn":"2027-06-30","stipend":4000}],"next":null}""");

        String page = own.signedIn("zhao").get("/student/openings").body();

        assertThat(own.internship.asked())
                .extracting(Asked::uri)
                .contains(
                        "/api/v1/programmes/spring/internships?ids=i-1%2Ci-9&fields=id%2Cregion%2CstartsOn%2CendsOn%2Cstipend&limit=200");
        assertThat(page).contains("Beijing", "4,000", "<span class=\"together\">2027-03-01</span>");
        assertThat(page.split("Chip design</a>", -1))
                .as("of the one that is not told nothing is made up")
                .hasSize(3);
    }

    @Test
    void whoeverGoesAnywhereLeavesNothingUnsaidByNamingNoRegion() {
        own.answersBut(
                "GET",
                "/spring/students",
                200,
                "{\"items\":["
                        + OwnPages.STUDENT.replace("[\"CN-BJ\"]", "[]").replace("\"remote\":true", "\"remote\":false")
                        + "],\"next\":null}");

        String page = own.signedIn("zhao").get("/student/profile").body();

        assertThat(page).contains("max=\"100\" value=\"80\"", "#researchTopics").doesNotContain("href=\"#regions\"");
    }

    @Test
    void aChoiceGoesUpByAPlainFormAndTheRestOfTheProfileStays() {
        Browser student = own.signedIn("zhao");
        String page = student.get("/student/choices").body();
        assertThat(page).contains("Chip design", "&lt;Robots&gt;", "This opening is not there any more.");
        own.answersBut("PUT", "/students/me", 200, OwnPages.STUDENT);

        HttpResponse<String> saved = student.post(
                "/student/choices",
                "_csrf=" + Browser.csrfToken(page)
                        + "&programme=spring&version=7&preferences=i-1&preferences=i-2&preferences=i-3&up=i-3",
                "Content-Type",
                "application/x-www-form-urlencoded");

        Asked put = own.put("/api/v1/programmes/spring/students/me");
        assertThat(saved.headers().firstValue("Location")).hasValue("/student/choices?programme=spring");
        assertThat(put.header("If-Match")).hasValue("\"7\"");
        assertThat(put.body())
                .contains("\"preferences\":[\"i-1\",\"i-3\",\"i-2\"]", "\"skills\":[{\"id\":\"java\",\"level\":4}]");
    }

    @Test
    void whatIsWrongInAProfileStandsAtItsFieldAndWhatWasTypedStays() {
        Browser student = own.signedIn("zhao");
        String page = student.get("/student/profile").body();
        own.answersBut("PUT", "/students/me", 422, """
                {"type":"https://talentpipeline.dev/problems/invalid-field","detail":"no","errors":[{"field":"availableUntil","value":"x","remedy":"Give a later date."}]}""");

        HttpResponse<String> refused = student.submit(
                "/student/profile",
                page,
                Map.of(
                        "programme",
                        "spring",
                        "version",
                        "7",
                        "skills",
                        "java",
                        "level.java",
                        "5",
                        "addSkill",
                        "rust",
                        "addLevel",
                        "2",
                        "phone",
                        "<typed>",
                        "availableUntil",
                        "2026-01-01",
                        "consent",
                        "true"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Give a later date.", "&lt;typed&gt;", "availableUntil-fault");
        JsonMapper json = JsonMapper.shared();
        Iterable<JsonNode> skills = json.readTree(
                        own.put("/api/v1/programmes/spring/students/me").body())
                .path("skills");
        assertThat(skills)
                .containsExactly(
                        json.readTree("{\"id\":\"java\",\"level\":5}"), json.readTree("{\"id\":\"rust\",\"level\":2}"));
    }

    @ParameterizedTest
    @CsvSource({
        "/student/placements/5b1c1d8e-0000-4000-8000-0000000000aa/signatures, signed-5b1c1d8e-0000-4000-8000-0000000000aa, signedOn, 2031-01-01",
        "/student/meetings/5b1c1d8e-0000-4000-8000-0000000000cc/interviews/5b1c1d8e-0000-4000-8000-0000000000dd/decisions,"
                + "move-5b1c1d8e-0000-4000-8000-0000000000dd, startsAt, 2020-01-02T09:00"
    })
    void whatIsRefusedStandsInTheFormThatSentItWithItsFault(String path, String form, String field, String typed) {
        own.answersBut("POST", "", 422, """
                {"errors":[{"field":"%s","remedy":"Give another day."}]}""".formatted(field));
        Browser student = own.signedIn("zhao");

        HttpResponse<String> refused = student.submit(
                path,
                student.get("/student").body(),
                Map.of(
                        "answerKey",
                        "5b1c1d8e-0000-4000-8000-0000000000ee",
                        "form",
                        form,
                        "decision",
                        "MOVE",
                        "paper",
                        "INTERNSHIP",
                        "offer",
                        "5b1c1d8e-0000-4000-8000-0000000000bb",
                        field,
                        typed));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .containsOnlyOnce("value=\"" + typed + "\"")
                .contains("href=\"#%s-%s\"".formatted(form, field), "id=\"%s-%s-fault\"".formatted(form, field))
                .contains("Give another day.");
    }

    /** Somebody who acts for a student reads of the paper, and cannot sign it. */
    @Test
    void aPaperIsSignedWhereItCanBe() {
        assertThat(own.signedIn("zhao").get("/student").body()).contains("value=\"INTERNSHIP\"");

        own.answersBut("GET", "/spring/placements", 200, OwnPages.PLACEMENTS.replace("[\"SIGN\"]", "[]"));

        assertThat(own.signedIn("zhao").get("/student").body())
                .contains("Internship record")
                .doesNotContain("value=\"INTERNSHIP\"");
    }

    @Test
    void nothingIsErasedUnlessItWasReadAndThenTheSessionIsOver() {
        Browser student = own.signedIn("zhao");
        String page = student.get("/student/data").body();
        student.submit("/student/data/erasure", page, Map.of());
        assertThat(own.internship.asked()).noneMatch(asked -> asked.method().equals("DELETE"));
        own.answersBut("DELETE", "/personal-data", 202, "{\"completeBy\":\"2026-11-30T10:00:00Z\"}");

        HttpResponse<String> erased = student.submit("/student/data/erasure", page, Map.of("understood", "yes"));

        assertThat(erased.body()).contains("2026-11-30 18:00");
        assertThat(student.get("/student", "Accept", "text/html").statusCode()).isEqualTo(302);
    }
}
