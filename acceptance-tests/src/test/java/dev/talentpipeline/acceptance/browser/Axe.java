package dev.talentpipeline.acceptance.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Deque's axe: what of a page somebody cannot use who does not see, hear or point like others. */
final class Axe {

    private static final String SCRIPT = read();

    /** What is serious or critical, each with its first places. */
    private static final String RUN = """
            () => axe.run({resultTypes: ['violations']}).then(found => found.violations
                .filter(each => each.impact === 'serious' || each.impact === 'critical')
                .map(each => 'axe ' + each.id + ': ' + each.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')))
            """;

    private Axe() {}

    /** From outside of the page, so that its policy against foreign scripts stays as it is. */
    static List<String> violations(Page page) {
        page.evaluate(SCRIPT);
        return ((List<?>) page.evaluate(RUN)).stream().map(String::valueOf).toList();
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
