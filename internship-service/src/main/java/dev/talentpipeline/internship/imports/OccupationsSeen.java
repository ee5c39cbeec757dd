package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.imports.Findings.RecognisedOccupation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of a file that stand for occupations, and what they were taken for. Not for sharing between threads. */
final class OccupationsSeen {

    /** Of so many texts it can be set right what they were taken for; a catalogue has fewer entries. */
    private static final int MOST_TEXTS = 200;

    private static final int MOST_SUGGESTED = 50;

    private final Recognition occupations;
    private final Map<String, Seen> texts = new HashMap<>();

    OccupationsSeen(Recognition occupations) {
        this.occupations = occupations;
    }

    private record Seen(@Nullable String occupation, int rows) {}

    /** What is too long to be taught is not asked about. */
    void saw(String text, @Nullable String occupation) {
        if (text.length() <= Vocabularies.Vocabulary.LONGEST_WORD
                && (texts.size() < MOST_TEXTS || texts.containsKey(text))) {
            texts.merge(text, new Seen(occupation, 1), (before, one) -> new Seen(before.occupation, before.rows + 1));
        }
    }

    /** Those that were not recognised first, then the most frequent; of the first of them what was perhaps meant. */
    List<RecognisedOccupation> all() {
        List<RecognisedOccupation> all = new ArrayList<>();
        texts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Seen> seen) -> seen.getValue().occupation != null)
                        .thenComparingInt(seen -> -seen.getValue().rows)
                        .thenComparing(Map.Entry::getKey))
                .forEach(seen -> all.add(new RecognisedOccupation(
                        seen.getKey(),
                        seen.getValue().occupation,
                        all.size() < MOST_SUGGESTED ? occupations.nearest(seen.getKey()) : List.of(),
                        seen.getValue().rows)));
        return all;
    }
}
