package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people and desks are told, and how they choose to be told. */
class InboxPagesIT {

    private final OwnPages own = new OwnPages();

    @Test
    void whatAStudentWasToldCallsCompaniesByTheirNames() {
        own.notification.answers(200, "application/json", """
                {"items":[{"id":"n-1","title":"Confirmed: Chip design at xinhe","text":"At xinhe it begins. Not at xinhe-2.","createdAt":"2026-11-30T00:00:00Z"}],
                 "next":null}""");

        assertThat(own.signedIn("zhao").get("/student/inbox").body())
                .contains("Chip design at &lt;Xinhe&gt;", "At &lt;Xinhe&gt; it begins. Not at xinhe-2.");
        assertThat(own.signedIn("zhao").get("/student/inbox?lang=zh").body()).contains("Chip design at 芯禾");
    }

    @Test
    void readersChooseWhatIsMailedAndMarkWhatTheyHaveRead() {
        String kinds = """
                [{"kind":"offer-made","timing":"AT_ONCE","choices":["AT_ONCE"]},
                 {"kind":"offer-expired","timing":"DIGEST","choices":["AT_ONCE","DIGEST","OFF"]}]""";
        own.notification.answers(200, "application/json", """
                {"version":4,"language":"EN","zone":"Asia/Shanghai","quietFrom":"22:00","quietUntil":"07:00","digest":"DAILY","kinds":%s,
                 "items":[{"id":"n-1","title":"Confirmed","text":"It begins.","createdAt":"2026-11-30T00:00:00Z","readAt":null}],"next":null}""".formatted(kinds));
        Browser student = own.signedIn("zhao");

        assertThat(student.get("/student/inbox").body()).contains("Mark as read", "Mark all as read");
        assertThat(student.get("/student/inbox/mails").body())
                .contains("value=\"22:00\"", "kind-offer-expired")
                .doesNotContain("kind-offer-made");
        assertThat(student.submit(
                                "/student/inbox/mails",
                                student.get("/student/inbox/mails").body(),
                                Map.of(
                                        "version", "4",
                                        "zone", "Asia/Shanghai",
                                        "digest", "WEEKLY",
                                        "kind-offer-expired", "OFF"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(own.notification.lastAsked().method()).isEqualTo("PUT");
        assertThat(own.notification.lastAsked().body())
                .contains("\"timing\":\"OFF\"", "\"digest\":\"WEEKLY\"")
                .doesNotContain("quietFrom");
    }

    @Test
    void aCompanyAddsAWebhookAndIsShownItsSecretAndItsLog() {
        String id = "5b1c1d8e-0000-4000-8000-0000000000ee";
        own.notification.answers(200, "application/json", """
                {"id":"%1$s","version":1,"url":"https://erp.xinhe.example/hook","kind":"STANDARD","state":"ENABLED","failingSince":null,
                 "items":[{"id":"%1$s","version":1,"url":"https://erp.xinhe.example/hook","kind":"STANDARD","state":"DELIVERED","type":"offer.extended",
                   "secret":"whsec_abc","expiresAt":null,"createdAt":"2026-11-30T00:00:00Z","attempts":[{"number":1,"status":204}]}],"next":null}""".formatted(id));
        Browser company = own.signedIn("chen");
        String list = company.get("/company/webhooks").body();
        assertThat(list)
                .contains("https://erp.xinhe.example/hook", "name=\"robotSecret\"")
                .doesNotContain("whsec_abc");

        assertThat(company.submit(
                                "/company/webhooks",
                                list,
                                Map.of("url", "https://erp.xinhe.example/hook", "kind", "STANDARD", "answerKey", id))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(next -> assertThat(next).endsWith("/company/webhooks/" + id + "/secrets"));
        assertThat(company.get("/company/webhooks/" + id + "/secrets"))
                .satisfies(page -> assertThat(page.body()).contains("whsec_abc"))
                .satisfies(page ->
                        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store"));
        assertThat(company.get("/company/webhooks/" + id).body())
                .contains("offer.extended", "204", "Send again")
                .doesNotContain("whsec_abc");
        assertThat(company.get("/university/webhooks").statusCode()).isEqualTo(403);
    }
}
