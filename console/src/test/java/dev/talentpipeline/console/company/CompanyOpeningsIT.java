package dev.talentpipeline.console.company;

import static dev.talentpipeline.console.company.CompanyDesk.CHEN;
import static dev.talentpipeline.console.company.CompanyDesk.CONSOLE;
import static dev.talentpipeline.console.company.CompanyDesk.FILE;
import static dev.talentpipeline.console.company.CompanyDesk.answers;
import static dev.talentpipeline.console.company.CompanyDesk.changes;
import static dev.talentpipeline.console.company.CompanyDesk.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Openings of the desk, posted, changed and brought in as a file. */
class CompanyOpeningsIT {

    @BeforeEach
    void servicesAnswer() {
        CompanyDesk.answersAsUsual();
    }

    @Test
    void manyOpeningsComeFromAFileThatIsLookedAtFirst() {
        answers("/api/v1/programmes/spring/imports", 200, FILE);
        String page = CHEN.get("/company/imports?programme=spring").body();
        assertThat(page).contains("/api/v1/import-templates/openings?format=XLSX");

        HttpResponse<String> uploaded = CHEN.post(
                "/company/imports",
                "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + Browser.csrfToken(page)
                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"programme\"\r\n\r\nspring"
                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n" + UUID.randomUUID()
                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"o.csv\"\r\n\r\nReference\nML-1\n\r\n--x--",
                "Content-Type",
                "multipart/form-data; boundary=x");

        assertThat(CONSOLE.internship.asked())
                .anySatisfy(
                        asked -> assertThat(asked.uri()).isEqualTo("/api/v1/programmes/spring/imports?kind=OPENINGS"));
        String looked = CHEN.get(uploaded.headers().firstValue("Location").orElseThrow())
                .body();
        assertThat(looked)
                .contains("Line and reference", "ML-1", ">Python<", "Give the first day.")
                .doesNotContain("Student number", "/university/");
    }

    @Test
    void aForbiddenTermIsNamedAtItsFieldAndWhatWasTypedStays() {
        answers("/api/v1/programmes/spring/internships", 422, """
                {"type":"https://talentpipeline.dev/problems/forbidden-term","detail":"no","field":"title","remedy":"Take it out.",
                 "terms":[{"field":"title","kind":"UNIVERSITY_TIER","term":"985 only","at":1},{"field":"description","kind":"FEE","term":"deposit of 5 yuan","at":3,"remedy":"Ask no fee."}]}""");

        HttpResponse<String> refused = submit(
                "/company/openings/spring/new",
                Map.of(
                        "internship",
                        "NEW-1",
                        "title",
                        "985 only",
                        "description",
                        "x deposit of 5 yuan",
                        "weeks",
                        "many",
                        "requiredSkills",
                        "python"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "id=\"title-fault\"",
                        "“985 only”: Take it out.",
                        "id=\"description-fault\"",
                        "“deposit of 5 yuan”: Ask no fee.")
                .contains("value=\"985 only\"", "x deposit of 5 yuan</textarea>", "value=\"many\"")
                .contains("name=\"requiredSkills\" value=\"python\"");
        assertThat(changes())
                .singleElement()
                .satisfies(put -> assertThat(put.body()).contains("\"weeks\":\"many\"", "\"requiredSkills\":[{"));
    }

    @Test
    void anotherOpeningUnderTheSameReferenceIsNotOverwritten() {
        HttpResponse<String> refused =
                submit("/company/openings/spring/new", Map.of("internship", "ML-7", "title", "Another"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"internship-fault\"", "has this reference already");
        assertThat(changes()).isEmpty();
    }

    @Test
    void aSkillIsAddedToTheFormAndNothingIsSavedYet() {
        HttpResponse<String> edited =
                submit("/company/openings/spring/new", Map.of("title", "Draft", "add", "requiredSkills:pytorch"));

        assertThat(edited.statusCode()).isEqualTo(200);
        assertThat(edited.body())
                .contains("name=\"requiredSkills\" value=\"pytorch\"", "name=\"level.pytorch\"", "value=\"Draft\"");
        assertThat(changes()).isEmpty();
        assertThat(CHEN.get("/company/openings/spring/terms?field=requiredSkills&opening=&typed=torch")
                        .body())
                .contains("value=\"requiredSkills:pytorch\"", "hx-post=\"/company/openings/spring/new\"")
                .doesNotContain("value=\"requiredSkills:rust\"");
    }

    @Test
    void aChangeKeepsTheListsAndTheVersionThatWasLookedAt() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("version", "4");
        typed.put("title", "Chip design II");
        typed.put("seats", "5");
        typed.put("applyBy", "2027-02-08");

        HttpResponse<String> changed = submit("/company/openings/spring/i-1/change", typed);

        assertThat(changed.headers().firstValue("Location").orElseThrow()).endsWith("/company/openings/spring/i-1");
        assertThat(changes()).singleElement().satisfies(put -> {
            assertThat(put.uri()).isEqualTo("/api/v1/programmes/spring/internships/ML-7");
            assertThat(put.header("If-Match")).hasValue("\"4\"");
            assertThat(put.body())
                    .contains("\"seats\":5", "\"preferences\":[\"aaaa-1\",\"bbbb-2\"]", "\"excluded\":[\"cccc-3\"]")
                    .contains("\"applyBy\":\"2027-02-07T16:00:00Z\"");
        });
    }

    @Test
    void theOwnOrderIsChangedByTheKeyboardAndByDragging() {
        submit("/company/openings/spring/i-1/list", Map.of("order", "aaaa-1,bbbb-2", "up", "bbbb-2"));
        assertThat(changes())
                .last()
                .satisfies(put -> assertThat(put.body())
                        .contains(
                                "\"preferences\":[\"bbbb-2\",\"aaaa-1\"]",
                                "\"title\":\"Chip design\"",
                                "\"onlyThese\":true"));

        submit("/company/openings/spring/i-1/list", Map.of("order", "bbbb-2,dddd-9"));
        assertThat(changes())
                .last()
                .satisfies(put -> assertThat(put.body()).contains("\"preferences\":[\"bbbb-2\",\"aaaa-1\"]"));

        submit("/company/openings/spring/i-1/list", Map.of("act", "exclude", "student", "aaaa-1"));
        assertThat(changes())
                .last()
                .satisfies(put -> assertThat(put.body())
                        .contains("\"preferences\":[\"bbbb-2\"]", "\"excluded\":[\"cccc-3\",\"aaaa-1\"]"));
    }

    @Test
    void whatIsTypedIsCountedBeforeItIsPosted() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("startsOn", "2027-03-01");
        typed.put("weeks", "12");
        typed.put("majors", "Law\n\nArt");
        typed.put("requiredSkills", "python");
        typed.put("level.python", "4");

        String counted = submit("/company/openings/spring/costs", typed).body();

        assertThat(CONSOLE.matching.lastAsked().uri())
                .isEqualTo(
                        "/api/v1/programmes/spring/requirement-costs?startsOn=2027-03-01&weeks=12&majors=Law&majors=Art"
                                + "&requiredSkills=python%3A4");
        assertThat(counted)
                .contains("<strong>13</strong>", "Python at level 3", "7 kept out")
                .doesNotContain("Stipend", "<html");
        typed.remove("startsOn");
        assertThat(submit("/company/openings/spring/costs", typed).body()).contains("Give the first day");
        assertThat(changes()).isEmpty();
    }
}
