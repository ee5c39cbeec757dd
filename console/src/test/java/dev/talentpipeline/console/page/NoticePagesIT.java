package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.console.StubbedConsole;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages about what is told: the inbox, mails, webhooks and brakes, over a service that answers what a test says. */
class NoticePagesIT {

    private static final String HOOK = "5b1c1d8e-0000-4000-8000-0000000000ee";
    private static final String DISABLED = """
            {"id":"%1$s","version":4,"url":"https://erp.xinhe.example/hook","kind":"STANDARD","language":"ZH","state":"DISABLED","disabledBecause":"FAILING",
             "failingSince":"2026-11-25T00:00:00Z",
             "items":[{"id":"%1$s","version":4,"url":"https://erp.xinhe.example/hook","kind":"STANDARD","state":"DISABLED","disabledBecause":"FAILING",
               "attempts":[]}],"next":null}""".formatted(HOOK);

    private static StubbedConsole console;
    private static StubService notification;

    @BeforeAll
    static void start() {
        console = new StubbedConsole("console_notice_pages");
        notification = console.notification;
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @BeforeEach
    void servicesAnswer() {
        console.internship.answers(200, "application/json", "{\"items\":[],\"next\":null}");
        console.matching.answers(200, "application/json", "{\"items\":[],\"next\":null}");
    }

    @Test
    void everyPageOfWhoHasAnInboxFollowsItAndOperationsDoNot() {
        notification.answers(200, "application/json", "{\"items\":[],\"next\":null}");

        assertThat(console.signedIn("zhao").get("/student/inbox").body())
                .contains("data-live-stream=\"/live/notices\"", "data-live=\"notices\"", "data-unread");
        assertThat(console.signedIn("chen").get("/company").body()).contains("data-live-stream=\"/live/notices\"");
        assertThat(console.signedIn("admin").get("/operations/brakes").body()).doesNotContain("/live/notices");
    }

    @Test
    void aNoticeOfAMeetingLeadsToIt() {
        notification.answers(200, "application/json", """
                {"items":[{"id":"n-1","kind":"desk-meeting-news","subject":"%1$s","title":"An invitation is accepted","text":"Text","createdAt":"2026-11-30T00:00:00Z"},
                  {"id":"n-2","kind":"meeting-soon","subject":"%1$s","title":"An interview moves","text":"Text","createdAt":"2026-11-30T00:00:00Z"},
                  {"id":"n-3","kind":"company-verified","subject":"desk:xinhe","title":"Verified","text":"Text","createdAt":"2026-11-30T00:00:00Z"}],"next":null}""".formatted(HOOK));

        assertThat(console.signedIn("chen").get("/company/inbox").body())
                .contains("href=\"/company/meetings/" + HOOK + "\"")
                .doesNotContain("desk:xinhe");
        assertThat(console.signedIn("zhao").get("/student/inbox").body()).contains("href=\"/student/meetings\"");
    }

    @Test
    void aNoticeOfAnOpeningOrAFileLeadsToIt() {
        notification.answers(200, "application/json", """
                {"items":[{"id":"n-1","kind":"opening-rejected","subject":"%1$s","programme":"spring","title":"An opening is not approved","text":"Text","createdAt":"2026-11-30T00:00:00Z"},
                  {"id":"n-4","kind":"import-finished","subject":"%1$s","programme":"spring","title":"Your file was entered","text":"Text","createdAt":"2026-11-30T00:00:00Z"},
                  {"id":"n-2","kind":"opening-to-approve","subject":"%1$s","programme":"spring","title":"An opening waits","text":"Text","createdAt":"2026-11-30T00:00:00Z"}],"next":null}""".formatted(HOOK));

        assertThat(console.signedIn("chen").get("/company/inbox").body())
                .contains(
                        "href=\"/company/openings/spring/" + HOOK + "\"",
                        "href=\"/company/imports/" + HOOK + "?programme=spring\"")
                // Which is not the company's to do.
                .doesNotContain("/university/openings");
    }

    @Test
    void theLinkOfALetterLeadsToTheReadersOwnPageOfTheThing() {
        HttpResponse<String> offer =
                console.signedIn("chen").get("/notices/offer-to-approve/o-1?programme=spring&student=s-1");
        assertThat(offer.statusCode()).isEqualTo(302);
        assertThat(offer.headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/company/offers/o-1"));
        assertThat(console.signedIn("zhao")
                        .get("/notices/offer-made/o-1?programme=spring")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/student#programme-spring"));
        assertThat(console.signedIn("chen")
                        .get("/notices/some-day/o-1")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/company/inbox"));
        assertThat(console.signedIn("zhao").get("/notices/mails").headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/student/inbox/mails"));
        // Whoever is not signed in signs in first.
        assertThat(new Browser(console.running)
                        .get("/notices/offer-made/o-1")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/sign-in"));
    }

    @Test
    void theInboxSaysOfWhomADeskIsToldAndLeadsThere() {
        notification.answers(200, "application/json", """
                {"items":[{"id":"n-1","kind":"offer-to-approve","subject":"o-1","programme":"spring","student":"a601b2c3-0000","title":"Please approve","text":"Text","createdAt":"2026-11-30T00:00:00Z"}],"next":null}""");

        assertThat(console.signedIn("chen").get("/company/inbox").body())
                .contains("Candidate A601", "href=\"/company/offers/o-1\"");
    }

    @Test
    void operationsSeesWhatWaitsByItsKindAndSinceWhen() {
        notification.answers(200, "application/json", """
                {"items":[{"outlet":"EMAIL","version":1,"paused":true,"perMinute":null,"changes":[],"waiting":[
                   {"kind":"offer-made","urgent":true,"count":41,"oldest":"2026-11-30T00:00:00Z"},
                   {"kind":"offer-expired","urgent":false,"count":1,"oldest":"2026-11-29T00:00:00Z"}]},
                 {"outlet":"WEBHOOK","version":1,"paused":false,"perMinute":null,"changes":[],"waiting":[
                   {"kind":"offer.accepted","urgent":false,"count":2,"oldest":"2026-11-30T00:00:00Z"}]},
                 {"outlet":"OTHER","version":1,"paused":false,"perMinute":null,"changes":[],"waiting":[]}],"next":null}""");

        String page = console.signedIn("admin").get("/operations/brakes").body();

        assertThat(page)
                .contains(
                        "42 have not left yet",
                        "Offer made",
                        "Offer expired",
                        "leaves first",
                        "Nothing waits.",
                        "Offer accepted")
                .doesNotContain("offer.accepted")
                .containsPattern("the oldest since [^<]*29");
    }

    @Test
    void aWebhookThatIsOffSaysWhyInTheListAndByItself() {
        notification.answers(200, "application/json", DISABLED);
        Browser company = console.signedIn("chen");

        assertThat(company.get("/company/webhooks").body()).contains("Off: nothing got through for days");
        assertThat(company.get("/company/webhooks/" + HOOK).body()).contains("Off: nothing got through for days");
        assertThat(company.get("/company/webhooks?lang=zh").body()).contains("已停用：连续数日无法送达");
    }

    @Test
    void whatWasSentAndWhyItFailedIsInWords() {
        notification.answers(200, "application/json", """
                {"id":"%1$s","version":4,"url":"https://erp.xinhe.example/hook","kind":"WECOM","language":"en","state":"ENABLED","disabledBecause":null,
                 "failingSince":"2026-11-25T00:00:00Z",
                 "items":[{"id":"m-1","type":"offer.accepted","state":"PENDING","createdAt":"2026-11-25T00:00:00Z",
                   "attempts":[{"number":1,"at":"2026-11-25T00:00:00Z","status":null,"trouble":"UNKNOWN_HOST"}]}],"next":null}""".formatted(HOOK));
        Browser company = console.signedIn("chen");

        assertThat(company.get("/company/webhooks/" + HOOK).body())
                .contains(
                        "<h1>erp.xinhe.example</h1>", "On, but nothing gets through", "Offer accepted", "no such host")
                .containsPattern("<option value=\"EN\" selected");
        assertThat(company.get("/company/webhooks/" + HOOK + "?lang=zh").body()).contains("学生已接受录用意向", "找不到该主机");
    }

    @Test
    void aDeskChoosesOnlyAmongWhatItIsTold() {
        notification.answers(200, "application/json", """
                {"version":1,"language":null,"zone":"Asia/Shanghai","quietFrom":null,"quietUntil":null,"digest":"WEEKLY","kinds":[
                  {"kind":"offer-to-approve","timing":"DIGEST","choices":["AT_ONCE","DIGEST"]},
                  {"kind":"offer-to-endorse","timing":"DIGEST","choices":["AT_ONCE","DIGEST"]},
                  {"kind":"placement-progress","timing":"DIGEST","choices":["AT_ONCE","DIGEST","OFF"]}]}""");

        String page = console.signedIn("chen").get("/company/inbox/mails").body();

        assertThat(page)
                .contains(
                        "kind-offer-to-approve",
                        "kind-placement-progress",
                        "Collected, every morning",
                        "As in my profile")
                .doesNotContain("kind-offer-to-endorse");
    }

    @Test
    void theAddressOfAWebhookIsChangedUnlessSomebodyElseDidMeanwhile() {
        notification.answers(200, "application/json", DISABLED);
        Browser company = console.signedIn("chen");
        String path = "/company/webhooks/" + HOOK;
        String page = company.get(path).body();
        assertThat(page).contains("name=\"version\" value=\"4\"", "value=\"https://erp.xinhe.example/hook\"");
        Map<String, String> typed = Map.of(
                "version",
                "4",
                "url",
                " https://new.xinhe.example/hook ",
                "kind",
                "WECOM",
                "language",
                "EN",
                "robotSecret",
                "");

        assertThat(company.submit(path, page, typed).statusCode()).isEqualTo(302);

        Asked put = notification.asked().stream()
                .filter(asked -> asked.method().equals("PUT"))
                .findFirst()
                .orElseThrow();
        assertThat(put.uri()).isEqualTo("/api/v1/webhooks/" + HOOK);
        assertThat(put.header("If-Match")).hasValue("\"4\"");
        assertThat(put.body())
                .contains("\"url\":\"https://new.xinhe.example/hook\"", "\"kind\":\"WECOM\"")
                .doesNotContain("robotSecret");

        notification.answers(exchange -> {
            boolean change = exchange.getRequestMethod().equals("PUT");
            StubService.answer(
                    exchange,
                    change ? 412 : 200,
                    change ? "application/problem+json" : "application/json",
                    change
                            ? "{\"type\":\"https://talentpipeline.dev/problems/version-changed\",\"detail\":\"no\"}"
                            : DISABLED);
        });
        HttpResponse<String> refused = company.submit(path, page, typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Somebody else changed it meanwhile", "value=\" https://new.xinhe.example/hook \"");
    }

    @Test
    void theLinkOfAMailAsksFirstAndStopsMailsWithoutASignIn() {
        notification.answers(200, "application/json", "{\"stopped\":false}");
        Browser nobody = new Browser(console.running);

        HttpResponse<String> page = nobody.get("/unsubscribe/token-1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Stop all e-mails except those about deadlines?", "<form");
        assertThat(notification.lastAsked().method()).isEqualTo("GET");
        assertThat(notification.lastAsked().uri())
                .isEqualTo("/api/v1/notice-preferences/unsubscriptions?token=token-1");

        notification.answers(200, "application/json", """
                {"version":2,"language":"EN","zone":"Asia/Shanghai","quietFrom":null,"quietUntil":null,"digest":"WEEKLY","kinds":[]}""");
        HttpResponse<String> stopped = nobody.post("/unsubscribe/token-1", "");
        assertThat(stopped.statusCode()).isEqualTo(200);
        assertThat(stopped.body()).contains("only mails about deadlines go on");
        assertThat(notification.lastAsked().uri()).isEqualTo("/api/v1/notice-preferences/unsubscriptions");
        assertThat(notification.lastAsked().body()).isEqualTo("{\"token\":\"token-1\"}");

        // As a mail program does it: with no page and no cookie.
        HttpResponse<String> byItself =
                new Browser(console.running).post("/unsubscribe/token-1", "List-Unsubscribe=One-Click");
        assertThat(byItself.statusCode()).isEqualTo(200);

        notification.answers(404, "application/problem+json", "{\"type\":\"not-found\",\"detail\":\"no\"}");
        HttpResponse<String> unknown = nobody.post("/unsubscribe/token-2", "");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("This link is incomplete");
    }

    @Test
    void aLinkThatIsNoneOrHasStoppedItsMailsSaysSoAtOnce() {
        Browser nobody = new Browser(console.running);
        notification.answers(404, "application/problem+json", "{\"type\":\"not-found\",\"detail\":\"no\"}");
        HttpResponse<String> none = nobody.get("/unsubscribe/token-2");
        notification.answers(200, "application/json", "{\"stopped\":true}");
        HttpResponse<String> already = nobody.get("/unsubscribe/token-1");

        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("is no longer valid").doesNotContain("Stop them");
        assertThat(already.statusCode()).isEqualTo(200);
        assertThat(already.body()).contains("stopped already").doesNotContain("Stop them");
    }
}
