package dev.talentpipeline.acceptance.browser;

import static dev.talentpipeline.acceptance.browser.Look.CHINESE_AT_A_DESK;
import static dev.talentpipeline.acceptance.browser.Look.ENGLISH_ON_A_PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
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

    /** Adds up by how much of the page moved by itself, as browsers measure it; what comes of a click is not counted. */
    private static final String MEASURE_SHIFTS = """
            () => {
              window.shifted = 0;
              new PerformanceObserver(list => list.getEntries().filter(each => !each.hadRecentInput).forEach(each => {
                window.shifted += each.value;
              })).observe({ type: 'layout-shift' });
            }
            """;

    /** After whatever is being painted now. */
    private static final String SHIFTED = """
            () => new Promise(told => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => told(window.shifted), 100))))
            """;

    private static final String MOVE_ALL = """
            () => {
              const above = document.createElement('div');
              above.style.height = '200px';
              document.querySelector('main').prepend(above);
            }
            """;

    private static final String HIDE = """
            hidden => {
              Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
              document.dispatchEvent(new Event('visibilitychange'));
            }
            """;

    /** What is said to be good; rows that arrive move nothing at all. */
    private static final double GOOD_SHIFT = 0.1;

    private static final String ENDORSEMENTS = "/university/endorsements?programme=";
    private static final String ARRIVED = "[data-live-held] button";

    private final ShownSeason season = ShownSeason.shared();

    @Test
    void whatAStudentDecidesIsSeenInOtherBrowsersWithinTwoSecondsWithoutAReloadAndMovesNothing() {
        JsonNode offer = season.offerToAnswer();
        String id = offer.get("id").asString();
        try (Visitor recruiter = Chromium.visitor(CHINESE_AT_A_DESK);
                Visitor counsellor = Chromium.visitor(CHINESE_AT_A_DESK);
                Visitor student = Chromium.visitor(ENGLISH_ON_A_PHONE)) {
            recruiter.signsIn(season.companyUser());
            recruiter.opens("/company/offers/" + id);
            Page watched = recruiter.page();
            watched.evaluate(WATCH);
            watched.evaluate(MEASURE_SHIFTS);
            counsellor.signsIn(season.universityUser());
            counsellor.opens(ENDORSEMENTS + season.programme());
            counsellor.page().evaluate(MEASURE_SHIFTS);

            student.opens(season.linkOf(offer.get("student").asString()));
            student.opens("/student");
            student.pressesAndConfirms("form:has(input[name=decision][value=ACCEPT]) button[data-opens]");

            // Asked from here again and again: a wait within the page would compile text there, which its policy
            // refuses.
            watched.waitForCondition(
                    () -> watched.evaluate("() => window.seenAt > 0").equals(true));
            Instant seen = Instant.ofEpochMilli(((Number) watched.evaluate("() => window.seenAt")).longValue());
            assertThat(Duration.between(accepted(id), seen)).isLessThanOrEqualTo(SOON);
            assertThat(shifted(watched)).isLessThanOrEqualTo(GOOD_SHIFT);
            watched.evaluate(MOVE_ALL);
            assertThat(shifted(watched)).isGreaterThan(GOOD_SHIFT);

            // A row that arrives waits until the reader asks for it.
            counsellor.find(ARRIVED).waitFor();
            assertThat(shifted(counsellor.page())).isZero();
            counsellor.page().waitForCondition(() -> hasAskedFor("#offer-" + id, counsellor));
        }
    }

    /** A browser opens six connections to an origin, and a tab takes two of them. */
    @Test
    void aTabThatNobodySeesGivesItsConnectionsBackAndTakesThemAgainOnceItIsSeen() {
        try (Visitor counsellor = Chromium.visitor(CHINESE_AT_A_DESK)) {
            counsellor.signsIn(season.universityUser());
            Page page = counsellor.page();
            List<Request> opened = new CopyOnWriteArrayList<>();
            List<Request> closed = new CopyOnWriteArrayList<>();
            // Those of the page before may still open and close while this one comes.
            page.onRequest(request -> {
                if (request.url().contains("/live/") && request.frame().url().contains(ENDORSEMENTS)) {
                    opened.add(request);
                }
            });
            Consumer<Request> over = request -> {
                if (opened.contains(request)) {
                    closed.add(request);
                }
            };
            page.onRequestFailed(over);
            page.onRequestFinished(over);
            counsellor.opens(ENDORSEMENTS + season.programme());
            waitsFor(page, opened, 2);
            assertThat(closed).isEmpty();

            page.evaluate(HIDE, true);
            waitsFor(page, closed, 2);
            page.evaluate(HIDE, false);

            waitsFor(page, opened, 4);
            assertThat(opened.subList(2, 4))
                    .extracting(Request::url)
                    .allMatch(address -> address.contains("since=") || address.contains("after="));
        }
    }

    private static void waitsFor(Page page, List<Request> streams, int count) {
        try {
            page.waitForCondition(() -> streams.size() == count);
        } catch (TimeoutError e) {
            throw new AssertionError(
                    "%d streams were waited for, and seen were %s"
                            .formatted(count, streams.stream().map(Request::url).toList()),
                    e);
        }
    }

    /** Others decide on offers too meanwhile, so that there may be more than one thing to ask for. */
    private static boolean hasAskedFor(String row, Visitor reader) {
        if (reader.find(ARRIVED).count() > 0) {
            reader.find(ARRIVED).click();
        }
        return reader.find(row).count() > 0;
    }

    private static double shifted(Page page) {
        return ((Number) page.evaluate(SHIFTED)).doubleValue();
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
