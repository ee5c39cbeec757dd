package dev.talentpipeline.acceptance.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import dev.talentpipeline.acceptance.RunningStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pictures of pages for the guides, {@code DESK-PAGE-LANGUAGE-WIDTH.webp}, taken with {@code -Dscreenshots=docs/screenshots}, a folder of the checkout. Each is
 * 200 KB or less: a page that goes on further than 6,000 px is cut off there, before its words become hard to read.
 */
final class Pictures {

    /** So that a checkout stays small. */
    private static final int MOST_BYTES = 200_000;

    /** What is below is cut off: the guides show where one is, not each row. */
    private static final int TALLEST_AT_A_DESK = 1500;

    /** One screen, at whose edge a bar may stick. */
    private static final int TALLEST_ON_A_PHONE = 844;

    /** How much of a page is taken where all of it is wanted. */
    private static final int TALLEST_OF_ALL = 6000;

    /** The names of the pictures that there are, and whether a walk took them for what they show. */
    private static final Map<String, Boolean> TAKEN = new ConcurrentHashMap<>();

    private static final String FOLDER = System.getProperty("screenshots", "");

    private Pictures() {}

    /**
     * Takes one, if any are wanted, in colours that stay readable within the size. There is one of a name.
     *
     * @param height of the whole page
     */
    static void take(CDPSession chromium, String page, Look look, int height) {
        String name = name(page, look);
        if (Objects.equals(TAKEN.put(name, true), true)) {
            throw new IllegalStateException("There are two pictures called %s.".formatted(name));
        }
        if (look.isPictured()) {
            write(chromium, name, look, Math.min(height, tallest(look)));
        }
    }

    /** The same of all of a page, if it is not too tall. */
    static void takeWhole(CDPSession chromium, String page, Look look, int height) {
        String name = name(page, look);
        TAKEN.put(name, true);
        if (look.isPictured()) {
            write(chromium, name, look, Math.min(height, TALLEST_OF_ALL));
        }
    }

    /** The same of a letter, in whatever look. */
    static void takeLetter(CDPSession chromium, String letter, Look look, int height) {
        write(chromium, name("notice-" + letter, look), look, height);
    }

    /** Takes one only if none has the name. */
    static void takeUnlessThere(CDPSession chromium, String page, Look look, int height) {
        String name = name(page, look);
        if (TAKEN.putIfAbsent(name, false) == null && look.isPictured()) {
            write(chromium, name, look, Math.min(height, tallest(look)));
        }
    }

    private static int tallest(Look look) {
        return look.isPhone() ? TALLEST_ON_A_PHONE : TALLEST_AT_A_DESK;
    }

    private static String name(String page, Look look) {
        return "%s-%s-%d.webp".formatted(page, look.language(), look.width());
    }

    private static void write(CDPSession chromium, String name, Look look, int height) {
        if (FOLDER.isEmpty()) {
            return;
        }
        byte[] picture = new byte[0];
        if (height > look.height()) {
            sticking(chromium, "static");
        }
        for (int quality = 80; quality >= 20; quality -= 20) {
            picture = capture(chromium, look, height, quality);
            if (picture.length <= MOST_BYTES) {
                break;
            }
        }
        sticking(chromium, "");
        try {
            Path folder = RunningStack.shared().launcher().checkout().resolve(FOLDER);
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What sticks to the edge of the window would lie across a picture that is taller than the window. */
    private static void sticking(CDPSession chromium, String position) {
        JsonObject script = new JsonObject();
        script.addProperty(
                "expression",
                "document.querySelectorAll('.sticky, .my-list, .bulk-bar').forEach(each => each.style.position = '%s')"
                        .formatted(position));
        chromium.send("Runtime.evaluate", script);
    }

    /** Playwright's own pictures are PNG or JPEG, and these are a third of either. */
    private static byte[] capture(CDPSession chromium, Look look, int height, int quality) {
        JsonObject clip = new JsonObject();
        clip.addProperty("x", 0);
        clip.addProperty("y", 0);
        clip.addProperty("width", look.width());
        clip.addProperty("height", height);
        clip.addProperty("scale", 1);
        JsonObject how = new JsonObject();
        how.addProperty("format", "webp");
        how.addProperty("quality", quality);
        how.addProperty("captureBeyondViewport", true);
        how.add("clip", clip);
        return Base64.getDecoder()
                .decode(chromium.send("Page.captureScreenshot", how).get("data").getAsString());
    }
}
