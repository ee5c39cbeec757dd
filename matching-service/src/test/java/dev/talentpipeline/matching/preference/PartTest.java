package dev.talentpipeline.matching.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartTest {

    @Test
    void everyPartWeighsWhatItsDocumentationSays() throws IOException {
        String page = Files.readString(Path.of("../docs/matching.md"));

        assertThat(Stream.of(Part.values())
                        .map(part -> String.format(Locale.ROOT, "| `%s` | %.2f |", part.label(), part.defaultWeight())))
                .allSatisfy(row -> assertThat(page).contains(row));
    }
}
