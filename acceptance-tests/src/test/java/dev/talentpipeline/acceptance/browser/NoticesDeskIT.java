package dev.talentpipeline.acceptance.browser;

import static dev.talentpipeline.acceptance.Season.expect;
import static dev.talentpipeline.acceptance.browser.Look.ENGLISH_AT_A_DESK;
import static dev.talentpipeline.acceptance.browser.Look.ENGLISH_ON_A_PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.talentpipeline.acceptance.RunningStack;
import dev.talentpipeline.acceptance.Season;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What is told, as it comes to browsers that are open; and the pages on which people and desks choose how they are told. */
@InChromium
class NoticesDeskIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String ARRIVED = "[data-live-held] button";

    /** Notes when the number beside the inbox became this one. */
    private static final String WATCH_FOR = """
            wanted => {
              window.seenAt = 0;
              const badge = document.querySelector('[data-unread]');
              const look = () => { if (window.seenAt === 0 && badge.textContent === wanted) window.seenAt = Date.now(); };
              new MutationObserver(look).observe(badge, { childList: true, characterData: true, subtree: true });
              look();
            }
            """;

    private final ShownSeason season = ShownSeason.shared();

    @Test
    void aNoticeIsSeenInEveryBrowserThatIsOpenWithinTwoSecondsAndSoIsThatItWasRead() {
        Season own = Season.open(RunningStack.shared().client(), Map.of("clearingInterval", "PT0.2S"));
        own.postInternship("I-1", Map.of());
        String person = own.postStudent("I" + UUID.randomUUID().toString().substring(0, 8), Map.of())
                .get("person")
                .asString();
        JsonNode offer = await().atMost(PATIENCE)
                .until(() -> own.offers("state=EXTENDED"), offers -> !offers.isEmpty())
                .getFirst();
        try (Visitor atADesk = Chromium.visitor(ENGLISH_AT_A_DESK);
                Visitor onAPhone = Chromium.visitor(ENGLISH_ON_A_PHONE)) {
            for (Visitor visitor : List.of(atADesk, onAPhone)) {
                visitor.opens(expect(own.university().post("/api/v1/people/" + person + "/access", Map.of()))
                        .get("link")
                        .asString());
                visitor.opens("/student/inbox");
                awaits(visitor.page(), "() => document.querySelector('[data-unread]').textContent === '1'");
                visitor.page().evaluate(WATCH_FOR, "2");
            }

            expect(own.actingAs(person)
                    .post(
                            "/api/v1/offers/" + offer.get("id").asString() + "/decisions",
                            Map.of("decision", "DECLINE")));
            Instant declined = Instant.now();

            for (Visitor visitor : List.of(atADesk, onAPhone)) {
                assertThat(Duration.between(declined, seen(visitor.page()))).isLessThanOrEqualTo(SOON);
                // What arrived waits until its reader asks for it.
                visitor.find(ARRIVED).click();
                assertThat(visitor.find("#notices details").count()).isEqualTo(2);
            }

            onAPhone.presses("form[action$='/inbox/read']:has(input[name=until]) button");
            awaits(atADesk.page(), "() => document.querySelector('[data-unread]').textContent === ''");
            awaits(atADesk.page(), "() => !document.querySelector('#notices .state.wait')");
        }
    }

    /** Asked from here again and again: a wait within the page would compile text there, which its policy refuses. */
    private static void awaits(Page page, String condition) {
        page.waitForCondition(() -> page.evaluate(condition).equals(true));
    }

    private static Instant seen(Page page) {
        awaits(page, "() => window.seenAt > 0");
        return Instant.ofEpochMilli(((Number) page.evaluate("() => window.seenAt")).longValue());
    }

    @ParameterizedTest
    @EnumSource(names = "ENGLISH_ON_A_PHONE")
    void aStudentChoosesWhichMailsTheyGet(Look look) {
        try (Visitor student = Chromium.visitor(look)) {
            student.opens(season.linkOf(season.studentUnderWay()));
            student.opens("/student/inbox");
            student.presses("a[href='/student/inbox/mails']");
            student.sees("student-inbox-mails");
            student.fills(Map.of("zone", "Moon/Tranquility"));
            student.presses("main form .btn-primary");
            assertThat(student.find(".form-faults").count()).isOne();
            student.fills(Map.of("zone", "Asia/Shanghai", "quietFrom", "22:00", "quietUntil", "07:00"));
            student.chooses("digest", "WEEKLY");
            student.chooses("kind-offer-expired", "OFF");
            student.presses("main form .btn-primary");
            assertThat(student.find("input[name=quietFrom]").inputValue()).isEqualTo("22:00");
            assertThat(student.find("select[name=kind-offer-expired]").inputValue())
                    .isEqualTo("OFF");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CHINESE_AT_A_DESK")
    void aCompanyAddsTriesChangesAndRemovesAWebhook(Look look) {
        String address = "https://hr.gulan.invalid/hooks/" + UUID.randomUUID();
        try (Visitor recruiter = Chromium.visitor(look)) {
            recruiter.signsIn(season.companyUser());
            recruiter.opens("/company/inbox/mails");
            recruiter.seesAllOf("company-inbox-mails");
            recruiter.opens("/company/webhooks");
            recruiter.fills(Map.of("url", "http://hooks.invalid/"));
            recruiter.presses("main form[action$='/webhooks'] .btn-primary");
            assertThat(recruiter.find("#url.is-invalid").count()).isOne();
            recruiter.fills(Map.of("url", address));
            recruiter.presses("main form[action$='/webhooks'] .btn-primary");
            recruiter.sees("company-webhook-secrets");
            assertThat(recruiter.find("main").innerText()).contains("whsec_");
            recruiter.presses("form[action$='/secrets'] button");

            recruiter.opens("/company/webhooks");
            recruiter.sees("company-webhooks");
            recruiter.presses("a:has-text('%s')".formatted(address));
            recruiter.presses("form[action$='/tests'] button");
            recruiter.sees("company-webhook");
            recruiter.find("details.more summary").click();
            recruiter.fills(Map.of("url", address + "/new"));
            recruiter.presses("details.more .btn-primary");
            assertThat(recruiter.find("dl.facts").innerText()).contains(address + "/new");

            recruiter.presses("button[name=state][value=DISABLED]");
            recruiter.sees("company-webhook-off");
            recruiter.opens("/company/webhooks");
            assertThat(recruiter.find("tr:has-text('%s')".formatted(address)).innerText())
                    .contains("已停用");
            recruiter.presses("a:has-text('%s')".formatted(address));
            recruiter.pressesAndConfirms("button[data-opens=removal]");
            assertThat(recruiter.find("a:has-text('%s')".formatted(address)).count())
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CHINESE_AT_A_DESK")
    void operationsSeesWhatWaitsBehindABrake(Look look) {
        try (Visitor operator = Chromium.visitor(look)) {
            operator.signsIn(season.operationsUser());
            operator.opens("/operations/brakes");
            operator.sees("operations-brakes");
            assertThat(operator.find("main h3").first().innerText()).isEqualTo("等待发送的内容");
        }
    }
}
