package dev.talentpipeline.internship.meeting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation at a time.
 *
 * @param place where; null if it is by link only
 * @param link where to on the web; null if it is at a place only
 */
public record Interview(
        UUID id,
        UUID meeting,
        Instant startsAt,
        int minutes,
        @Nullable String place,
        @Nullable String link,
        InterviewState state,
        Instant changedAt) {

    Interview in(InterviewState next, Instant now) {
        return new Interview(id, meeting, startsAt, minutes, place, link, next, now);
    }

    /** This interview at another time, proposed by that side; what is null of the rest stays. */
    Interview movedTo(Appointment appointment, Side by, Instant now) {
        String newPlace = appointment.place();
        String newLink = appointment.link();
        boolean elsewhere = newPlace != null || newLink != null;
        return new Interview(
                id,
                meeting,
                appointment.startsAt(),
                appointment.minutes(),
                elsewhere ? newPlace : place,
                elsewhere ? newLink : link,
                new InterviewState.Proposed(by),
                now);
    }

    /** When, how long and where. */
    public record Appointment(
            Instant startsAt,
            int minutes,
            @Nullable String place,
            @Nullable String link) {}
}
