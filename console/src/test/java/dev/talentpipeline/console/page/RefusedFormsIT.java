package dev.talentpipeline.console.page;

import static dev.talentpipeline.console.StubbedDesks.KEY;
import static dev.talentpipeline.console.StubbedDesks.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubbedDesks;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A form that is refused is there again on its page: open, as it was filled in, its fault at the field, and the page at an address of its own. */
class RefusedFormsIT {

    private static final String REFUSED = """
            {"type":"https://talentpipeline.dev/problems/invalid-fields","errors":[{"field":"reason","value":"x","remedy":"Give a code."}]}""";

    private final StubbedDesks desks = new StubbedDesks();
    private final Map<String, String> answers = desks.answers();

    @Test
    void aCompanyThatIsNotSuspendedIsAskedForAgainOfAUniversityAndOfOperations() {
        answers.put("/api/v1/organisations", """
                {"items":[{"id":"fuyu","kind":"COMPANY","state":"VERIFIED","possible":["SUSPEND"]},{"id":"xinhe","kind":"COMPANY","state":"VERIFIED","possible":["SUSPEND"]}],"next":null}""");
        answers.put("POST /api/v1/organisations/fuyu/decisions", REFUSED);
        String decided = "/%s/fuyu/decisions";

        String university = refused(
                desks.signedIn("li"),
                "/university/companies?state=VERIFIED",
                decided.formatted("university/companies"),
                Map.of("key", KEY, "decision", "SUSPEND", "state", "VERIFIED"),
                "suspend-fuyu",
                "code-of-SUSPEND_COMPANY");
        String operations = refused(
                desks.signedIn("admin"),
                "/operations/organisations?kind=COMPANY",
                decided.formatted("operations/organisations"),
                Map.of("answerKey", KEY, "decision", "SUSPEND", "kind", "COMPANY"),
                "suspend-fuyu",
                "code-of-SUSPEND_COMPANY");

        assertThat(university)
                .containsOnlyOnce("<details class=\"inline-details\" open=\"open\">")
                .contains("name=\"state\" value=\"VERIFIED\"")
                .doesNotContain("id=\"suspend-xinhe-reason-fault\"");
        assertShownAt(university, "/university/companies?state=VERIFIED");
        assertThat(operations)
                .containsOnlyOnce("aria-labelledby=\"suspend-fuyu-title\" open=\"open\"")
                .containsPattern("id=\"filters-set\" class=\"chip\">[^<]*1[^<]*<");
        assertShownAt(operations, "/operations/organisations?kind=COMPANY");
    }

    @Test
    void anOpeningThatIsNotRejectedIsAskedForAgain() {
        answers.put("/api/v1/programmes/spring/internships", """
                {"items":[{"id":"i-1","title":"Chip design","state":"WAITING","possible":["APPROVE","REJECT"]}],"next":null}""");
        answers.put("POST /api/v1/programmes/spring/internships/i-1/decisions", REFUSED);

        String page = refused(
                desks.signedIn("li"),
                "/university/openings?programme=spring",
                "/university/openings/i-1/decisions",
                Map.of("key", KEY, "decision", "REJECT", "programme", "spring"),
                "reject-i-1",
                "code-of-REJECT_OPENING");

        assertThat(page).contains("<details class=\"inline-details\" open=\"open\">");
        assertShownAt(page, "/university/openings?programme=spring");
    }

    @Test
    void aDestinationThatIsNotVoidedIsAskedForAgainAndTheOtherFormStaysEmpty() {
        answers.put("/api/v1/organisations/beida/roll/2024", """
                {"id":"e-1","number":"2024","name":"王小明","asked":0}""");
        answers.put("/api/v1/destination-kinds", "{\"items\":[],\"next\":null}");
        answers.put("/api/v1/organisations/beida/roll/2024/destinations", """
                {"items":[{"id":"d-2","state":"CURRENT","kind":"10","possible":["VERIFY","VOID"]}],"next":null}""");
        answers.put("POST /api/v1/organisations/beida/roll/2024/destinations/d-2/decisions", REFUSED);

        String page = refused(
                desks.signedIn("li"),
                "/university/destinations/2024",
                "/university/destinations/2024/decisions",
                Map.of("key", KEY, "decision", "VOID", "destination", "d-2"),
                "void-d-2",
                "code-of-VOID");

        assertThat(page)
                .contains("<details class=\"inline-details\" open=\"open\">")
                .containsOnlyOnce("form-faults");
        assertShownAt(page, "/university/destinations/2024");
    }

    @Test
    void whomNobodyWasRemindedForIsAskedAgain() {
        answers.put("/api/v1/organisations/beida/roll", "{\"items\":[],\"next\":null}");
        answers.put("POST /api/v1/organisations/beida/roll/claim-reminders", """
                {"type":"https://talentpipeline.dev/problems/invalid-fields","errors":[{"field":"major","value":"x","remedy":"Give a major."}]}""");
        Browser li = desks.signedIn("li");

        HttpResponse<String> page = li.submit(
                "/university/roll-reminders",
                li.get("/university/roll").body(),
                Map.of("key", KEY, "form", "remind", "major", "Physics"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "aria-labelledby=\"remind-title\" open=\"open\"",
                        "id=\"remind-major-fault\"",
                        "value=\"Physics\"");
        assertShownAt(page.body(), "/university/roll");
    }

    @Test
    void aStudentWhoHasNotReadWhatErasureIsStaysOnThePage() {
        Browser zhao = desks.signedIn("zhao");

        HttpResponse<String> page =
                zhao.submit("/student/data/erasure", zhao.get("/student/data").body(), Map.of());

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("role=\"alert\"");
        assertShownAt(page.body(), "/student/data");
    }

    @Test
    void anInvitationThatIsNotSentIsThereAgain() {
        Browser admin = desks.signedIn("admin");

        HttpResponse<String> page = admin.submit(
                "/accounts/invitations",
                admin.get("/accounts").body(),
                Map.of("form", "invite", "email", "wu@example.org", "role", "COMPANY", "org", "no such"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("value=\"wu@example.org\"", "value=\"no such\"", "id=\"invite-org-fault\"")
                .contains("list=\"organisations\"", "<option value=\"fuyu\">")
                .contains("<option value=\"COMPANY\" selected=\"selected\">", "href=\"#invite-org\"");
        assertShownAt(page.body(), "/accounts");
    }

    @Test
    void aBrakeThatIsNotSetIsThereAgainWithItsLimit() {
        answers.put("/api/v1/brakes", """
                {"items":[{"outlet":"EMAIL","version":3,"paused":false,"perMinute":60},{"outlet":"WEBHOOK","version":1,"paused":false,"perMinute":7}],"next":null}""");
        answers.put("PUT /api/v1/brakes/EMAIL", """
                {"type":"https://talentpipeline.dev/problems/invalid-fields","errors":[{"field":"perMinute","value":"0","remedy":"Send a number from 1 to 100000."}]}""");
        Browser admin = desks.signedIn("admin");

        HttpResponse<String> page = admin.submit(
                "/operations/brakes/EMAIL",
                admin.get("/operations/brakes").body(),
                Map.of("form", "brake-EMAIL", "version", "3", "paused", "false", "perMinute", "many"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("id=\"brake-EMAIL-perMinute\" value=\"many\"", "id=\"brake-EMAIL-perMinute-fault\"")
                .contains("id=\"brake-WEBHOOK-perMinute\" value=\"7\"")
                .doesNotContain("id=\"brake-WEBHOOK-perMinute-fault\"");
        assertShownAt(page.body(), "/operations/brakes");
    }

    @Test
    void whatStaysInQuarantineIsAskedForAgainWithTheReasonThatWasGiven() {
        answers.put("/api/v1/dead-letters/letters", """
                {"items":[{"id":7,"topic":"offers","group":"console","cause":"POISON","standing":"QUARANTINED","content":"EVENT","times":3,"deadAt":"2026-11-30T09:00:00Z"}],"next":null}""");
        answers.put("POST /api/v1/dead-letters/letters/7/release", """
                {"type":"https://talentpipeline.dev/problems/invalid-fields","errors":[{"field":"why","value":"x","remedy":"Send a value; it is required."}]}""");
        Browser admin = desks.signedIn("admin");
        String from = "/operations/dead-letters/letters?standing=QUARANTINED";

        HttpResponse<String> page = admin.submit(
                "/operations/dead-letters/letters/7/release",
                admin.get(from).body(),
                Map.of("form", "release-7", "answerKey", KEY, "why", "x", "standing", "QUARANTINED"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "<details open=\"open\">",
                        "value=\"x\"",
                        "id=\"release-7-why-fault\"",
                        "href=\"#release-7-why\"");
        assertShownAt(page.body(), from);
    }

    /** What came to nothing has no page of its own: its language link leads to the way in, and no error. */
    @Test
    void theLanguageOfAFormThatFailedIsChangedAtTheWayIn() {
        Browser li = desks.signedIn("li");

        HttpResponse<String> page = li.submit(
                "/university/companies/fuyu/decisions", li.get("/account").body(), Map.of("decision", "VERIFY"));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("class=\"language\" href=\"/?lang=zh\"");
    }

    /** The page that answers; the one reason was chosen in the named form. */
    private static String refused(
            Browser person, String from, String form, Map<String, String> fields, String name, String reason) {
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("form", name);
        sent.put("reason", reason);
        String before = person.get(from).body();
        assertThat(before).contains("id=\"" + name + "-reason\"").doesNotContain("selected=\"selected\">Because");

        HttpResponse<String> answer = person.submit(form, before, sent);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(words(answer.body())).contains("Some fields need another look.", "Give a code.");
        assertThat(answer.body())
                .contains("id=\"" + name + "-reason-fault\"", "href=\"#" + name + "-reason\"")
                .containsOnlyOnce("<option value=\"" + reason + "\" selected=\"selected\">Because</option>");
        return answer.body();
    }

    private static void assertShownAt(String page, String address) {
        String escaped = address.replace("&", "&amp;");
        assertThat(page)
                .contains("<body data-shown-at=\"" + escaped + "\" data-typed=\"yes\">")
                .contains(
                        "class=\"language\" href=\"" + escaped + (address.contains("?") ? "&amp;" : "?") + "lang=zh\"");
    }
}
