package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.placement.Entries.Taken;
import dev.talentpipeline.internship.refusal.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why something is not entered into a placement's record: what holds, who may, and what to do. Each message is written once, here. */
final class PlacementRefusals {

    private PlacementRefusals() {}

    static Refusal notYours(Step step) {
        return new Refusal.Forbidden(
                step.recordedBy().isEmpty()
                        ? "%s is recorded with the offer's release. Decide on the offer instead.".formatted(step)
                        : "%s is for the placement's own %s to record.".formatted(step, names(step.recordedBy())));
    }

    static Refusal notWhole(Placement placement, Step step) {
        List<Party> missing = placement.agreement().missing();
        return conflict(
                "agreement-not-whole",
                "%s needs an internship agreement that all have signed. It is for %s to sign it first."
                        .formatted(step, names(missing)),
                placement,
                Map.of("unsigned", missing));
    }

    static Refusal notPossible(Placement placement, Step step, List<Step> possible) {
        Taken waiting = placement.entries().awaitingConfirmation().orElse(null);
        String hint = waiting != null && !step.standsByItself()
                ? "Entry (%d), %s, waits to be confirmed or disputed first."
                        .formatted(waiting.number(), waiting.step().step())
                : possible.isEmpty() ? "Nothing can be recorded now." : "Maybe one of %s is.".formatted(possible);
        return conflict(
                "step-not-possible",
                "placement (%s) is %s, where %s is not possible now. %s"
                        .formatted(placement.id(), placement.state(), step, hint),
                placement,
                Map.of("possible", possible));
    }

    static Refusal released(Placement placement) {
        return conflict(
                "step-not-possible",
                "placement (%s) is RELEASED, and its record is closed.".formatted(placement.id()),
                placement,
                Map.of("possible", List.of()));
    }

    static Refusal dateNotPossible(LocalDate on, String why) {
        return new Refusal.Unprocessable(
                "date-not-possible", why, "on", on, "Give the day on which it happened.", Map.of());
    }

    static Refusal jobBeforeItsOffer(Job job, LocalDate on) {
        return new Refusal.Unprocessable(
                "date-not-possible",
                "startsOn must not be before %s, the day on which the job is offered.".formatted(on),
                "startsOn",
                job.startsOn(),
                "Give the first day of the job.",
                Map.of());
    }

    static Refusal noSuchStep(Placement placement, int entry) {
        return new Refusal.Unprocessable(
                "no-such-step",
                "entry (%d) must be the number of a recorded step.".formatted(entry),
                "entry",
                entry,
                "Use a number as the internship record's entries give it.",
                Map.of("steps", placement.entries().steps().map(Taken::number).toList()));
    }

    static Refusal ownWord(Taken taken) {
        return new Refusal.Forbidden(
                "Entry (%d) is your own: it is for the others to confirm or dispute. Void it if it is wrong."
                        .formatted(taken.number()));
    }

    static Refusal notYoursToVoid(Taken taken) {
        return new Refusal.Forbidden(
                "Entry (%d) is voided by who recorded it (%s), or by the university. Dispute it instead."
                        .formatted(taken.number(), taken.entry().by().role()));
    }

    static Refusal notAwaiting(Placement placement, Taken taken, EntryState state) {
        return conflict(
                "entry-settled",
                "Entry (%d), %s, is %s already."
                        .formatted(taken.number(), taken.step().step(), state),
                placement,
                Map.of("entryState", state));
    }

    static Refusal restedOn(Placement placement, Taken taken, List<Integer> resting) {
        return conflict(
                "entry-rested-on",
                "Entry (%d), %s, carries later ones (%s). Void those first."
                        .formatted(
                                taken.number(),
                                taken.step().step(),
                                resting.stream().map(String::valueOf).collect(Collectors.joining(", "))),
                placement,
                Map.of("entries", resting));
    }

    static Refusal employmentSigned(Placement placement, Taken taken) {
        return conflict(
                "entry-rested-on",
                "Entry (%d), %s, carries an employment agreement that was signed."
                        .formatted(taken.number(), taken.step().step()),
                placement,
                Map.of());
    }

    static Refusal daysTaken(Placement placement, int entry) {
        return conflict(
                "committed-elsewhere",
                "Without entry (%d) the internship would go on, to more days a week than the student has left: they committed to others since."
                        .formatted(entry),
                placement,
                Map.of());
    }

    static Refusal over(Placement placement) {
        return conflict(
                "placement-over",
                "placement (%s) is %s, and what is over is not released. Void the entry that says so if it is wrong."
                        .formatted(placement.id(), placement.state()),
                placement,
                Map.of());
    }

    private static Refusal conflict(String type, String detail, Placement placement, Map<String, Object> more) {
        Map<String, Object> facts = new HashMap<>(more);
        facts.put("state", placement.state());
        facts.put("version", placement.version());
        return new Refusal.Conflict(type, detail, facts);
    }

    private static String names(Collection<Party> parties) {
        return parties.stream().map(Party::name).collect(Collectors.joining(", "));
    }
}
