package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.placement.Entries.JobOffer;
import dev.talentpipeline.internship.placement.Entries.Taken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An internship as it is lived. Its state is nowhere decided: it is what its agreement and the entries that count amount to.
 *
 * @param id random, without meaning
 * @param offer the confirmed offer that it comes from
 * @param startsOn first day, as agreed on
 * @param endsOn last day, as agreed on
 * @param agreement the internship agreement
 * @param employment the employment agreement that follows; null until it is drafted
 */
public record Placement(
        UUID id,
        UUID offer,
        String programme,
        UUID student,
        UUID internship,
        UUID person,
        String university,
        String company,
        LocalDate startsOn,
        LocalDate endsOn,
        Signing agreement,
        @Nullable Signing employment,
        Entries entries,
        long version,
        Instant changedAt) {

    /** The same placement under a version that tells it anew. */
    Placement toldAs(long told, Instant now) {
        return new Placement(
                id,
                offer,
                programme,
                student,
                internship,
                person,
                university,
                company,
                startsOn,
                endsOn,
                agreement,
                employment,
                entries,
                told,
                now);
    }

    public PlacementState state() {
        if (entries.counting(Step.RELEASED).isPresent()) {
            return PlacementState.RELEASED;
        }
        if (!agreement.isWhole()) {
            return PlacementState.AWAITING_SIGNATURES;
        }
        if (entries.counting(Step.ENDED).isPresent()) {
            return PlacementState.ENDED;
        }
        if (entries.counting(Step.COMPLETED).isPresent()) {
            return PlacementState.COMPLETED;
        }
        return entries.counting(Step.STARTED).isPresent() ? PlacementState.STARTED : PlacementState.AGREED;
    }

    /** Code of why it came to its state; null if that has no reason. */
    public @Nullable String reason() {
        return switch (state()) {
            case RELEASED -> reasonOf(Step.RELEASED);
            case ENDED -> reasonOf(Step.ENDED);
            case AWAITING_SIGNATURES, AGREED, STARTED, COMPLETED -> null;
        };
    }

    private @Nullable String reasonOf(Step step) {
        return entries.counting(step).map(taken -> taken.step().reason()).orElse(null);
    }

    /** The first day that it was really lived; null before it began. */
    public @Nullable LocalDate startedOn() {
        return entries.counting(Step.STARTED).map(taken -> taken.step().on()).orElse(null);
    }

    /** The last day that it was really lived; null before it came to an end. */
    public @Nullable LocalDate endedOn() {
        return end().map(taken -> taken.step().on()).orElse(null);
    }

    /** Whether it came to its end with the step of that entry. */
    boolean endsWith(int entry) {
        return end().filter(taken -> taken.number() == entry).isPresent();
    }

    private Optional<Taken> end() {
        return Stream.of(Step.COMPLETED, Step.ENDED)
                .flatMap(step -> entries.counting(step).stream())
                .findFirst();
    }

    /** The entry that waits for a confirmation; null if none does. */
    public @Nullable Entry awaitingConfirmation() {
        return entries.awaitingConfirmation().map(Taken::entry).orElse(null);
    }

    /** The job that is offered, or was; null if none is. */
    public @Nullable OfferedJob job() {
        return entries.jobOffer().map(Placement::offered).orElse(null);
    }

    /** The job offer that the student accepted. */
    public Optional<OfferedJob> acceptedJob() {
        return Optional.ofNullable(job()).filter(job -> job.acceptedOn() != null);
    }

    private static OfferedJob offered(JobOffer offer) {
        Job job = offer.offered().step().job();
        if (job == null) {
            throw new IllegalStateException("entry (%d) must say which job it offers."
                    .formatted(offer.offered().number()));
        }
        return new OfferedJob(
                offer.offered().number(),
                job,
                offer.offered().entry().at(),
                at(offer, Step.JOB_ACCEPTED),
                offer.answeredBy(Step.JOB_ACCEPTED)
                        .map(taken -> taken.step().on())
                        .orElse(null),
                at(offer, Step.JOB_DECLINED));
    }

    private static @Nullable Instant at(JobOffer offer, Step answer) {
        return offer.answeredBy(answer).map(taken -> taken.entry().at()).orElse(null);
    }

    /**
     * A job offer and what became of it.
     *
     * @param entry number of the entry that records it
     * @param acceptedOn the day on which it was accepted, as that was recorded
     */
    public record OfferedJob(
            int entry,
            Job job,
            Instant offeredAt,
            @Nullable Instant acceptedAt,
            @Nullable LocalDate acceptedOn,
            @Nullable Instant declinedAt) {}
}
