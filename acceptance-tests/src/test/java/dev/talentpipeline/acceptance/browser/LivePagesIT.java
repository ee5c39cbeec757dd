package dev.talentpipeline.acceptance.browser;

import static dev.talentpipeline.acceptance.browser.Look.CHINESE_AT_A_DESK;
import static dev.talentpipeline.acceptance.browser.Look.ENGLISH_ON_A_PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

@InChromium
@ResourceLock(value = ShownSeason.PROGRAMME, mode = ResourceAccessMode.READ)
class LivePagesIT {

    private static final Duration SOON = Duration.ofSeconds(2);

    /** Notes when the state of the offer reads another way; a page that is loaded anew has noted nothing. */
    private static final String WATCH = """
            () => {
              const state = () => document.querySelector('#offer .facts .state').textContent;
              const before = state();
              window.seenAt = 0;
              new MutationObserver(() => {
                if (window.seenAt === 0 && state() !== before) window.seenAt = Date.now();
              }).observe(document.body, { childList: true, subtree: true, characterData: true });
            }
            """;

    private final ShownSeason season = ShownSeason.shared();

    @Test
    void whatAStudentDecidesIsSeenInAnotherBrowserWithinTwoSecondsAndWithoutAReload() {
        JsonNode offer = season.offerToAnswer();
        String id = offer.get("id").asString();
        try (Visitor recruiter = Chromium.visitor(CHINESE_AT_A_DESK);
                Visitor student = Chromium.visitor(ENGLISH_ON_A_PHONE)) {
            recruiter.signsIn(season.companyUser());
            recruiter.opens("/company/offers/" + id);
            Page watched = recruiter.page();
            watched.evaluate(WATCH);

            student.opens(season.linkOf(offer.get("student").asString()));
            student.opens("/student");
            student.pressesAndConfirms("form:has(input[name=decision][value=ACCEPT]) button[data-opens]");

            watched.waitForFunction("() => window.seenAt > 0");
            Instant seen = Instant.ofEpochMilli(((Number) watched.evaluate("() => window.seenAt")).longValue());
            assertThat(Duration.between(accepted(id), seen)).isLessThanOrEqualTo(SOON);
        }
    }

    private Instant accepted(String offer) {
        for (JsonNode step : season.offer(offer).get("history")) {
            if (step.path("state").asString("").equals("ACCEPTED")) {
                return Instant.parse(step.get("at").asString());
            }
        }
        throw new AssertionError("The offer must have been accepted.");
    }
}
