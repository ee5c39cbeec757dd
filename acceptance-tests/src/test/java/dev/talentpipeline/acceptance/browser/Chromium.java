package dev.talentpipeline.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine's own Chromium, started once for each thread of the tests, since each may be used by one alone; nothing is downloaded.
 *
 * <p>{@code -Dchromium=/path} names another one than that of the search path.
 */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final double PATIENCE_MS = 30_000;

    private static final ThreadLocal<Browser> BROWSERS = ThreadLocal.withInitial(Chromium::start);

    private Chromium() {}

    /** Where it is; empty on a machine without one. */
    static Optional<Path> program() {
        String named = System.getProperty("chromium", "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        String[] folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Somebody with a browser window of their own: no cookie is shared. */
    static Visitor visitor(Look look) {
        return visitor(look, look);
    }

    /** Somebody whose browser asks for one language, and who means to read another. */
    static Visitor visitor(Look asked, Look read) {
        return new Visitor(BROWSERS.get().newContext(asked.options()), read, PATIENCE_MS);
    }

    /** Started when a thread first needs it, and stopped with the test JVM. */
    private static Browser start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program().orElseThrow())
                        .setArgs(List.of(
                                // A reader's own browser has dates in its fields written as they write them.
                                "--enable-blink-features=LangAttributeAwareFormControlUI",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }
}
