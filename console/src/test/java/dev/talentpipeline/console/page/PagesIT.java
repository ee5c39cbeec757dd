package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.RunningConsole;
import dev.talentpipeline.console.StubService;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.console.StubbedConsole;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desks show, and how its parts may be missing. */
class PagesIT {

    private static final String OFFER = "5b1c1d8e-0000-4000-8000-0000000000ff";
    private static final Map<String, String> API = Map.of(
            "/api/v1/programmes",
            """
            {"items":[{"id":"spring","name":"Spring 2027","mode":"ROLLING","state":"RUNNING","version":3}],"next":null}\
            """,
            "/api/v1/programmes/spring/students",
            """
            {"items":[{"id":"s-1","programme":"spring","version":1,"name":"王小明","degree":"MASTER","major":"<b>AI</b>","state":"ACTIVE",
              "skills":[{"id":"java","level":4}]}],"next":"c2"}\
            """,
            "/api/v1/programmes/spring/internships",
            """
            {"items":[{"id":"i-1","title":"Chip design","region":"CN-SH","state":"OPEN","seats":3,"taken":1}],"next":null}\
            """,
            "/api/v1/programmes/spring/internships/i-1",
            """
            {"id":"i-1","title":"Chip design","company":"xinhe","seats":3}\
            """,
            "/api/v1/organisations",
            """
            {"items":[{"id":"fuyu","kind":"COMPANY","nameZh":"浮屿云","nameEn":"Fuyu Cloud","state":"VERIFIED","creditCode":"91310000MA1FL0AA0X"},
              {"id":"xinhe","kind":"COMPANY","nameZh":"芯禾","nameEn":"<Xinhe>","state":"ENTERED","creditCode":"91310000MA1FL0BB1Y"},
              {"id":"gone","kind":"COMPANY","state":"SUSPENDED"}],"next":"c9"}\
            """,
            "/api/v1/organisations/beida",
            """
            {"id":"beida","kind":"UNIVERSITY","nameZh":"燕园大学","nameEn":"Yanyuan University"}\
            """,
            "/api/v1/programmes/spring/offers",
            """
            {"items":[{"id":"%s","student":"s-1","internship":"i-1","state":"EXTENDED","score":0.82,
              "parts":{"skills":0.9},"matchedSkills":["java"],"missingSkills":["rust"],"studentRank":1,
              "internshipRank":2,"proposedAt":"2026-11-23T10:00:00Z","respondBy":"2026-11-26T10:00:00Z",
              "possible":["ACCEPT","KEEP","DECLINE"]},
              {"id":"r","student":"s-1","internship":"i-1","state":"REJECTED","proposedAt":"2026-11-24T10:00:00Z"}],"next":null}\
            """.formatted(OFFER));

    private static StubbedConsole console;
    private static StubService internship;
    private static StubService matching;

    @BeforeAll
    static void start() {
        console = new StubbedConsole("console_pages");
        internship = console.internship;
        matching = console.matching;
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
        matching.answers(200, "application/json", """
            {"programmeId":"spring","clearing":17,"startedAt":"2026-11-23T10:00:00Z","durationMs":41,"students":500,
             "internships":150,"freeSeats":300,"proposals":287,"unmatched":213,"blockingPairs":0}\
            """);
    }

    @Test
    void aUniversitySeesItsStudentsAndHowEachStands() {
        String page = console.signedIn("li").get("/university/students?lang=zh").body();

        assertThat(page).contains("王小明", "硕士", "待答复", "2026-11-26 18:00", "招聘项目", "Spring 2027");
        assertThat(page).as("who is signed in, in the head").contains("<span>燕园大学</span>");
        assertThat(page).contains("&lt;b&gt;AI&lt;/b&gt;").doesNotContain("<b>AI</b>");
        assertThat(page).contains("/university/students?programme=spring&amp;cursor=c2");
    }

    @Test
    void aUniversitySeesHowEveryCompanyStands() {
        Browser li = console.signedIn("li");
        assertThat(li.get("/university").body()).contains("href=\"/university/companies\"");

        String page = li.get("/university/companies").body();

        assertThat(internship.asked()).extracting(Asked::uri).contains("/api/v1/organisations?kind=COMPANY&limit=25");
        assertThat(page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "))
                .contains(
                        "Fuyu Cloud 91310000MA1FL0AA0X verified",
                        "&lt;Xinhe&gt; 91310000MA1FL0BB1Y to be verified",
                        "gone – suspended");
        assertThat(page).contains("/university/companies?cursor=c9");
        assertThat(li.get("/university/companies?lang=zh").body()).contains("浮屿云", "已核验", "待核验", "已暂停");
        assertThat(console.signedIn("chen").get("/university/companies").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aCompanySeesItsInternshipsWithTheirSeats() {
        String page = console.signedIn("chen").get("/company").body();

        // The API lists the internships of every company to every company.
        assertThat(internship.asked())
                .extracting(Asked::uri)
                .contains("/api/v1/programmes/spring/internships?company=xinhe&limit=25");
        assertThat(page).contains("Chip design", "1 / 3", "Places held / all");
    }

    @Test
    void operationsHasItsListsAsFiles() {
        Browser admin = console.signedIn("admin");

        assertThat(admin.get("/operations").body()).contains("/api/v1/programmes?format=XLSX&amp;language=en");
        assertThat(admin.get("/operations/organisations?kind=COMPANY&state=").body())
                .contains("/api/v1/organisations?kind=COMPANY&amp;format=XLSX&amp;language=en");
        assertThat(admin.get("/operations/catalogue?kind=skills").body())
                .contains("/api/v1/catalogue/skills?format=XLSX&amp;language=en");
    }

    @Test
    void operationsSeesEveryProgrammeWithItsLatestRound() {
        String page = console.signedIn("admin").get("/operations").body();

        assertThat(page)
                .contains("Spring 2027", "running", "17 · 2026-11-23 18:00", "287", "Preferred pairs left unmatched");
    }

    @Test
    void operationsSeesWhatFlowsAndWhatDrifts() {
        console.monitoring.answers(200, "application/json", """
            {"topics":[{"topic":"offers","writers":[
               {"service":"internship-service","drift":"NONE","events":1234,"lastAt":"2026-11-23T10:00:00Z","perSecond":2.5,
                "delay":{"p50Ms":4,"p95Ms":9,"p99Ms":31},"unreadable":0},
               {"service":"<script>","drift":"UNDECLARED","events":1,"lastAt":null,"perSecond":0,"delay":null,"unreadable":0}],
              "readers":[{"group":"matching-service","drift":"NONE","running":true,"events":0,"state":"OK","pace":null},
               {"group":"internship-service","drift":"MISSING","running":false,"events":0,"state":null,"pace":null}]}]}\
            """);

        String page = console.signedIn("admin").get("/operations/flows").body();

        assertThat(page).contains("Otherwise than declared: offers", "1,234", "4 / 9 / 31 ms", "not declared");
        assertThat(page).contains("declared, not seen", "&lt;script&gt;").doesNotContain("<script>");
        assertThat(page).containsPattern("class=\"flow-line bad\" d=\"M188 \\d+C\\d+");
    }

    @Test
    void operationsSeesWhoIsBehindAndWhatWaits() {
        console.monitoring.answers(200, "application/json", """
            {"observedAt":"2026-11-23T10:00:00Z","groups":[{"group":"matching-service","state":"STUCK","running":true,"events":40,
              "oldestSeconds":260,"waiting":[{"kind":"STUDENT","entities":37}],"trendPerSecond":-1.5,"secondsToClear":26,
              "partitions":[{"topic":"student-profiles","partition":2,"state":"STUCK","committed":7,"end":48,"events":40,
                "oldestSeconds":260,"trendPerSecond":-1.5,"secondsToClear":26},
               {"topic":"offers","partition":1,"state":"OK","committed":7,"end":7,"events":0,"oldestSeconds":null,
                "trendPerSecond":0,"secondsToClear":null}]}]}\
            """);
        Browser admin = console.signedIn("admin");

        String page = admin.get("/operations/lag").body();

        assertThat(page)
                .contains("stuck", "37 students", "4 minutes", "26 seconds", "-1.5 a second", "student-profiles 2");
        assertThat(page).doesNotContain("offers 1");
        assertThat(admin.get("/operations/lag?lang=zh").body()).contains("卡住", "37 名学生", "4 分钟");
        admin.get("/operations/lag?lang=en");
        console.monitoring.answers(503, "application/problem+json", "{\"detail\":\"away\"}");
        assertThat(admin.get("/operations/lag").body()).contains("The service did not give this part.");
        assertThat(console.signedIn("li").get("/operations/lag").statusCode()).isEqualTo(403);
    }

    @Test
    void operationsSeesWhatDidNotHappenAndSaysHowLongItMayTake() {
        String rule = """
            {"rule":"offer-not-told","zh":"未通知学生","en":"No <notice>","within":"PT1M","usually":"PT1M","open":10000,"overdue":2,
             "oldestAt":"2026-11-23T10:00:00Z"}\
            """;
        console.monitoring.answers(exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean put = exchange.getRequestMethod().equals("PUT");
            StubService.answer(
                    exchange,
                    put ? 400 : 200,
                    "application/json",
                    put
                            ? """
                            {"type":"https://talentpipeline.dev/problems/invalid-fields","detail":"no","field":"within","remedy":"Give more."}\
                            """
                            : path.endsWith("/entities")
                                    ? """
                                    {"items":[{"id":"o-1","kind":"OFFER","programme":"spring","version":1,"since":"2026-11-23T10:00:00Z",
                                      "dueFrom":"2026-11-23T10:00:00Z"}],"next":"c2"}\
                                    """
                                    : path.endsWith("/offer-not-told")
                                            ? """
                                            {"expectation":%s,"changes":[{"at":"2026-11-23T10:00:00Z","within":"P14D","by":"admin","onBehalfOf":null}]}\
                                            """.formatted(rule)
                                            : "{\"items\":[%s],\"next\":null}".formatted(rule));
        });
        Browser admin = console.signedIn("admin");

        assertThat(admin.get("/operations?lang=en").body())
                .contains("This should have happened by now", "No &lt;notice&gt;</a>: 2");
        assertThat(admin.get("/operations/expectations").body()).contains("9,998+", "60 seconds", "overdue");
        String page = admin.get("/operations/expectations/offer-not-told").body();
        assertThat(page).contains("/operations/journeys?q=o-1", "14 days", "cursor=c2", "value=\"1\"");
        HttpResponse<String> refused =
                admin.submit("/operations/expectations/offer-not-told", page, Map.of("within", "2", "unit", "SECONDS"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Give more.", "value=\"2\"");
        assertThat(console.monitoring.asked()).anyMatch(asked -> asked.body().contains("\"within\":\"PT2S\""));
    }

    @Test
    void operationsSeesWhatDiffersAndWhatReadersSay() {
        console.monitoring.answers(exchange -> StubService.answer(
                exchange,
                200,
                "application/json",
                exchange.getRequestURI().getPath().endsWith("/differences") ? """
                    {"items":[{"difference":"READER_SKIPPED","reader":"notification-service","topic":"offers","partition":1,"offset":7,
                      "key":"spring/o-1","version":2,"eventId":"e-1","kind":"OFFER","id":"o-1","programme":"spring","foundAt":"2026-11-23T10:00:00Z"},
                     {"difference":"OFFSET_MISSING","reader":null,"topic":"notices","partition":1,"offset":9,"key":null,"version":null,
                      "eventId":null,"kind":null,"id":null,"programme":null,"foundAt":"2026-11-23T10:00:00Z"}],"next":"c2"}\
                    """ : """
                      {"comparedAt":"2026-11-23T10:00:00Z","differences":[{"kind":"READER_SKIPPED","differences":1},{"kind":"OFFSET_MISSING","differences":1}],
                       "readers":[{"reader":"notification-service","topic":"offers","partition":0,"compared":7,"records":1000,"applied":900,"duplicate":99,"dead":1},
                        {"reader":"notification-service","topic":"offers","partition":1,"compared":7,"records":500,"applied":500,"duplicate":0,"dead":0}]}\
                      """));
        Browser admin = console.signedIn("admin");

        String page = admin.get("/operations/ledger?difference=READER_SKIPPED").body();

        assertThat(page).contains("a reader has skipped it", "a record is missing", "all (2)", "offers 1/7");
        assertThat(page).contains("/operations/journeys?q=o-1", "/operations/journeys?q=e-1", "1,500", "1,400");
        assertThat(page).contains("/operations/ledger?difference=READER_SKIPPED&amp;cursor=c2");
        assertThat(console.signedIn("li").get("/operations/ledger").statusCode())
                .isEqualTo(403);
    }

    @Test
    void operationsFindsAJourneyByAStudentNumber() {
        internship.answers(exchange -> StubService.answer(
                exchange,
                200,
                "application/json",
                exchange.getRequestURI().getPath().endsWith("/lookups") ? """
                    {"found":[{"kind":"PERSON","id":"p-1","programme":null},{"kind":"STUDENT","id":"s-1","programme":"spring"}]}\
                    """ : API.get("/api/v1/organisations")));
        console.monitoring.answers(exchange -> StubService.answer(exchange, 200, "application/json", """
            {"items":[{"id":"o-1","kind":"OFFER","programme":"spring","state":"EXTENDED","events":3,
              "firstAt":"2026-11-23T10:00:00Z","lastAt":"2026-11-23T10:00:01Z"}],"next":"c2"}\
            """));
        Browser admin = console.signedIn("admin");

        String page =
                admin.get("/operations/journeys?q=2026%2F7&organisation=beida").body();

        assertThat(page).contains("/operations/journeys/p-1", "/operations/journeys/s-1", "value=\"2026/7\"");
        assertThat(page)
                .as("what the person is named by, at once, and goes on without the number")
                .contains("/operations/journeys/o-1", "/operations/journeys?q=p-1&amp;cursor=c2");
        assertThat(console.monitoring.asked()).extracting(Asked::uri).anyMatch(uri -> uri.contains("/journeys?q=p-1"));
        assertThat(page).contains("<option value=\"Fuyu Cloud\">fuyu</option>");
        assertThat(internship.asked())
                .extracting(Asked::uri)
                .anyMatch(uri -> uri.contains("organisation=beida") && uri.contains("called=2026%2F7"));
        assertThat(admin.get("/operations/journeys?q=2026%2F7&organisation=Fuyu%20Cloud")
                        .body())
                .contains("value=\"Fuyu Cloud\"");
        assertThat(internship.asked())
                .as("by its name as by its id")
                .extracting(Asked::uri)
                .anyMatch(uri -> uri.contains("organisation=fuyu"));
    }

    @Test
    void operationsFindsAnEventHistoryAndWhyAnEventWasSetAside() {
        console.monitoring.answers(exchange -> StubService.answer(
                exchange,
                200,
                "application/json",
                exchange.getRequestURI().getPath().endsWith("/journeys") ? """
                    {"items":[{"id":"o-1","kind":"OFFER","programme":"spring","state":"EXTENDED","events":3,
                      "firstAt":"2026-11-23T10:00:00Z","lastAt":"2026-11-23T10:00:01Z"}],"next":"c2"}\
                    """ : """
                      {"items":[{"position":{"topic":"offers","partition":1,"offset":7},"content":"EVENT","eventId":"e-1",
                        "type":"dev.talentpipeline.events.Offer","source":"internship-service","entity":{"kind":"OFFER","id":"o-1"},
                        "version":1,"state":"EXTENDED","occurredAt":"2026-11-23T10:00:00Z","recordedAt":"2026-11-23T10:00:00.012Z",
                        "correlationId":"r-1","causationId":null,"traceId":null,"schemaId":5,"payload":{"respondBy":"<b>"},
                        "copies":[{"topic":"offers","partition":1,"offset":8}],"deadLetter":null,
                        "readers":[{"group":"internship-service","past":true,"outcome":"DUPLICATE","attempts":3},{"group":"matching-service","past":true,"outcome":null},
                          {"group":"notification-service","past":false,"outcome":null}]},
                       {"position":{"topic":"offers-matching-service-dlt","partition":1,"offset":0},"content":"UNREADABLE","eventId":null,
                        "type":null,"source":null,"entity":null,"version":null,"state":null,"occurredAt":"2026-11-23T10:00:02Z",
                        "recordedAt":"2026-11-23T10:00:02Z","correlationId":null,"causationId":"e-1","traceId":null,"schemaId":null,
                        "payload":null,"copies":[],"deadLetter":{"group":"matching-service","cause":"UnreadableEventException",
                         "reason":"cut off"}}],"next":null}\
                      """));
        Browser admin = console.signedIn("admin");

        String found = admin.get("/operations/journeys?q=r-1").body();
        String page = admin.get("/operations/journeys/o-1").body();

        assertThat(found).contains("/operations/journeys/o-1", "spring", "/operations/journeys?q=r-1&amp;cursor=c2");
        assertThat(page)
                .contains("internship-service → offers, written after 12 ms", "Sent again 1 times", "&lt;b&gt;");
        assertThat(found).contains("/api/v1/journeys?q=r-1&amp;format=XLSX&amp;language=en");
        assertThat(page).contains("/api/v1/journeys/o-1?format=XLSX&amp;language=en");
        assertThat(page)
                .contains(
                        "Dropped by internship-service",
                        "internship-service took 3 attempts.",
                        "Read by matching-service.",
                        "Not read yet by notification-service.");
        assertThat(page).contains("Set aside by matching-service: UnreadableEventException", "href=\"#e-e-1\"");
    }

    @Test
    void aServiceThatIsDownLeavesTheRestOfThePage() {
        try (RunningConsole alone = RunningConsole.start(
                "console_pages",
                RunningConsole.accountsFile(RunningConsole.ACCOUNTS),
                "talentpipeline.services.internship=" + internship.url(),
                "talentpipeline.services.matching=http://127.0.0.1:1")) {
            Browser admin = new Browser(alone);
            admin.signIn("admin", "admin-password");

            HttpResponse<String> page = admin.get("/operations");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Spring 2027", "running", "matching-service cannot be reached at the moment");
        }
    }

    @Test
    void emptyUnknownForbiddenAndBrokenPartsSaySo() {
        Browser li = console.signedIn("li");

        assertThat(li.get("/university?programme=other").body()).contains("You have no such recruitment programme.");
        internship.answers(200, "application/json", "{\"items\":[],\"next\":null}");
        assertThat(li.get("/university").body()).contains("There is no recruitment programme yet.");
        internship.answers(403, "application/problem+json", "{\"detail\":\"not yours\"}");
        assertThat(li.get("/university").body()).contains("You may not see this.", "not yours");
        internship.answers(500, "text/html", "<h1>oops</h1>");
        HttpResponse<String> broken = li.get("/university");
        assertThat(broken.statusCode()).isEqualTo(200);
        assertThat(broken.body())
                .contains("The service did not give this part.")
                .containsPattern("tell whoever runs the platform this number: [0-9a-f]{32}")
                .doesNotContain("<h1>oops");
        internship.answers(200, "application/json", "not json");
        assertThat(li.get("/university").body()).contains("The service did not give this part.");
        internship.answers(200, "application/json", "{}");
        HttpResponse<String> withoutItems = li.get("/university");
        assertThat(withoutItems.statusCode()).isEqualTo(200);
        assertThat(withoutItems.body()).contains("The service did not give this part.");
    }
}
