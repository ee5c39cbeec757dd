package dev.talentpipeline.acceptance.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The index of the pictures lists each that is there, once, and no other. */
class PicturesIndexTest {

    private static final Path FOLDER = Checkout.ROOT.resolve("docs/screenshots");
    private static final Pattern PICTURE = Pattern.compile("]\\(([\\w-]+\\.webp)\\)");

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
}
