package dev.talentpipeline.console.company;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.console.StubbedConsole;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk over stubbed services. */
class CompanyDeskIT {

    private static final String OPENING = """
            {"id":"i-1","reference":"ML-7","version":4,"state":"OPEN","title":"Chip design","occupation":"ai-engineer","region":"CN-SH",
             "remote":false,"startsOn":"2027-03-01","endsOn":"2027-06-20","weeks":16,"daysPerWeek":3,"stipend":6100,"seats":3,"taken":1,
             "minimumDegree":"BACHELOR","majors":[],"requiredSkills":[{"id":"python","level":3}],"preferredSkills":["rust"],"researchTopics":[],
             "preferences":["aaaa-1","bbbb-2"],"onlyThese":true,"excluded":["cccc-3"],"applyBy":"2027-02-07T16:00:00Z"}""";
    private static final String PLACEMENT = """
            {"id":"p-1","programme":"spring","offer":"o-1","student":"aaaa-1","internship":"i-1","company":"xinhe","state":"STARTED",
             "startsOn":"2027-03-01","endsOn":"2027-06-20","entries":[],"possible":["COMPLETED","ENDED","JOB_OFFERED"]}""";
    private static final String FILE = """
            {"id":"f-1","kind":"OPENINGS","state":"READY","rows":{"read":1,"done":0,"new":0,"changed":0,"unchanged":0,"bad":1},
             "columns":[{"at":0,"name":"Reference","field":"reference","taught":false},{"at":1,"name":"Boss","field":null,"taught":false}],
             "skills":[{"text":"py","skill":"python","level":3,"nearest":[],"rows":1}],"expiresAt":"2026-12-01T00:00:00Z"}""";
    private static final Map<String, String> FILES = Map.of(
            "/api/v1/programmes/spring/imports",
            "{\"items\":[],\"next\":null}",
            "/api/v1/programmes/spring/imports/f-1",
            FILE,
            "/api/v1/programmes/spring/imports/f-1/rows",
            """
            {"items":[{"line":2,"standing":"BAD","anchor":"ML-1","values":{"title":"Chips"},"kept":[],
              "problems":[{"column":"startsOn","value":null,"remedy":"Give the first day."}]}],"next":null}""");
    private static final Map<String, String> API = Map.of(
            "/api/v1/programmes",
            """
            {"items":[{"id":"spring","name":"Spring 2027","state":"RUNNING"}],"next":null}""",
            "/api/v1/programmes/spring/internships",
            "{\"items\":[" + OPENING + "],\"next\":null}",
            "/api/v1/programmes/spring/internships/i-1",
            OPENING,
            "/api/v1/catalogue/skills",
            """
            {"items":[{"id":"python","en":"Python","zh":"Python 语言"},{"id":"pytorch","en":"PyTorch","zh":"PyTorch"},
              {"id":"rust","en":"Rust","zh":"Rust 语言"}],"next":null}""",
            "/api/v1/catalogue/occupations",
            """
            {"items":[{"id":"ai-engineer","en":"AI engineer","zh":"人工智能工程技术人员"}],"next":null}""",
            "/api/v1/catalogue/reasons",
            """
            {"items":[{"act":"VETO","code":"budget","en":"The budget was cut","zh":"预算削减"}],"next":null}""",
            "/api/v1/programmes/spring/offers",
            """
            {"items":[{"id":"o-1","student":"aaaa-1","internship":"i-1","state":"AWAITING_APPROVAL","respondBy":"2026-12-03T09:00:00Z"}],"next":null}""",
            "/api/v1/offers/o-1",
            """
            {"id":"o-1","programme":"spring","student":"aaaa-1","internship":"i-1","state":"AWAITING_APPROVAL","score":0.8,"possible":["VETO"],
             "parts":{"skills":0.9},"history":[{"state":"AWAITING_APPROVAL","at":"2026-11-30T09:00:00Z","by":"MATCHING"}]}""",
            "/api/v1/programmes/spring/meetings",
            """
            {"items":[{"id":"m-1","student":"aaaa-1","internship":"i-1","state":"OPEN","interviews":[
              {"id":"t-1","state":"PROPOSED","startsAt":"2030-12-02T02:00:00Z","minutes":30,"proposedBy":"STUDENT","possible":["CONFIRM"]}]}],"next":null}""",
            "/api/v1/meetings/m-1",
            """
            {"id":"m-1","programme":"spring","student":"aaaa-1","internship":"i-1","state":"OPEN","history":[],"interviews":[
              {"id":"t-1","state":"PROPOSED","startsAt":"2030-12-02T02:00:00Z","minutes":30,"proposedBy":"STUDENT","possible":["MOVE","CANCEL"]},
              {"id":"t-2","state":"CONFIRMED","startsAt":"2030-12-03T02:00:00Z","minutes":30,"proposedBy":"COMPANY","possible":["MOVE","CANCEL"]}]}""");

    private static StubbedConsole console;
    private static StubService internship;
    private static StubService matching;
    private static Browser chen;

    @BeforeAll
    static void start() {
        console = new StubbedConsole("console_company");
        internship = console.internship;
        matching = console.matching;
        chen = console.signedIn("chen");
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @BeforeEach
    void servicesAnswer() {
        answers("", 0, "");
        matching.answers(200, "application/json", """
                {"eligible":13,"requirements":[{"requirement":"REQUIRED_SKILL","skill":"python","level":3,"keptOut":7},
                  {"requirement":"STIPEND","keptOut":0}]}""");
    }

    /** Everything as usual, but for calls that change something below this path. */
    private static void answers(String path, int status, String problem) {
        internship.answers(exchange -> {
            String asked = exchange.getRequestURI().getPath();
            boolean changing = !"GET".equals(exchange.getRequestMethod());
            if (changing && status != 0 && asked.startsWith(path)) {
                StubService.answer(exchange, status, "application/problem+json", problem);
            } else if (changing) {
                StubService.answer(exchange, 200, "application/json", OPENING);
            } else if (asked.equals("/api/v1/placements/p-1")) {
                StubService.answer(exchange, 200, "application/json", PLACEMENT);
            } else if (FILES.containsKey(asked)) {
                StubService.answer(exchange, 200, "application/json", FILES.get(asked));
            } else if (API.containsKey(asked)) {
                boolean other = asked.endsWith("/internships")
                        && exchange.getRequestURI().getQuery().contains("reference=NEW-1");
                StubService.answer(
                        exchange, 200, "application/json", other ? "{\"items\":[],\"next\":null}" : API.get(asked));
            } else {
                StubService.answer(exchange, 404, "application/problem+json", "{\"detail\":\"unknown\"}");
            }
        });
    }

    @Test
    void whatWaitsForTheCompanyComesFirstAndTheMostUrgentOfIt() {
        String page = chen.get("/company").body();

        assertThat(page)
                .containsSubsequence(
                        "Approve or veto a proposed candidate", "2026-12-03 17:00", "Confirm the time of an interview");
        assertThat(page).contains("href=\"/company/offers/o-1\"", "href=\"/company/meetings/m-1\"", "1 / 3");
    }

    @Test
    void aTimeThatIsRefusedStaysWhereItWasTypedAndNowhereElse() {
        String before = chen.get("/company/meetings/m-1").body();
        answers("/api/v1/meetings/m-1/interviews/t-2", 400, """
                {"type":"/problems/invalid","detail":"startsAt is past","errors":[{"field":"startsAt","remedy":"Give a time to come."}]}""");

        HttpResponse<String> refused = chen.submit(
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
        String before = chen.get("/company/placements/p-1").body();
        answers("/api/v1/placements/p-1/events", 400, """
                {"type":"/problems/invalid","detail":"no","errors":[{"field":"startsOn","remedy":"Give a later day."}]}""");

        HttpResponse<String> refused = chen.submit(
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

        assertThat(chen.get("/company").body()).contains(spring + "/internships?company=xinhe&amp;" + file);
        assertThat(chen.get("/company/openings/spring/i-1/candidates").body())
                .contains(spring + "/internships/i-1/candidates?" + file);
        assertThat(chen.get("/company/meetings?state=OPEN").body())
                .contains(spring + "/meetings?state=OPEN&amp;" + file);
        assertThat(chen.get("/company/placements").body()).contains(spring + "/placements?" + file);
        assertThat(chen.get("/company/offers?opening=i-1").body())
                .contains(spring + "/offers?internship=i-1&amp;" + file);
    }

    @Test
    void manyOpeningsComeFromAFileThatIsLookedAtFirst() {
        answers("/api/v1/programmes/spring/imports", 200, FILE);
        String page = chen.get("/company/imports?programme=spring").body();
        assertThat(page).contains("/api/v1/import-templates/openings?format=XLSX");

        HttpResponse<String> uploaded = chen.post(
                "/company/imports",
                "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + Browser.csrfToken(page)
                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"programme\"\r\n\r\nspring"
                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n" + UUID.randomUUID()
                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"o.csv\"\r\n\r\nReference\nML-1\n\r\n--x--",
                "Content-Type",
                "multipart/form-data; boundary=x");

        assertThat(internship.asked())
                .anySatisfy(
                        asked -> assertThat(asked.uri()).isEqualTo("/api/v1/programmes/spring/imports?kind=OPENINGS"));
        String looked = chen.get(uploaded.headers().firstValue("Location").orElseThrow())
                .body();
        assertThat(looked)
                .contains("Line and reference", "ML-1", ">Python<", "Give the first day.")
                .doesNotContain("Student number", "/university/");
    }

    @Test
    void aForbiddenTermIsNamedAtItsFieldAndWhatWasTypedStays() {
        answers("/api/v1/programmes/spring/internships", 422, """
                {"type":"https://talentpipeline.dev/problems/forbidden-term","detail":"no","field":"title","remedy":"Take it out.",
                 "terms":[{"field":"title","kind":"UNIVERSITY_TIER","term":"985 only","at":1},{"field":"description","kind":"AGE","term":"under 25","at":3}]}""");

        HttpResponse<String> refused = submit(
                "/company/openings/spring/new",
                Map.of(
                        "internship",
                        "NEW-1",
                        "title",
                        "985 only",
                        "description",
                        "x under 25",
                        "weeks",
                        "many",
                        "requiredSkills",
                        "python"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"title-fault\"", "“985 only”: Take it out.", "id=\"description-fault\"", "“under 25”")
                .contains("value=\"985 only\"", "x under 25</textarea>", "value=\"many\"")
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
        assertThat(chen.get("/company/openings/spring/terms?field=requiredSkills&opening=&typed=torch")
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
    void withoutMatchingTheRestOfTheOpeningIsThere() {
        matching.answers(HttpExchange::close);

        assertThat(chen.get("/company/openings/spring/i-1").body())
                .contains("Chip design", "AI engineer", "matching-service cannot be reached at the moment");
        assertThat(chen.get("/company/openings/spring/i-1/candidates").body())
                .contains("Your list", "Candidate AAAA", "matching-service cannot be reached at the moment");
    }

    @Test
    void aRefusedVetoSaysSoAndAnotherAttemptIsAnotherDeed() {
        String before = chen.get("/company/offers/o-1").body();
        assertThat(before).contains("value=\"VETO\"").doesNotContain("value=\"APPROVE\"", "value=\"RELEASE\"");
        answers("/api/v1/offers/o-1/decisions", 409, """
                {"type":"https://talentpipeline.dev/problems/decision-not-possible","detail":"It is EXTENDED."}""");

        HttpResponse<String> refused = chen.submit(
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
    void whatIsTypedIsCountedBeforeItIsPosted() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("startsOn", "2027-03-01");
        typed.put("weeks", "12");
        typed.put("majors", "Law\n\nArt");
        typed.put("requiredSkills", "python");
        typed.put("level.python", "4");

        String counted = submit("/company/openings/spring/costs", typed).body();

        assertThat(matching.lastAsked().uri())
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

    @Test
    void whatDoesNotExistSaysSo() {
        assertThat(chen.get("/company/openings/spring/none").body()).contains("unknown");
        assertThat(chen.get("/company/meetings/none").body()).contains("unknown");
        assertThat(chen.get("/company/placements/none").body()).contains("unknown");
    }

    private static List<Asked> changes() {
        return internship.asked().stream()
                .filter(asked -> !"GET".equals(asked.method()))
                .toList();
    }

    private static HttpResponse<String> submit(String path, Map<String, String> fields) {
        return chen.submit(path, chen.get("/company").body(), fields);
    }

    private static String hidden(String page) {
        Matcher matcher = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
