package dev.talentpipeline.console.university;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.console.StubbedConsole;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UniversityPagesIT {

    private static final String COUNTS = "\"noProfile\":1,\"outOfMarket\":2,\"inMarket\":3,\"matched\":4";

    private static StubService internship;
    private static final String KEY = "5b1c1d8e-0000-4000-8000-0000000000ff";
    private static final String PLACEMENT = """
            {"id":"p-1","programme":"spring","offer":"o-1","student":"s-1","internship":"i-1","company":"xinhe","state":"AWAITING_SIGNATURES",
             "startsOn":"2027-03-01","endsOn":"2027-06-30","agreement":{"revision":2,"signedBy":[],"unsigned":["UNIVERSITY"]},
             "possible":[],
             "entries":[{"entry":1,"event":"STARTED","state":"RECORDED","on":"2027-03-01","by":"COMPANY","possible":["CONFIRMED","DISPUTED"]}]}""";
    private static final String INVITATION = """
            {"id":"m-1","programme":"spring","student":"s-1","internship":"i-1","company":"xinhe","state":"INVITED","respondBy":"2026-12-03T09:00:00Z",
             "possible":["DECLINE"]}""";

    private static StubbedConsole console;

    private final Map<String, String> answers = new HashMap<>();
    private Browser li;

    @BeforeAll
    static void start() {
        console = new StubbedConsole("console_university", "talentpipeline.services.matching=http://127.0.0.1:1");
        internship = console.internship;
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @BeforeEach
    void signIn() {
        answers.clear();
        answers.put("/api/v1/programmes", """
                {"items":[{"id":"spring","name":"Spring 2027","state":"RUNNING","endorsement":"CAREER_CENTRE"}],"next":null}""");
        answers.put("/api/v1/programmes/spring/students", """
                {"items":[{"id":"s-1","number":"2024","name":"王小明","degree":"MASTER","state":"ACTIVE"}],"next":"c2"}""");
        answers.put("/api/v1/programmes/spring/students/s-1", """
                {"id":"s-1","number":"2024","person":"p-1","name":"王小明","state":"ACTIVE","skills":[{"id":"java","level":4}],
                 "attestedSkills":[{"id":"java","level":5,"source":"COURSE"},{"id":"cad","level":2,"source":"CERTIFICATE"}]}""");
        answers.put("/api/v1/programmes/spring/internships", """
                {"items":[{"id":"i-1","title":"Chip design","company":"xinhe"}],"next":null}""");
        answers.put("/api/v1/programmes/spring/offers", """
                {"items":[{"id":"o-2","student":"s-2","internship":"i-1","state":"ACCEPTED","possible":["ENDORSE"],"respondBy":"2026-12-05T09:00:00Z"},
                  {"id":"o-1","student":"s-1","internship":"i-1","state":"ACCEPTED","possible":["ENDORSE"],"respondBy":"2026-12-01T09:00:00Z"},
                  {"id":"o-3","student":"s-3","internship":"i-1","state":"ACCEPTED","possible":[],"respondBy":"2026-11-30T09:00:00Z"}],"next":null}""");
        answers.put("/api/v1/programmes/spring/placements", "{\"items\":[],\"next\":null}");
        answers.put("/api/v1/programmes/spring/imports", "{\"items\":[],\"next\":null}");
        answers.put("/api/v1/organisations", "{\"items\":[{\"id\":\"fuyu\",\"state\":\"ENTERED\"}],\"next\":null}");
        answers.put("/api/v1/organisations/beida/roll-standing", """
                {"all":{"entries":20,"unclaimed":{"entries":7,%s},"claimed":{"entries":13,%s},"consentAwaited":0},"items":[]}""".formatted(COUNTS, COUNTS));
        answers.put(
                "/api/v1/catalogue/skills", "{\"items\":[{\"id\":\"java\",\"en\":\"Java language\"}],\"next\":null}");
        answers.put("/api/v1/catalogue/reasons", """
                {"items":[{"code":"no-credit","en":"It does not count","zh":"不计入学分"}],"next":null}""");
        internship.answers(exchange -> {
            String path = exchange.getRequestURI().getPath();
            String body = answers.getOrDefault(exchange.getRequestMethod() + " " + path, answers.get(path));
            if (body == null) {
                StubService.answer(exchange, 404, "application/problem+json", "{\"detail\":\"unknown\"}");
            } else {
                StubService.answer(exchange, body.contains("\"errors\"") ? 400 : 200, "application/json", body);
            }
        });
        li = console.signedIn("li");
    }

    @Test
    void whatNeedsTheUniversityComesFirstThenTheCohort() {
        String page = words(li.get("/university").body());

        assertThat(page)
                .contains("Endorse: 2 accepted offers wait for your word The first deadline is 2026-12-01 17:00")
                .contains("Companies to verify: 1", "Students who have not been heard of: 7")
                .doesNotContain("Openings to approve", "own consent is awaited");
        assertThat(page.indexOf("What needs you today")).isLessThan(page.indexOf("The cohort at a glance"));
        assertThat(page).contains("On the roll 20", "Matched 8", "To be matched 6", "Out of the market 4");
    }

    @Test
    void whatAPageListsIsToBeHadAsAFileWithWhatNarrowsThePage() {
        String spring = "/api/v1/programmes/spring";
        Map<String, String> files = Map.of(
                "students?state=ACTIVE&standing=&name=%E7%8E%8B&major=",
                spring + "/students?name=%E7%8E%8B&amp;state=ACTIVE&amp;",
                "offers",
                spring + "/offers?",
                "endorsements",
                spring + "/offers?state=ACCEPTED&amp;",
                "meetings?state=",
                spring + "/meetings?",
                "placements?state=STARTED",
                spring + "/placements?state=STARTED&amp;",
                "openings",
                spring + "/internships?state=WAITING&amp;",
                "companies?state=ENTERED",
                "/api/v1/organisations?kind=COMPANY&amp;state=ENTERED&amp;",
                "roll?claimed=false&school=",
                "/api/v1/organisations/beida/roll?claimed=false&amp;",
                "destinations",
                "/api/v1/organisations/beida/destinations?",
                "outcomes",
                "/api/v1/organisations/beida/roll-standing?programme=spring&amp;");
        files.forEach((page, file) -> assertThat(li.get("/university/" + page).body())
                .as(page)
                .contains("href=\"" + file + "format=XLSX&amp;language=en\" download"));
    }

    @Test
    void anAgreementIsDraftedAndWhatIsWrongStandsAtItsField() {
        answers.put("/api/v1/offers/o-1", """
                {"id":"o-1","programme":"spring","student":"s-1","internship":"i-1","state":"CONFIRMED"}""");
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
        assertThat(internship.asked())
                .filteredOn(asked -> asked.method().equals("PUT"))
                .extracting(Asked::body)
                .containsExactly("{\"number\":\"A-1\",\"daysPerWeek\":4,\"insurance\":{\"paidBy\":\"COMPANY\"}}");
    }

    @Test
    void aPlacementNamesItsStudentAndWaitsForTheUniversityWhereItIsOneOfTheParties() {
        answers.put("/api/v1/programmes/spring/placements", "{\"items\":[" + PLACEMENT + "],\"next\":null}");
        answers.put("/api/v1/placements/p-1", PLACEMENT);
        answers.put("/api/v1/offers/o-1/agreement", """
                {"id":"a-1","number":"2027-1","state":"PARTLY_SIGNED","revision":2,"signatures":[],"unsigned":["UNIVERSITY"]}""");
        assertThat(li.get("/university/placements").body()).contains("王小明", "Chip design");

        String page = li.get("/university/placements/p-1").body();
        li.submit(
                "/university/placements/p-1/signatures",
                page,
                Map.of("key", KEY, "offer", "o-1", "revision", "2", "signedOn", "2027-02-01"));

        assertThat(page)
                .contains("Enter our signature", "value=\"CONFIRMED\"")
                .doesNotContain("value=\"STARTED\"", "value=\"VOIDED\"");
        assertThat(internship.asked())
                .filteredOn(asked -> asked.method().equals("POST"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).isEqualTo("{\"signedOn\":\"2027-02-01\",\"revision\":2}"));
        assertThat(console.signedIn("chen").get("/university/placements").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aCertificateIsVerifiedOnTheStudentsPageWhereEverythingHasItsName() {
        answers.put("/api/v1/people/p-1/certificates", """
                {"items":[{"occupation":"ai-engineer","level":"SENIOR","number":"C-9","state":"ENTERED"}],"next":null}""");
        String page = li.get("/university/students/s-1?programme=spring").body();
        assertThat(page).contains("Java language", "C-9", "not seen yet");

        HttpResponse<String> decided = li.submit(
                "/university/students/s-1/certificates",
                page,
                Map.of(
                        "key",
                        KEY,
                        "programme",
                        "spring",
                        "person",
                        "p-1",
                        "occupation",
                        "ai-engineer",
                        "decision",
                        "VERIFY"));

        assertThat(decided.headers().firstValue("Location")).hasValue("/university/students/s-1?programme=spring");
        assertThat(internship.asked())
                .anySatisfy(asked ->
                        assertThat(asked.uri()).isEqualTo("/api/v1/people/p-1/certificates/ai-engineer/decisions"));
    }

    @Test
    void anInvitationIsAnsweredForAStudentWhoCannot() {
        answers.put("/api/v1/programmes/spring/meetings", "{\"items\":[" + INVITATION + "],\"next\":null}");
        answers.put("/api/v1/meetings/m-1", INVITATION);
        assertThat(li.get("/university/meetings").body()).contains("王小明", "Chip design", "invited");
        String page = li.get("/university/meetings/m-1").body();
        assertThat(page).contains("value=\"DECLINE\"").doesNotContain("value=\"ACCEPT\"");
        answers.put("POST /api/v1/meetings/m-1/decisions", INVITATION);

        li.submit(
                "/university/meetings/m-1/decisions",
                page,
                Map.of("key", KEY, "decision", "DECLINE", "reason", "busy"));

        assertThat(internship.asked())
                .filteredOn(asked -> asked.method().equals("POST"))
                .singleElement()
                .satisfies(
                        asked -> assertThat(asked.body()).isEqualTo("{\"decision\":\"DECLINE\",\"reason\":\"busy\"}"));
    }

    @Test
    void aPartThatIsMissingLeavesTheRestOfTheDay() {
        answers.remove("/api/v1/organisations/beida/roll-standing");

        String page = words(li.get("/university").body());

        assertThat(page).contains("The service did not give this part.", "Endorse: 2", "Companies to verify: 1");
    }

    @Test
    void filtersAreTheApisAndStandingsAreAskedForOnceAPage() {
        String page = li.get("/university/students?name=%E7%8E%8B&standing=WAITING&degree=MASTER&skill=")
                .body();

        assertThat(internship.asked())
                .extracting(Asked::uri)
                .contains("/api/v1/programmes/spring/students?name=%E7%8E%8B&standing=WAITING&degree=MASTER&limit=25")
                .filteredOn(uri -> uri.contains("/offers"))
                .hasSize(1);
        assertThat(page)
                .contains(
                        "/university/students?programme=spring&amp;name=%E7%8E%8B&amp;standing=WAITING&amp;degree=MASTER&amp;cursor=c2");
    }

    @Test
    void aSkillIsSearchedForByItsName() {
        String page = li.get("/university/students?skill=java%20lang").body();

        assertThat(internship.asked())
                .extracting(Asked::uri)
                .contains("/api/v1/programmes/spring/students?skill=java&limit=25");
        assertThat(page)
                .contains("value=\"java lang\"", "/students?skill=java&amp;format=XLSX", "value=\"Java language\"");
    }

    @Test
    void aStudentsPageSaysWhereSkillsComeFromAndLivesWithoutTheMatcher() {
        HttpResponse<String> response = li.get("/university/students/s-1?programme=spring");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(words(response.body()))
                .contains("Java language own word course 4", "cad certificate 2")
                .contains("matching-service cannot be reached at the moment", "Chip design");
    }

    @Test
    void manyAreEndorsedAtOnceAndEachSaysWhatBecameOfIt() {
        String queue = li.get("/university/endorsements").body();
        assertThat(words(queue)).contains("王小明").doesNotContain("s-3");
        answers.put("/api/v1/offers/decisions", """
                {"items":[{"offer":"o-1","status":200,"state":"CONFIRMED","version":3},
                  {"offer":"o-2","status":409,"problem":{"type":"https://talentpipeline.dev/problems/offer-not-open","detail":"It is LAPSED."}}]}""");
        String key = UUID.randomUUID().toString();

        HttpResponse<String> response = li.post(
                "/university/endorsements",
                "_csrf=%s&programme=spring&key=%s&decision=ENDORSE&offer=o-1&offer=o-2&reason=no-credit"
                        .formatted(Browser.csrfToken(queue), key),
                "Content-Type",
                "application/x-www-form-urlencoded");

        Asked decided = internship.asked().stream()
                .filter(asked -> asked.method().equals("POST"))
                .findFirst()
                .orElseThrow();
        assertThat(decided.body()).isEqualTo("{\"decision\":\"ENDORSE\",\"offers\":[\"o-1\",\"o-2\"]}");
        assertThat(decided.header("Idempotency-Key")).hasValue(key);
        assertThat(words(response.body()))
                .contains("王小明 Chip design confirmed", "Nothing can be decided about this offer any more. not done");
    }

    @Test
    void decidingOnNobodyAsksNothing() {
        String queue = li.get("/university/endorsements").body();

        HttpResponse<String> response = li.submit(
                "/university/endorsements",
                queue,
                Map.of("programme", "spring", "key", UUID.randomUUID().toString(), "decision", "REFUSE"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("Nobody was selected");
        assertThat(internship.asked()).noneMatch(asked -> asked.method().equals("POST"));
    }

    @Test
    void aFileWithABadRowShowsWhatIsWrongInItsPlaceAndCannotBeEntered() {
        answers.put("/api/v1/programmes/spring/imports/m-1", """
                {"id":"m-1","state":"READY","rows":{"read":2,"done":0,"new":1,"changed":0,"unchanged":0,"bad":1},
                 "columns":[{"at":1,"name":"学号","field":"number","taught":false},{"at":2,"name":"证件号","field":null,"taught":false}],
                 "skills":[{"text":"炼丹","skill":null,"nearest":["deep-learning"],"rows":1}],
                 "leftOut":[{"path":"work[].summary","times":3},{"path":"sheet[经济学院]","times":240},{"path":"skills[] (row 512 …)","times":7}],"createdAt":"2026-11-29T10:00:00Z","expiresAt":"2026-11-29T11:00:00Z"}""");
        answers.put("/api/v1/programmes/spring/imports/m-1/rows", """
                {"items":[{"line":3,"standing":"BAD","anchor":"2024","values":{"name":"李"},"kept":[],
                  "problems":[{"column":"email","value":"bad","remedy":"Give one address."}]}],"next":null}""");

        String page = li.get("/university/imports/m-1?programme=spring").body();

        assertThat(internship.asked())
                .extracting(Asked::uri)
                .contains("/api/v1/programmes/spring/imports/m-1/rows?state=BAD&limit=25");
        assertThat(words(page))
                .contains("E-mail “bad” Give one address.", "To mend 1")
                .contains(
                        "Left out",
                        "work[].summary 3 times",
                        "Sheet 经济学院, with 240 rows",
                        "7 more skills that were not recognised, from row 512 on");
        assertThat(page).doesNotContain("/commit\"");

        assertThat(page).contains("name=\"columns.2\"", "name=\"skill.0\"");
    }

    @Test
    void aColumnIsSetRightWithoutAnotherUpload() {
        answers.put("/api/v1/programmes/spring/imports/m-1", """
                {"id":"m-1","state":"READY","rows":{"read":2,"done":0,"new":2,"changed":0,"unchanged":0,"bad":0},
                 "columns":[{"at":1,"name":"学号","field":"number","taught":false},{"at":2,"name":"证件","field":"phone","taught":false},{"at":4,"name":"备注","field":null,"taught":false}],
                 "skills":[{"text":"炼丹","skill":null,"nearest":["deep-learning"],"rows":1}],"createdAt":"2026-11-29T10:00:00Z","expiresAt":"2026-11-29T11:00:00Z"}""");
        answers.put("/api/v1/programmes/spring/imports/m-1/rows", "{\"items\":[],\"next\":null}");
        answers.put("/api/v1/import-vocabularies/students", """
                {"version":4,"columns":{"旧":"name"},"skills":{}}""");
        answers.put(
                "/api/v1/programmes/spring/imports/m-1/readings",
                "{\"id\":\"m-1\",\"state\":\"READING\",\"rows\":{\"read\":0,\"done\":0,\"new\":0,\"changed\":0,\"unchanged\":0,\"bad\":0}}");
        String page = li.get("/university/imports/m-1?programme=spring").body();
        assertThat(page).contains("<option value=\"phone\" selected=\"selected\">");
        Map<String, String> typed = new TreeMap<>(Map.of(
                "programme",
                "spring",
                "key",
                UUID.randomUUID().toString(),
                "columns.1",
                "number",
                "was.1",
                "number",
                "name.1",
                "学号",
                "columns.2",
                "",
                "was.2",
                "phone",
                "name.2",
                "证件"));
        typed.putAll(Map.of(
                "columns.4", "name", "was.4", "", "name.4", "备注", "text.0", "炼丹", "skill.0", "", "remember", "true"));

        HttpResponse<String> again = li.submit("/university/imports/m-1/readings", page, typed);

        assertThat(again.headers().firstValue("Location")).hasValue("/university/imports/m-1?programme=spring");
        Asked reading = internship.lastAsked();
        assertThat(reading.uri()).isEqualTo("/api/v1/programmes/spring/imports/m-1/readings");
        assertThat(reading.body()).isEqualTo("{\"columns\":{\"1\":\"number\",\"4\":\"name\"}}");
        assertThat(reading.header("Idempotency-Key")).hasValue(typed.get("key"));
        Asked taught = internship.asked().stream()
                .filter(asked -> asked.method().equals("PUT"))
                .findFirst()
                .orElseThrow();
        assertThat(taught.body())
                .as("what was taught before stays, what was right is not taught")
                .contains("\"columns\":{\"备注\":\"name\",\"旧\":\"name\",\"证件\":\"\"}", "\"skills\":{}");
        assertThat(taught.header("If-Match")).hasValue("\"4\"");

        answers.put("POST /api/v1/programmes/spring/imports/m-1/readings", """
                {"type":"https://talentpipeline.dev/problems/invalid-fields","errors":[{"field":"columns.4","value":"number","remedy":"x"}]}""");
        typed.remove("remember");
        typed.put("columns.4", "number");
        HttpResponse<String> refused = li.submit("/university/imports/m-1/readings", page, typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"column-4-fault\"", "Another column is taken for the same.");
        assertThat(internship.asked().stream().filter(asked -> asked.method().equals("PUT")))
                .as("nothing was to be remembered")
                .hasSize(1);
    }

    @Test
    void aFileGoesToTheServiceAsItIs() {
        String page = li.get("/university/imports").body();
        answers.put(
                "/api/v1/programmes/spring/imports",
                "{\"id\":\"m-1\",\"state\":\"READING\",\"rows\":{\"read\":0,\"done\":0,\"new\":0,\"changed\":0,\"unchanged\":0,\"bad\":0}}");
        String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        String body = part.formatted("_csrf", Browser.csrfToken(page))
                + part.formatted("programme", "spring")
                + part.formatted("key", UUID.randomUUID())
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n学号,姓名\n1,李\r\n--x--\r\n";

        HttpResponse<String> response =
                li.post("/university/imports", body, "Content-Type", "multipart/form-data; boundary=x");

        assertThat(response.headers().firstValue("Location")).hasValue("/university/imports/m-1?programme=spring");
        assertThat(internship.lastAsked().uri()).isEqualTo("/api/v1/programmes/spring/imports?kind=STUDENTS");
        assertThat(internship.lastAsked().body()).isEqualTo("学号,姓名\n1,李");
        assertThat(internship.lastAsked().header("Content-Length")).hasValue("19");
    }

    @Test
    void aRefusedFieldOfTheRollSaysSoAndKeepsWhatWasTyped() {
        answers.put("/api/v1/organisations/beida/roll/2024", """
                {"id":"e-1","number":"2024","name":"王小明","asked":0}""");
        String page = li.get("/university/roll/2024").body();
        answers.put("PUT /api/v1/organisations/beida/roll/2024", """
                {"type":"https://talentpipeline.dev/problems/invalid-fields","errors":[{"field":"email","value":"nowhere","remedy":"Give one address."}]}""");

        HttpResponse<String> response =
                li.submit("/university/roll/2024", page, Map.of("name", "王大明", "email", "nowhere"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(internship.asked())
                .filteredOn(asked -> asked.method().equals("PUT"))
                .extracting(Asked::body)
                .containsExactly("{\"name\":\"王大明\",\"email\":\"nowhere\"}");
        assertThat(response.body()).contains("value=\"王大明\"", "value=\"nowhere\"", "id=\"email-fault\"");
    }

    @Test
    void theDestinationThatHoldsCanBeVerifiedVoidedAndReplaced() {
        String recorded = """
                {"id":"%s","state":"%s","kind":"10","kindEn":"Signed","organisation":"Fuyu"%s}""";
        answers.put("/api/v1/organisations/beida/roll/2024", """
                {"id":"e-1","number":"2024","name":"王小明","asked":0}""");
        answers.put("/api/v1/destination-kinds", "{\"items\":[],\"next\":null}");
        answers.put(
                "/api/v1/organisations/beida/roll/2024/destinations",
                "{\"items\":[%s,%s],\"next\":null}"
                        .formatted(
                                recorded.formatted("d-2", "CURRENT", ""), recorded.formatted("d-1", "SUCCEEDED", "")));

        String page = li.get("/university/destinations/2024").body();

        assertThat(page).contains("name=\"replaces\" value=\"d-2\"").doesNotContain("name=\"replaces\" value=\"d-1\"");
        assertThat(page).containsOnlyOnce("value=\"VERIFY\"").containsOnlyOnce("value=\"VOID\"");
        assertThat(words(page)).doesNotContain("CURRENT", "SUCCEEDED");

        answers.put(
                "/api/v1/organisations/beida/roll/2024/destinations",
                "{\"items\":[%s],\"next\":null}"
                        .formatted(recorded.formatted(
                                "d-3", "CURRENT", ",\"placement\":\"p-1\",\"verifiedAt\":\"2026-11-30T00:00:00Z\"")));
        assertThat(li.get("/university/destinations/2024").body())
                .as("of an agreement")
                .contains("name=\"replaces\" value=\"d-3\"")
                .doesNotContain("value=\"VERIFY\"", "value=\"VOID\"");
    }

    /** The text of a page as it is read. */
    private static String words(String page) {
        return page.replaceAll("<[^>]+>", " ").replace("&#39;", "'").replaceAll("\\s+", " ");
    }
}
