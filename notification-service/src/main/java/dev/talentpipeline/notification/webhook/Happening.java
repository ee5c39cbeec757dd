package dev.talentpipeline.notification.webhook;

import dev.talentpipeline.notification.inbox.ImportNews;
import dev.talentpipeline.notification.inbox.ImportState;
import dev.talentpipeline.notification.inbox.MeetingReading;
import dev.talentpipeline.notification.inbox.OfferState;
import dev.talentpipeline.notification.inbox.OpeningReading;
import dev.talentpipeline.notification.inbox.PlacementReading;
import dev.talentpipeline.notification.inbox.PlacementState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of an offer, placement, meeting, opening or import that brings organisations something new. It holds ids and states, and nothing else of anybody.
 *
 * @param type what happened, such as {@code offer.extended}
 * @param organisations whose systems are told
 * @param traceparent of the step by which the telling goes on; null: of what the thread is doing
 */
public record Happening(
        String type,
        Subject subject,
        Instant at,
        List<String> organisations,
        @Nullable String traceparent) {

    public Happening {
        organisations = organisations.stream().distinct().toList();
    }

    /** One of which those are told whom the version concerns. */
    public Happening(String type, Subject subject, Instant at) {
        this(type, subject, at, subject.organisations(), null);
    }

    /** The same, of which the telling goes on by this step; null: by what the thread is doing. */
    public Happening within(@Nullable String step) {
        return new Happening(type, subject, at, organisations, step);
    }

    /** What a version is of. */
    public enum Kind {
        OFFER,
        PLACEMENT,
        MEETING,
        INTERNSHIP,
        IMPORT;

        /** The word of types and bodies. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The version, as its topic says it.
     *
     * @param state by the name that the API gives it
     * @param studentId empty if it is about none, as are internship and person
     * @param university empty if it is about none, as is the company
     */
    public record Subject(
            Kind kind,
            String id,
            long version,
            String state,
            String programmeId,
            String studentId,
            String internshipId,
            String personId,
            String university,
            String company) {

        /** Those whom it concerns; events of an early release do not name them. */
        List<String> organisations() {
            return Stream.of(university, company)
                    .filter(organisation -> !organisation.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    /** What the version of an offer means; nothing if it leaves the state, or is of a proposal that was not admitted. */
    public static Optional<Happening> ofOffer(
            Subject offer, OfferState state, @Nullable OfferState before, Instant at) {
        boolean tells = state != before && state != OfferState.REJECTED && state != OfferState.UNKNOWN;
        return tells ? Optional.of(of(offer, state.name(), at)) : Optional.empty();
    }

    /** What the version of a placement means; nothing if it changes only what organisations ask the API for. */
    public static Optional<Happening> ofPlacement(
            Subject placement, PlacementReading now, @Nullable PlacementReading before, Instant at) {
        if (now.state() != PlacementState.UNKNOWN && (before == null || now.state() != before.state())) {
            return Optional.of(of(placement, now.state().name(), at));
        }
        if (now.awaitingConfirmation() != null
                && (before == null || !now.awaitingConfirmation().equals(before.awaitingConfirmation()))) {
            return Optional.of(of(placement, "STEP_TO_CONFIRM", at));
        }
        if (isNew(now.jobAcceptedAt(), before == null ? null : before.jobAcceptedAt())) {
            return Optional.of(of(placement, "JOB_ACCEPTED", at));
        }
        return isNew(now.jobOfferedAt(), before == null ? null : before.jobOfferedAt())
                ? Optional.of(of(placement, "JOB_OFFERED", at))
                : Optional.empty();
    }

    /** What the version of a meeting means; nothing of one that comes into sight in the middle. */
    public static Optional<Happening> ofMeeting(
            Subject meeting, MeetingReading now, Optional<MeetingReading> before, Instant at) {
        return now.newIn(meeting.version(), at, before)
                .map(happened -> of(meeting, happened.step().name(), at));
    }

    /**
     * What the version of an opening means: those who may approve it hear that it waits, its company that too and what they decided.
     *
     * @param approvers whose approval it waits for
     */
    public static Optional<Happening> ofOpening(
            Subject opening, OpeningReading now, Optional<OpeningReading> before, List<String> approvers, Instant at) {
        return now.stepAfter(before).map(step -> {
            Happening happening = of(opening, step.name(), at);
            return new Happening(
                    happening.type(),
                    opening,
                    at,
                    Stream.concat(approvers.stream(), opening.organisations().stream())
                            .toList(),
                    null);
        });
    }

    /** What the version of an import means to whoever uploaded the file. */
    public static Optional<Happening> ofImport(Subject file, ImportNews now, Optional<ImportState> before, Instant at) {
        return now.outcomeAfter(before).map(outcome -> of(file, outcome, at));
    }

    private static boolean isNew(@Nullable Instant now, @Nullable Instant before) {
        return now != null && !Objects.equals(now, before);
    }

    private static Happening of(Subject subject, String what, Instant at) {
        return new Happening(subject.kind().word() + "." + what.toLowerCase(Locale.ROOT), subject, at);
    }
}
