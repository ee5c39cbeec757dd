package dev.talentpipeline.console.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.console.StubbedConsole;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operations sees of flows, service levels and what is sent again, and what it does about them. */
class MonitoringPagesIT {

    private static final String LEVEL = """
        {"level":"offer-latency","zh":"录用意向产生用时","en":"How soon an <offer> is made","unit":"OFFER","within":"PT10S","objective":99.50,
         "over":"PT168H","state":"AT_RISK","measured":12000,"good":11950,"share":99.58,"budgetLeft":17,"burn":2.4}\
        """;

    private static final String REDRIVE = """
        {"id":"0b0f0000-0000-4000-8000-000000000001","state":"RUNNING","createdAt":"2026-11-23T10:00:00Z","by":"admin","onBehalfOf":null,
         "why":"<mended>","perMinute":60,"events":5,"states":[{"sending":"QUEUED","events":2},{"sending":"SENT","events":1},{"sending":"APPLIED","events":2}],
         "stoppedAt":null,"stoppedBy":null}\
        """;

    private static StubbedConsole console;

    @BeforeAll
    static void start() {
        console = new StubbedConsole("console_monitoring_pages");
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void theMapMarksWhoIsNotDeclaredAndWhoIsMissingAndTellsOfEachEdgeHowItGetsOn() {
        console.monitoring.answers(200, "application/json", """
            {"topics":[{"topic":"offers","writers":[
                {"service":"internship-service","drift":"MISSING","events":0,"lastAt":null,"perSecond":0.0,"delay":null,"unreadable":0},
                {"service":"<script>","drift":"UNDECLARED","events":2,"lastAt":"2026-11-23T10:00:00Z","perSecond":0.5,
                 "delay":{"p50Ms":3,"p95Ms":8,"p99Ms":12},"unreadable":1}],
              "readers":[{"group":"matching-service","drift":"NONE","running":true,"events":4,"state":"OK",
                "pace":{"perSecond":7.25,"failed":2,"delay":{"p50Ms":20,"p95Ms":50,"p99Ms":200}}},
                {"group":"kcat","drift":"UNDECLARED","running":false,"events":0,"state":"STOPPED","pace":null}]}]}\
            """);

        String page = console.signedIn("admin").get("/operations/flows").body();

        assertThat(page)
                .contains("Otherwise than declared: offers", "not declared", "declared, not seen", "&lt;script&gt;");
        assertThat(page).contains("3 / 8 / 12 ms", "20 / 50 / 200 ms", "7.25");
        assertThat(page).doesNotContain("<script>,");
    }

    @Test
    void aServiceLevelIsSeenAndSetAndARefusedOneKeepsWhatWasTyped() {
        console.monitoring.answers(MonitoringPagesIT::levels);
        Browser admin = console.signedIn("admin");

        assertThat(admin.get("/operations/service-levels").body())
                .contains(
                        "How soon an &lt;offer&gt; is made",
                        "at risk",
                        "99.58%",
                        "99.5%",
                        "17%",
                        "×2.4",
                        "12,000 offers");
        String page = admin.get("/operations/service-levels/offer-latency").body();
        assertThat(page).contains("value=\"10\"", "value=\"99.5\"", "99.58% (11,950 of 12,000)", "for mina");
        assertThat(page).containsPattern("<option[^>]*value=\"7\"[^>]*selected");

        HttpResponse<String> refused = admin.submit(
                "/operations/service-levels/offer-latency",
                page,
                Map.of("within", "20", "objective", "100", "over", "7"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Give less than 100.", "value=\"100\"", "value=\"20\"");
        assertThat(console.monitoring.asked())
                .anyMatch(asked -> asked.method().equals("PUT")
                        && asked.body().contains("\"within\":\"PT20S\"")
                        && asked.body().contains("\"over\":\"PT168H\""));

        HttpResponse<String> set = admin.submit(
                "/operations/service-levels/offer-latency",
                page,
                Map.of("within", "20", "objective", "99.9", "over", "30"));
        assertThat(set.statusCode()).isEqualTo(302);
        assertThat(console.signedIn("li").get("/operations/service-levels").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoLookedIsListedByAccountKindIdAndDay() {
        console.monitoring.answers(200, "application/json", """
            {"items":[{"at":"2026-11-23T10:00:00Z","by":"robot","onBehalfOf":"mina","kind":"JOURNEY","id":"o-1","events":12},
              {"at":"2026-11-23T09:00:00Z","by":"<b>","onBehalfOf":null,"kind":"DEAD_LETTERS","id":null,"events":1}],"next":"c2"}\
            """);
        Browser admin = console.signedIn("admin");

        String page = admin.get("/operations/looks?account=mina&kind=JOURNEY&id=&from=2026-11-23&until=2026-11-23")
                .body();

        assertThat(console.monitoring.lastAsked().uri())
                .startsWith(
                        "/api/v1/looks?account=mina&kind=JOURNEY&from=2026-11-22T16%3A00%3A00Z&until=2026-11-23T16%3A00%3A00Z");
        assertThat(page).contains("robot", "with the rights of mina", "an event history", "&lt;b&gt;", "failed events");
        assertThat(page).contains("/operations/journeys?q=o-1", "2026-11-23 18:00:00");
        assertThat(page)
                .contains("kind=JOURNEY&amp;id=&amp;from=2026-11-23&amp;until=2026-11-23&amp;cursor=c2")
                .contains("/api/v1/looks?account=mina&amp;kind=JOURNEY&amp;from=2026-11-22T16%3A00%3A00Z");
        assertThat(console.signedIn("li").get("/operations/looks").statusCode()).isEqualTo(403);
    }

    @Test
    void whereNothingIsPromisedThePageSaysSo() {
        console.monitoring.answers(200, "application/json", "{\"items\":[],\"next\":null}");

        assertThat(console.signedIn("admin").get("/operations/service-levels").body())
                .contains("Nothing is promised yet.")
                .doesNotContain("<tbody>");
    }

    private static void levels(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT")
                && console.monitoring.lastAsked().body().contains(":100")) {
            StubService.answer(exchange, 400, "application/json", """
                {"type":"https://talentpipeline.dev/problems/invalid-fields","detail":"no","field":"objective","remedy":"Give less than 100.",
                 "errors":[{"field":"objective","value":100,"remedy":"Give less than 100."}]}\
                """);
            return;
        }
        StubService.answer(
                exchange,
                200,
                "application/json",
                path.endsWith("/service-levels")
                        ? "{\"items\":[%s],\"next\":null}".formatted(LEVEL)
                        : """
                    {"level":%s,"usually":{"within":"PT10S","objective":99.00,"over":"PT168H"},
                     "changes":[{"at":"2026-11-23T10:00:00Z","target":{"within":"PT10S","objective":99.50,"over":"PT168H"},"by":"robot","onBehalfOf":"mina"}]}\
                    """.formatted(LEVEL));
    }

    @Test
    void whoReadsWhichVersionAsWhichIsSeenWithWhatItDefaults() {
        console.monitoring.answers(200, "application/json", """
            {"observedAt":"2026-11-23T10:00:00Z","topics":[{"topic":"offers","type":"dev.talentpipeline.events.Offer","subject":"offers-value",
              "versions":[{"version":1,"id":5,"registeredAt":"2026-11-01T10:00:00Z","differences":[]},
                {"version":2,"id":17,"registeredAt":"2026-11-20T10:00:00Z","differences":[{"field":"skills[].years","change":"ADDED","before":null,"after":"int = 0"}]}],
              "writers":[{"service":"internship-service","version":2,"id":17,"events":1200,"lastAt":"2026-11-23T10:00:00Z"},
                {"service":"a-script","version":null,"id":99,"events":1,"lastAt":"2026-11-23T10:00:00Z"}],
              "readers":[{"group":"matching-service","version":null,"said":false,"takes":[]},{"group":"monitoring-service","version":null,"said":true,"takes":[]},
                {"group":"notification-service","version":1,"said":true,"takes":[{"written":2,"differences":[
                  {"field":"skills[].years","change":"REMOVED","before":"int","after":null}]}]}]}]}\
            """);

        String page = console.signedIn("admin").get("/operations/schemas").body();

        assertThat(page)
                .contains("Events carry a schema that the registry does not have, so nobody can read them: offers");
        assertThat(page).contains("More than one version is written or read: offers", "internship-service writes v2");
        assertThat(page).contains("a-script writes id 99, which the registry does not have");
        assertThat(page).contains("matching-service has read nothing yet", "notification-service reads as v1");
        assertThat(page).contains("reads v2 as v1", "is not seen:", "is new:", "int = 0");
        assertThat(page).contains("monitoring-service reads as a version that is not registered");
    }

    @Test
    void whyAnEventFailedIsSaidInTheReadersLanguageWhereItIsKnown() {
        console.monitoring.answers(exchange -> StubService.answer(
                exchange,
                200,
                "application/json",
                exchange.getRequestURI().getPath().endsWith("/dead-letters") ? """
                        {"causes":[{"topic":"offers","deadLetters":"offers-matching-service-dlt","group":"matching-service","cause":"UnreadableEventException",
                          "reason":"schema id (…) of a record on offers must be registered. Maybe it was written against another registry.",
                          "events":2,"open":1,"firstAt":"2026-11-23T10:00:00Z","lastAt":"2026-11-23T10:00:00Z","entities":[]},
                         {"topic":"offers","deadLetters":"offers-matching-service-dlt","group":"matching-service","cause":"SomeException",
                          "reason":"the <moon> is full","events":1,"open":1,"firstAt":null,"lastAt":null,"entities":[]}]}\
                        """ : "{\"items\":[],\"next\":null}"));
        Browser admin = console.signedIn("admin");

        String chinese = admin.get("/operations/dead-letters?lang=zh").body();
        String english = admin.get("/operations/dead-letters?lang=en").body();

        assertThat(chinese)
                .contains(
                        "title=\"schema id (…) of a record on offers must be registered. Maybe it was written against another registry.\">主题 offers 的消息使用的结构编号未在注册中心登记。")
                .contains("原因为英文原文：", "<span class=\"hint\" lang=\"en\">the &lt;moon&gt; is full</span>");
        assertThat(english)
                .contains(">schema id (…) of a record on offers must be registered.", ">the &lt;moon&gt; is full<")
                .doesNotContain("In English:");
    }

    @Test
    void whatIsSentAgainIsFollowedAndStopped() {
        console.monitoring.answers(200, "application/json", REDRIVE);
        Browser admin = console.signedIn("admin");
        String address = "/operations/dead-letters/redrives/0b0f0000-0000-4000-8000-000000000001";

        String page = admin.get(address).body();
        assertThat(page).contains("&lt;mended&gt;", "2 waits to leave", "2 applied", "2 of 5 done", "/stop");

        HttpResponse<String> stopped = admin.submit(
                address + "/stop", page, Map.of("answerKey", UUID.randomUUID().toString()));

        assertThat(stopped.statusCode()).isEqualTo(302);
        assertThat(console.monitoring.asked())
                .extracting(Asked::method, Asked::uri)
                .contains(tuple("POST", "/api/v1/dead-letters/redrives/0b0f0000-0000-4000-8000-000000000001/stop"));
    }

    @Test
    void aPlanThatHasBecomeAnotherIsShownAgainWithWhatWasTyped() {
        String plan = """
            {"found":4,"events":3,"groups":[{"group":"notification-service","events":3,"dropped":1,"unreadable":0,"mail":2}],
             "refused":[{"why":"ERASED","events":1}]}\
            """;
        console.monitoring.answers(200, "application/json", "{\"plan\":%s,\"redrive\":null}".formatted(plan));
        Browser admin = console.signedIn("admin");
        String list = admin.get("/account").body();
        Map<String, String> chosen = Map.of(
                "which", "all", "topic", "offers", "group", "notification-service", "cause", "X", "standing", "OPEN");
        HttpResponse<String> planned = admin.submit("/operations/dead-letters/plan", list, chosen);
        assertThat(planned.body())
                .contains("3 of 4 events will be sent", "It will drop 1", "1 are not sent: they are about a person");

        console.monitoring.answers(exchange -> StubService.answer(
                exchange,
                exchange.getRequestMethod().equals("POST")
                                && console.monitoring.lastAsked().body().contains("\"dryRun\":false")
                        ? 409
                        : 200,
                "application/json",
                "{\"type\":\"https://talentpipeline.dev/problems/redrive-differs\",\"detail\":\"By now it is another number.\",\"plan\":%s,\"redrive\":null}"
                        .formatted(plan)));
        Map<String, String> sent = new HashMap<>(chosen);
        sent.putAll(Map.of(
                "planned",
                "3",
                "answerKey",
                UUID.randomUUID().toString(),
                "perMinute",
                "60",
                "why",
                "The template is mended"));
        HttpResponse<String> refused = admin.submit("/operations/dead-letters/redrives", planned.body(), sent);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The template is mended", "value=\"60\"");
    }
}
