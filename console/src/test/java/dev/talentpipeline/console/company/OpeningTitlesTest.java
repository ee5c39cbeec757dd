package dev.talentpipeline.console.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.talentpipeline.console.api.PostedOpening;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningTitlesTest {

    @Test
    void openingsOfOneTitleAreToldApartByTheirReferences() {
        assertThat(OpeningTitles.titles(List.of(
                        opening("i-1", "GULAN-013", "Question answering"),
                        opening("i-2", "GULAN-002", "Question answering"),
                        opening("i-3", "GULAN-001", "Chip design"))))
                .containsExactly(
                        entry("i-3", "Chip design"),
                        entry("i-2", "Question answering · GULAN-002"),
                        entry("i-1", "Question answering · GULAN-013"));
    }

    @Test
    void whatHasNoReferenceIsCalledByItsTitle() {
        assertThat(OpeningTitles.titles(
                        List.of(opening("i-1", null, "Chip design"), opening("i-2", "ML-2", "Chip design"))))
                .containsExactly(entry("i-1", "Chip design"), entry("i-2", "Chip design · ML-2"));
    }

    private static PostedOpening opening(String id, String reference, String title) {
        return new PostedOpening(
                id, reference, null, null, null, title, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
