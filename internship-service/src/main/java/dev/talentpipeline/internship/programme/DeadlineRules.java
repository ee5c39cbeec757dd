package dev.talentpipeline.internship.programme;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the deadlines of a programme are counted, and what comes of silence. A student who does not answer loses the offer in any case.
 *
 * @param calendar whose working days a window of whole days counts
 * @param hour of that calendar's zone at which such a window ends
 * @param approval what it means if the company does not answer
 * @param endorsement what it means if the university does not answer
 * @param grace how much longer an answer is awaited after an outage of the service or while the student's notice is undelivered; null:
 *     {@link #USUAL_GRACE}, but none where the window is shorter than {@link #SHORTEST_WITH_GRACE}
 */
public record DeadlineRules(
        String calendar,
        int hour,
        ApprovalDefault approval,
        EndorsementDefault endorsement,
        @Nullable Duration grace) {

    public static final Duration USUAL_GRACE = Duration.ofHours(4);

    private static final Duration SHORTEST_WITH_GRACE = Duration.ofHours(1);

    /** What the company's silence means. */
    public enum ApprovalDefault {
        LAPSE,
        APPROVE
    }

    /** What the university's silence means. */
    public enum EndorsementDefault {
        LAPSE,
        ENDORSE
    }

    /** The grace of an answer that may take so long; zero: none. Usually never longer than the window itself. */
    public Duration graceOf(Duration window) {
        if (grace != null) {
            return grace;
        }
        if (window.compareTo(SHORTEST_WITH_GRACE) < 0) {
            return Duration.ZERO;
        }
        return window.compareTo(USUAL_GRACE) < 0 ? window : USUAL_GRACE;
    }
}
