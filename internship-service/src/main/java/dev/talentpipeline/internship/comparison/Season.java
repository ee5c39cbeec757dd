package dev.talentpipeline.internship.comparison;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a programme went, in numbers.
 *
 * @param students that are in it, those withdrawn left out
 * @param matched students who hold an offer that they accepted
 * @param seats that were posted; of a withdrawn internship those that are taken
 * @param filled seats of accepted offers
 * @param offers by state, rejected proposals left out
 * @param reached offers that their student heard of and that are accepted or over
 * @param accepted those of them that the student accepted, whatever became of it
 * @param placements by state
 * @param jobs that came out of the placements
 * @param medianAnswer from the proposal's arrival to the student's first answer; null: nobody has answered
 */
public record Season(
        int students,
        int matched,
        int seats,
        int filled,
        Map<String, Integer> offers,
        int reached,
        int accepted,
        Map<String, Integer> placements,
        Jobs jobs,
        @Nullable Duration medianAnswer) {

    public Season {
        offers = Map.copyOf(offers);
        placements = Map.copyOf(placements);
    }

    /**
     * Placements in which a job was offered, by the offer that counts, and those of them in which it was accepted. What was offered or accepted
     * in error counts for nothing.
     */
    public record Jobs(int offered, int accepted) {}

    /** The part of the offers that reached somebody and were accepted; null: none has come to an end. */
    public @Nullable Double acceptanceRate() {
        return reached == 0 ? null : (double) accepted / reached;
    }
}
