package dev.talentpipeline.internship.offer;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long an offer has been in its state, and what was done to have it answered. Whoever must answer is reminded after a third of the
 * time and a day before its end; when it is nearly over, those who can still help are told. A window of less than an hour has none of
 * this: it would be over before anybody reads.
 *
 * @param since when the state began
 * @param remindedAt when last reminded; null: not yet
 * @param escalatedAt null: not yet
 * @param noticeAwaited whether the deadline was put off once because the student's notice was undelivered
 */
public record Awaiting(
        Instant since,
        @Nullable Instant remindedAt,
        @Nullable Instant escalatedAt,
        boolean noticeAwaited) {

    private static final Duration SHORTEST_REMINDED = Duration.ofHours(1);
    private static final Duration LAST_DAY = Duration.ofDays(1);
    private static final Duration LONGEST_NEARLY_OVER = Duration.ofHours(12);

    static Awaiting from(Instant since) {
        return new Awaiting(since, null, null, false);
    }

    /** Something to be done for an answer, and when. */
    record Due(Instant at, OfferCommand command) {}

    /** What is to be done next until the deadline; empty if nothing is any more. What was missed is not made up for. */
    Optional<Due> next(@Nullable Instant respondBy) {
        if (respondBy == null || escalatedAt != null) {
            return Optional.empty();
        }
        Duration window = window(respondBy);
        if (window.compareTo(SHORTEST_REMINDED) < 0) {
            return Optional.empty();
        }
        Duration tenth = window.dividedBy(10);
        Instant nearlyOver = respondBy.minus(tenth.compareTo(LONGEST_NEARLY_OVER) < 0 ? tenth : LONGEST_NEARLY_OVER);
        return Stream.concat(
                        Stream.of(since.plus(window.dividedBy(3)), respondBy.minus(LAST_DAY))
                                .filter(at -> at.isAfter(since) && isLater(at, remindedAt))
                                .map(at -> new Due(at, new OfferCommand.Remind())),
                        Stream.of(new Due(nearlyOver, new OfferCommand.Escalate())))
                .min(Comparator.comparing(Due::at));
    }

    /** What is to be done by now: of several things that are due, the last. */
    Optional<OfferCommand> due(@Nullable Instant respondBy, Instant now) {
        Awaiting reminded = new Awaiting(since, now, escalatedAt, noticeAwaited);
        Optional<Due> first = next(respondBy).filter(due -> !now.isBefore(due.at()));
        Optional<Due> afterwards = first.flatMap(_ -> reminded.next(respondBy)).filter(due -> !now.isBefore(due.at()));
        return afterwards.or(() -> first).map(Due::command);
    }

    private static boolean isLater(Instant at, @Nullable Instant done) {
        return done == null || at.isAfter(done);
    }

    /** How long an answer could be given. */
    Duration window(Instant respondBy) {
        return Duration.between(since, respondBy);
    }

    Awaiting reminded(Instant now) {
        return new Awaiting(since, now, escalatedAt, noticeAwaited);
    }

    Awaiting escalated(Instant now) {
        return new Awaiting(since, remindedAt, now, noticeAwaited);
    }

    Awaiting putOff(Grace grace) {
        return new Awaiting(since, remindedAt, escalatedAt, noticeAwaited || grace == Grace.NOTICE_UNDELIVERED);
    }
}
