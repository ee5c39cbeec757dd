package dev.talentpipeline.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import dev.talentpipeline.acceptance.RunningStack;
import dev.talentpipeline.acceptance.browser.Visits.Visit;
import dev.talentpipeline.stack.client.StackFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Somebody who walks through the console in a window of their own. What is wrong with the pages that they {@link #sees see} is gathered on the way and
 * fails the walk at its end, so that one walk tells all of it. Whose walk is done in one look alone has each page on the other kind of screen too.
 */
final class Visitor implements AutoCloseable {

    /** What a page says of itself; the time counts from the click, redirects included. */
    private static final String FACTS = """
            () => {
              const navigation = performance.getEntriesByType('navigation')[0];
              const loaded = [navigation, ...performance.getEntriesByType('resource')];
              return {
                usableMs: navigation.domContentLoadedEventEnd,
                bytes: loaded.reduce((sum, each) => sum + each.encodedBodySize, 0),
                width: document.documentElement.scrollWidth,
                height: document.documentElement.scrollHeight,
                language: document.documentElement.lang.substring(0, 2),
                heads: document.querySelectorAll('h1').length,
                unsaid: document.body.innerText.match(/\\?\\?\\S+\\?\\?/)?.[0] ?? ''
              };
            }
            """;

    /** What htmx says of a call that was under way when its page was left; of one that failed it says more. */
    private static final Set<String> LEFT_BEHIND = Set.of("htmx:sendAbort", "htmx:afterRequest");

    /** What was looked at in the dark, where colours alone are others: once each, whoever sees it. */
    private static final Set<String> SEEN_IN_THE_DARK = ConcurrentHashMap.newKeySet();

    /** A page that is magnified four times on a screen of 1280 px has so much of it. */
    private static final int MAGNIFIED_PX = 320;

    private final BrowserContext context;
    private final Look look;
    private final Page page;
    private final CDPSession chromium;
    private final List<String> faults = new ArrayList<>();
    private int loads;
    private boolean onBothScreens;
    private String method = "GET";
    private String here = "the first page";

    Visitor(BrowserContext context, Look look, double patienceMs) {
        this.context = context;
        this.look = look;
        context.setDefaultTimeout(patienceMs);
        Axe.into(context);
        page = context.newPage();
        chromium = context.newCDPSession(page);
        page.onLoad(loaded -> loads++);
        page.onRequest(this::notesHowItIsAskedFor);
        page.onPageError(error -> faults.add("after %s, script: %s".formatted(here, error)));
        page.onConsoleMessage(this::complains);
    }

    /** From here on each page that is looked at is looked at on the other kind of screen as well. */
    Visitor onBothScreens() {
        onBothScreens = true;
        return this;
    }

    /** The page, for what only one walk does. */
    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Opens a page of the console by its path, or one by a whole address. */
    int opens(String address) {
        String origin = RunningStack.shared().client().stack().console().toString();
        Response response = page.navigate(address.startsWith("/") ? origin + address : address);
        return response == null ? 0 : response.status();
    }

    /** Comes in as somebody with a password. */
    void signsIn(StackFile.User user) {
        opens("/sign-in");
        page.fill("#username", user.name());
        page.fill("#password", user.password());
        presses(".entrance-card form .btn-primary");
        assertThat(page.url()).doesNotContain("/sign-in");
    }

    /** Presses the first of what is found and waits for the page that comes of it. */
    void presses(String selector) {
        int before = loads;
        try {
            find(selector).first().click();
            page.waitForCondition(() -> loads > before);
        } catch (TimeoutError e) {
            throw new AssertionError(
                    "nothing came of %s on %s, which says: %s".formatted(selector, page.url(), page.innerText("body")),
                    e);
        }
    }

    /** Presses what opens a dialog, and in the dialog the button that does it. */
    void pressesAndConfirms(String selector) {
        find(selector).first().click();
        presses("dialog[open] .dialog-actions button:not([data-closes])");
    }

    /** Writes into the fields of these names. */
    void fills(Map<String, String> fields) {
        fields.forEach((name, value) -> page.fill("main form [name='" + name + "']", value));
    }

    void chooses(String field, String value) {
        page.selectOption("main form select[name='" + field + "']", value);
    }

    /** Looks at the page as it is now: notes what is wrong with it, and takes its picture where pictures are wanted. */
    void sees(String name) {
        Pictures.take(chromium, name, look, looksAt(name));
    }

    /** The same with a picture of all of the page, where what matters stands far below. */
    void seesAllOf(String name) {
        Pictures.takeWhole(chromium, name, look, looksAt(name));
    }

    /** The same on the way through a menu: the picture of a walk that has this name shows more. */
    private void passes(String name) {
        Pictures.takeUnlessThere(chromium, name, look, looksAt(name));
    }

    /** Notes what is wrong with the page; its height. */
    private int looksAt(String name) {
        here = name;
        Map<?, ?> facts = (Map<?, ?>) page.evaluate(FACTS);
        Visit visit = visit(name, facts);
        Visits.add(visit);
        if (visit.usableMs() > Visits.LONGEST_MS && method.equals("GET")) {
            comesAgain(name);
        }
        if (visit.bytes() > Visits.MOST_BYTES) {
            fault("%d bytes, of at most %d".formatted(visit.bytes(), Visits.MOST_BYTES));
        }
        fits(look.width(), number(facts, "width"));
        if (!look.language().equals(facts.get("language"))) {
            fault("in " + facts.get("language"));
        }
        if (number(facts, "heads") != 1) {
            fault("%.0f heads".formatted(number(facts, "heads")));
        }
        if (!"".equals(facts.get("unsaid"))) {
            fault("without words for " + facts.get("unsaid"));
        }
        Axe.violations(page).forEach(this::fault);
        if (onBothScreens) {
            looksOnTheOtherScreen();
        }
        if (look.isPhone()) {
            magnifies();
        }
        if (SEEN_IN_THE_DARK.add(name)) {
            looksInTheDark();
        }
        return (int) number(facts, "height");
    }

    private Visit visit(String name, Map<?, ?> facts) {
        return new Visit(name, look, number(facts, "usableMs"), (long) number(facts, "bytes"));
    }

    private void fits(int screen, double width) {
        if (width > screen) {
            fault("wider than the screen of %d px by %.0f px".formatted(screen, width - screen));
        }
    }

    private void looksOnTheOtherScreen() {
        Look other = look.onTheOtherScreen();
        page.setViewportSize(other.width(), other.height());
        fits(other.width(), number((Map<?, ?>) page.evaluate(FACTS), "width"));
        Axe.violations(page).forEach(each -> fault("at %d px, %s".formatted(other.width(), each)));
        page.setViewportSize(look.width(), look.height());
    }

    private void magnifies() {
        page.setViewportSize(MAGNIFIED_PX, look.height());
        fits(MAGNIFIED_PX, number((Map<?, ?>) page.evaluate(FACTS), "width"));
        page.setViewportSize(look.width(), look.height());
    }

    private void looksInTheDark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Axe.withoutContrast(page).forEach(each -> fault("in the dark, " + each));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** A page that was slow may have met a machine that was busy: it is asked for again beside this one, on which something may be typed already. */
    private void comesAgain(String name) {
        for (int again = 1; again < Visits.ENOUGH_OF_A_PAGE; again++) {
            Page beside = context.newPage();
            Response answer = beside.navigate(page.url());
            if (answer != null && answer.ok()) {
                Visits.add(visit(name, (Map<?, ?>) beside.evaluate(FACTS)));
            }
            beside.close();
        }
    }

    private void notesHowItIsAskedFor(Request request) {
        if (request.isNavigationRequest()) {
            method = request.method();
        }
    }

    /** Looks at every place of the desk's menu but for those that another walk of this look sees; each is named by its path. */
    void seesEveryPlaceOfTheMenu(String programme, String... seenElsewhere) {
        List<String> places = find(".desk-navigation a").all().stream()
                .map(place -> place.getAttribute("href"))
                .toList();
        assertThat(places).contains(seenElsewhere).hasSizeGreaterThan(seenElsewhere.length);
        for (String place : places) {
            if (List.of(seenElsewhere).contains(place)) {
                continue;
            }
            opens(place + "?programme=" + programme);
            passes(place.substring(1).replace('/', '-'));
        }
    }

    /** Ends the visit; with an answer to all that was wrong on the way. */
    @Override
    public void close() {
        context.close();
        assertThat(faults).as("what is wrong with the pages (%s)", look).isEmpty();
    }

    private void complains(ConsoleMessage message) {
        // The browser notes a page that was refused (422, 404): the walk itself knows whether it was to be.
        boolean ofThePage = message.text().startsWith("Failed to load resource")
                && message.location().startsWith(page.url().split("[?#]")[0]);
        if (message.type().equals("error") && !ofThePage && !LEFT_BEHIND.contains(message.text())) {
            faults.add("after %s, console: %s (%s)".formatted(here, message.text(), message.location()));
        }
    }

    private void fault(String what) {
        faults.add(here + ": " + what);
    }

    private static double number(Map<?, ?> facts, String name) {
        return ((Number) facts.get(name)).doubleValue();
    }
}
