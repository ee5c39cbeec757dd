package dev.talentpipeline.acceptance.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deque's axe: what of a page somebody cannot use who does not see, hear or point like others. */
final class Axe {

    /** Half a megabyte, which is sent to a window once and made ready on a page only when it is asked for, and then once. */
    private static final String SCRIPT = "window.makeAxeReady = () => { if (window.axe) { return; }" + read() + "\n};";

    /**
     * What is serious or critical, each with its first places. What sticks to the edge of the window lies upon things that can be scrolled away from under it. Of the hundreds of operations and
     * schemas that the page of the API shows alike, the first of each group stand for the others.
     */
    private static final String RUN = """
            options => {
              makeAxeReady();
              const sticking = [...document.querySelectorAll('.sticky, .my-list, .bulk-bar')];
              sticking.forEach(each => { each.style.position = 'static'; });
              const alike = ['.operation-tag-content > :nth-child(n+3)', '.models .model-container:nth-child(n+3)'];
              return axe.run({exclude: alike.map(each => [each])}, {...options, resultTypes: ['violations']})
                .finally(() => sticking.forEach(each => { each.style.position = ''; }))
                .then(found => found.violations
                  .filter(each => each.impact === 'serious' || each.impact === 'critical')
                  .map(each => 'axe ' + each.id + ': ' + each.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')));
            }
            """;

    /** Of what they find nothing is serious, and some of them go through all of a page for it. */
    private static final List<String> NEVER_SERIOUS = List.of(
            "aria-allowed-role",
            "empty-heading",
            "empty-table-header",
            "form-field-multiple-labels",
            "heading-order",
            "image-redundant-alt",
            "landmark-banner-is-top-level",
            "landmark-complementary-is-top-level",
            "landmark-contentinfo-is-top-level",
            "landmark-main-is-top-level",
            "landmark-no-duplicate-banner",
            "landmark-no-duplicate-contentinfo",
            "landmark-no-duplicate-main",
            "landmark-one-main",
            "landmark-unique",
            "no-autoplay-audio",
            "page-has-heading-one",
            "region",
            "skip-link");

    private static final Map<String, Object> ALL = Map.of("rules", rules());

    private static final Map<String, Object> CONTRAST = Map.of("runOnly", List.of("color-contrast"));

    private Axe() {}

    /** Puts it into a window from outside of the pages, whose policy against foreign scripts stays as it is. */
    static void into(BrowserContext window) {
        window.addInitScript(SCRIPT);
    }

    static List<String> violations(Page page) {
        return run(page, ALL);
    }

    /** Only what cannot be read for its colours. */
    static List<String> withoutContrast(Page page) {
        return run(page, CONTRAST);
    }

    private static Map<String, Object> rules() {
        Map<String, Object> rules = new HashMap<>();
        NEVER_SERIOUS.forEach(rule -> rules.put(rule, Map.of("enabled", false)));
        // The rule of WCAG 2.2 AA about what is pressed by a finger is not looked at unless it is asked for.
        rules.put("target-size", Map.of("enabled", true));
        return rules;
    }

    private static List<String> run(Page page, Map<String, Object> options) {
        return ((List<?>) page.evaluate(RUN, options))
                .stream().map(String::valueOf).toList();
    }

    private static String read() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("axe.min.js must be in axe's library for Playwright.");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
