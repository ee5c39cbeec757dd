package dev.talentpipeline.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.talentpipeline.acceptance.Launcher;
import dev.talentpipeline.acceptance.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Letters as a mail program on a phone shows them, from the golden copies that notification-service is held to: one picture each. */
@Order(Turn.FIRST_FROM_THE_END)
@InChromium
class NoticeLettersIT {

    private static final Path LETTERS = Path.of("notification-service/src/test/resources/golden");

    @ParameterizedTest
    @EnumSource(names = {"CHINESE_ON_A_PHONE", "ENGLISH_ON_A_PHONE"})
    void fitAPhoneAndAreRead(Look look) throws IOException {
        String end = "." + look.language() + ".html";
        List<String> wide = new ArrayList<>();
        int seen = 0;
        try (Visitor reader = Chromium.visitor(look);
                Stream<Path> files =
                        Files.list(new Launcher(Map.of()).checkout().resolve(LETTERS))) {
            Page page = reader.page();
            for (Path letter :
                    files.filter(file -> file.toString().endsWith(end)).sorted().toList()) {
                String kind = letter.getFileName().toString().replace(end, "");
                page.setContent(Files.readString(letter));
                Map<?, ?> size = (Map<?, ?>)
                        page.evaluate(
                                "() => ({width: document.documentElement.scrollWidth, height: document.documentElement.scrollHeight})");
                if (((Number) size.get("width")).intValue() > look.width()) {
                    wide.add(kind);
                }
                assertThat(page.innerText("h1")).as(kind).isNotBlank();
                Pictures.takeLetter(
                        page.context().newCDPSession(page), kind, look, ((Number) size.get("height")).intValue());
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(30);
        assertThat(wide).isEmpty();
    }
}
