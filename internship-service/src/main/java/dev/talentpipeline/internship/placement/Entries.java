package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.placement.Entry.Content.Confirmed;
import dev.talentpipeline.internship.placement.Entry.Content.Disputed;
import dev.talentpipeline.internship.placement.Entry.Content.Recorded;
import dev.talentpipeline.internship.placement.Entry.Content.Reply;
import dev.talentpipeline.internship.placement.Entry.Content.Voided;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A placement's record, oldest entry first, and what it amounts to. */
public record Entries(List<Entry> all) {

    public Entries {
        all = List.copyOf(all);
    }

    public static Entries none() {
        return new Entries(List.of());
    }

    Entries with(Entry entry) {
        return new Entries(Stream.concat(all.stream(), Stream.of(entry)).toList());
    }

    int next() {
        return all.size() + 1;
    }

    /** A recorded step by the number of its entry. */
    record Taken(Entry entry, Recorded step) {

        int number() {
            return entry.number();
        }
    }

    /** Every recorded step, oldest first. */
    Stream<Taken> steps() {
        return all.stream()
                .flatMap(entry ->
                        entry.content() instanceof Recorded step ? Stream.of(new Taken(entry, step)) : Stream.empty());
    }

    Optional<Taken> step(int number) {
        return steps().filter(taken -> taken.number() == number).findFirst();
    }

    /** What became of the entry; null if it records no step. */
    public @Nullable EntryState stateOf(Entry entry) {
        return entry.content() instanceof Recorded step ? stateOf(new Taken(entry, step)) : null;
    }

    EntryState stateOf(Taken taken) {
        EntryState state = taken.step().step().standsByItself() ? EntryState.CONFIRMED : EntryState.RECORDED;
        for (Entry later : all) {
            if (later.content() instanceof Reply reply && reply.about() == taken.number()) {
                state = switch (reply) {
                    case Confirmed _ -> EntryState.CONFIRMED;
                    case Disputed _ -> EntryState.DISPUTED;
                    case Voided _ -> EntryState.VOIDED;
                };
            }
        }
        return state;
    }

    /** The step of that kind that counts; the newest, if a job was offered more than once. */
    Optional<Taken> counting(Step step) {
        return in(EntryState.CONFIRMED)
                .filter(taken -> taken.step().step() == step)
                .reduce((_, newer) -> newer);
    }

    /** The step that waits for a confirmation. */
    Optional<Taken> awaitingConfirmation() {
        return in(EntryState.RECORDED).findFirst();
    }

    Stream<Taken> in(EntryState state) {
        return steps().filter(taken -> stateOf(taken) == state);
    }

    /** The job offer that counts, with the answer to it. */
    Optional<JobOffer> jobOffer() {
        return counting(Step.JOB_OFFERED).map(offered -> new JobOffer(offered, answerTo(offered)));
    }

    private @Nullable Taken answerTo(Taken offered) {
        return in(EntryState.CONFIRMED)
                .filter(taken -> taken.number() > offered.number()
                        && (taken.step().step() == Step.JOB_ACCEPTED
                                || taken.step().step() == Step.JOB_DECLINED))
                .findFirst()
                .orElse(null);
    }

    /**
     * A job offer.
     *
     * @param answer null: it waits for one
     */
    record JobOffer(Taken offered, @Nullable Taken answer) {

        Optional<Taken> answeredBy(Step step) {
            return Optional.ofNullable(answer).filter(taken -> taken.step().step() == step);
        }
    }
}
