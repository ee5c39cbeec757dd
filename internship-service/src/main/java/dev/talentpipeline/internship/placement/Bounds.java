package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.placement.Entries.Taken;
import dev.talentpipeline.internship.placement.PlacementCommand.RecordStep;
import dev.talentpipeline.internship.refusal.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a step can have happened: nothing before what it rests on, nothing in the future, and no start after the last day.
 *
 * @param earliest first possible day
 * @param because what that day is
 * @param latest last possible day, unless today comes before
 */
record Bounds(LocalDate earliest, String because, LocalDate latest, LocalDate today) {

    static Bounds of(Placement placement, RecordStep command, LocalDate today) {
        LocalDate started = placement.startedOn();
        return switch (command.step()) {
            case STARTED -> ofStart(placement, today);
            case COMPLETED ->
                command.early() || started == null
                        ? since(started, placement, today)
                        : new Bounds(
                                placement.endsOn(),
                                "the last day that was agreed on; say \"early\": true if it was completed earlier",
                                today,
                                today);
            case ENDED, JOB_OFFERED, RELEASED -> since(started, placement, today);
            case JOB_ACCEPTED, JOB_DECLINED -> ofAnswer(placement, today);
        };
    }

    private static Bounds ofStart(Placement placement, LocalDate today) {
        LocalDate signed = placement.agreement().lastOn();
        return signed != null && signed.isAfter(placement.startsOn())
                ? new Bounds(signed, "the day on which the agreement was signed by all", placement.endsOn(), today)
                : new Bounds(placement.startsOn(), "the first day that was agreed on", placement.endsOn(), today);
    }

    private static Bounds since(@Nullable LocalDate started, Placement placement, LocalDate today) {
        return new Bounds(
                started == null ? placement.startsOn() : started, "the day on which it started", today, today);
    }

    private static Bounds ofAnswer(Placement placement, LocalDate today) {
        LocalDate offered = placement
                .entries()
                .jobOffer()
                .map(offer -> offer.offered())
                .map(Taken::step)
                .map(step -> step.on())
                .orElse(placement.startsOn());
        return new Bounds(offered, "the day on which the job was offered", today, today);
    }

    Optional<Refusal> objection(LocalDate on) {
        if (on.isAfter(today)) {
            return Optional.of(PlacementRefusals.dateNotPossible(
                    on, "on must not be after today, %s. Record a step once it was taken.".formatted(today)));
        }
        if (on.isBefore(earliest)) {
            return Optional.of(PlacementRefusals.dateNotPossible(
                    on, "on must not be before %s, %s.".formatted(earliest, because)));
        }
        return on.isAfter(latest)
                ? Optional.of(PlacementRefusals.dateNotPossible(
                        on, "on must not be after %s, the last day that was agreed on.".formatted(latest)))
                : Optional.empty();
    }
}
