package dev.talentpipeline.acceptance.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index of the pictures lists each that is there, once, and no other, and every page of which a browser test takes one. */
class PicturesIndexTest {

    private static final Path FOLDER = Checkout.ROOT.resolve("docs/screenshots");
    private static final Path WALKS =
            Checkout.ROOT.resolve("acceptance-tests/src/test/java/dev/talentpipeline/acceptance/browser");
    private static final Path LETTERS = Checkout.ROOT.resolve("notification-service/src/test/resources/golden");

    private static final Pattern PICTURE = Pattern.compile("]\\(([\\w-]+\\.webp)\\)");
    private static final Pattern ENTRY = Pattern.compile("(?m)^\\| `([\\w-]+)` \\|");
    private static final Pattern SEEN = Pattern.compile("\\.sees(?:AllOf)?\\(\\s*\"([\\w-]+)\"");
    private static final Pattern MENU_WALKED = Pattern.compile("\\.seesEveryPlaceOfTheMenu\\(([^;]*)\\);");
    private static final Pattern PLACE = Pattern.compile("new Place\\(\\s*\"(/[\\w/-]+)\"");
    private static final Pattern TEXT = Pattern.compile("\"(/[^\"]+)\"");

    private final String index = Checkout.read(FOLDER.resolve("README.md"));

    @Test
    void listsEveryPictureThatIsThereOnceAndNoOther() {
        List<String> there = Checkout.files(FOLDER, ".webp").stream()
                .map(file -> file.getFileName().toString())
                .toList();
        assertThat(there).hasSizeGreaterThan(150);
        assertThat(PICTURE.matcher(index).results().map(picture -> picture.group(1)))
                .containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void hasAnEntryForEveryPageAndLetterOfWhichAPictureIsTaken() throws IOException {
        Set<String> taken = new TreeSet<>(placesOfMenus());
        String walks =
                Checkout.files(WALKS, ".java").stream().map(Checkout::read).collect(Collectors.joining());
        SEEN.matcher(walks).results().map(seen -> seen.group(1)).forEach(taken::add);
        Checkout.files(LETTERS, ".en.html").stream()
                .map(letter -> "notice-" + letter.getFileName().toString().replace(".en.html", ""))
                .forEach(taken::add);
        assertThat(taken).hasSizeGreaterThan(120).contains("operations-flows", "company-day", "notice-offer-made");
        assertThat(ENTRY.matcher(index).results().map(entry -> entry.group(1)).toList())
                .doesNotHaveDuplicates()
                .containsAll(taken);
    }

    /** Named by their paths, but for those of which another walk takes a picture under a name of its own. */
    private static List<String> placesOfMenus() throws IOException {
        List<String> elsewhere = new ArrayList<>();
        for (Path walk : Checkout.files(WALKS, "IT.java")) {
            MENU_WALKED
                    .matcher(Checkout.read(walk))
                    .results()
                    .flatMap(call -> TEXT.matcher(call.group(1)).results())
                    .map(path -> path.group(1))
                    .forEach(elsewhere::add);
        }
        try (Stream<Path> files = Files.walk(Checkout.ROOT.resolve("console/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith("Places.java"))
                    .flatMap(file -> PLACE.matcher(Checkout.read(file)).results())
                    .map((MatchResult place) -> place.group(1))
                    .filter(path -> !elsewhere.contains(path))
                    .map(path -> path.substring(1).replace('/', '-'))
                    .toList();
        }
    }
}
