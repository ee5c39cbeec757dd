package dev.talentpipeline.notification.inbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a meeting decides whether anybody is told something. Kept of the version read last, to see what is new.
 *
 * @param respondBy until when the invitation can be answered; null unless there is one
 * @param interviews all of it, by their beginning
 */
public record MeetingReading(MeetingState state, @Nullable Instant respondBy, List<Interview> interviews) {

    private static final MeetingReading NONE = new MeetingReading(MeetingState.UNKNOWN, null, List.of());

    public MeetingReading {
        interviews = List.copyOf(interviews);
    }

    /**
     * A conversation at a time.
     *
     * @param proposedBy who named the time that waits to be confirmed; null: nobody waits
     */
    public record Interview(
            String id,
            InterviewState state,
            Instant startsAt,
            @Nullable String proposedBy) {

        private Optional<Happened> happenedAfter(@Nullable Interview before) {
            return stepAfter(before).map(step -> new Happened(step, startsAt, proposedBy));
        }

        private Optional<Step> stepAfter(@Nullable Interview before) {
            InterviewState stood = before == null ? InterviewState.UNKNOWN : before.state();
            return switch (state) {
                case PROPOSED -> {
                    if (before == null) {
                        yield Optional.of(Step.INTERVIEW_PROPOSED);
                    }
                    yield before.equals(this) ? Optional.empty() : Optional.of(Step.INTERVIEW_MOVED);
                }
                case CONFIRMED ->
                    stood == InterviewState.CONFIRMED ? Optional.empty() : Optional.of(Step.INTERVIEW_CONFIRMED);
                case CANCELLED -> stood.isAhead() ? Optional.of(Step.INTERVIEW_CANCELLED) : Optional.empty();
                case HELD, UNKNOWN -> Optional.empty();
            };
        }
    }

    /** What can be new of a meeting. */
    public enum Step {
        INVITED,
        /** The two meet without an invitation, by a share code. */
        MET,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        WITHDRAWN,
        ENDED,
        INTERVIEW_PROPOSED,
        INTERVIEW_MOVED,
        INTERVIEW_CONFIRMED,
        INTERVIEW_CANCELLED;

        /** Whether somebody has to answer it. */
        boolean isToAnswer() {
            return this == INVITED || this == INTERVIEW_PROPOSED || this == INTERVIEW_MOVED;
        }
    }

    /**
     * One thing that is new.
     *
     * @param at the instant that hangs on it: the end of the time to answer, or the beginning of an interview; null: none does
     * @param proposedBy who named the time that waits to be confirmed; null: nobody waits
     */
    public record Happened(
            Step step, @Nullable Instant at, @Nullable String proposedBy) {}

    /**
     * What is new in a version.
     *
     * @param changedAt when the version was made
     * @param before what was read of the meeting before; nothing is new of one that comes into sight in the middle, as it does if it is older than its topic
     */
    public Optional<Happened> newIn(long version, Instant changedAt, Optional<MeetingReading> before) {
        return before.isEmpty() && version > 1 ? Optional.empty() : happenedAfter(before.orElse(NONE), changedAt);
    }

    /** What is new since then. A state that is new says it all; otherwise it is an interview that changed. */
    private Optional<Happened> happenedAfter(MeetingReading before, Instant changedAt) {
        if (state != before.state) {
            return stepTo(before).map(step -> new Happened(step, instantOf(step, before, changedAt), null));
        }
        return interviews.stream()
                .flatMap(interview -> interview.happenedAfter(before.interview(interview.id())).stream())
                .findFirst();
    }

    private Optional<Step> stepTo(MeetingReading before) {
        return switch (state) {
            case INVITED -> Optional.of(Step.INVITED);
            case OPEN -> Optional.of(before.state == MeetingState.INVITED ? Step.ACCEPTED : Step.MET);
            case DECLINED -> Optional.of(Step.DECLINED);
            case EXPIRED -> Optional.of(Step.EXPIRED);
            case WITHDRAWN -> Optional.of(Step.WITHDRAWN);
            case ENDED -> Optional.of(Step.ENDED);
            case UNKNOWN -> Optional.empty();
        };
    }

    private @Nullable Instant instantOf(Step step, MeetingReading before, Instant changedAt) {
        return switch (step) {
            case INVITED -> respondBy;
            // With a meeting its interviews are called off: whoever prepares for the next one has to hear of it. One
            // that
            // nobody marked as held is no next one.
            case ENDED ->
                before.interviews.stream()
                        .filter(interview -> interview.state().isAhead())
                        .map(Interview::startsAt)
                        .filter(startsAt -> startsAt.isAfter(changedAt))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
            default -> null;
        };
    }

    private @Nullable Interview interview(String id) {
        return interviews.stream()
                .filter(interview -> interview.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
