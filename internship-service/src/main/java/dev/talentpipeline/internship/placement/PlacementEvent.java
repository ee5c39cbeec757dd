package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.offer.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happened to a placement. Only {@link #evolve} turns it into another one. */
sealed interface PlacementEvent {

    /** The internship agreement has another text, which nobody has signed. */
    record AgreementRevised(int revision, LocalDate startsOn, LocalDate endsOn) implements PlacementEvent {}

    record AgreementSigned(Party by, LocalDate on) implements PlacementEvent {}

    /** The employment agreement has a text, or another one, which nobody has signed. */
    record EmploymentRevised(int revision) implements PlacementEvent {}

    record EmploymentSigned(Party by, LocalDate on) implements PlacementEvent {}

    record EntryAdded(Entry entry) implements PlacementEvent {}

    /** The placement after the event, one version on. */
    static Placement evolve(Placement placement, PlacementEvent event, Instant now) {
        return switch (event) {
            case AgreementRevised(int revision, LocalDate startsOn, LocalDate endsOn) ->
                next(
                        placement,
                        startsOn,
                        endsOn,
                        Signing.of(revision),
                        placement.employment(),
                        placement.entries(),
                        now);
            case AgreementSigned(Party by, LocalDate on) ->
                next(
                        placement,
                        placement.agreement().signedBy(by, on),
                        placement.employment(),
                        placement.entries(),
                        now);
            case EmploymentRevised(int revision) ->
                next(placement, placement.agreement(), Signing.of(revision), placement.entries(), now);
            case EmploymentSigned(Party by, LocalDate on) ->
                next(
                        placement,
                        placement.agreement(),
                        Objects.requireNonNull(placement.employment(), "an employment agreement is drafted first")
                                .signedBy(by, on),
                        placement.entries(),
                        now);
            case EntryAdded(Entry entry) ->
                next(
                        placement,
                        placement.agreement(),
                        placement.employment(),
                        placement.entries().with(entry),
                        now);
        };
    }

    private static Placement next(
            Placement before, Signing agreement, @Nullable Signing employment, Entries entries, Instant now) {
        return next(before, before.startsOn(), before.endsOn(), agreement, employment, entries, now);
    }

    private static Placement next(
            Placement before,
            LocalDate startsOn,
            LocalDate endsOn,
            Signing agreement,
            @Nullable Signing employment,
            Entries entries,
            Instant now) {
        return new Placement(
                before.id(),
                before.offer(),
                before.programme(),
                before.student(),
                before.internship(),
                before.person(),
                before.university(),
                before.company(),
                startsOn,
                endsOn,
                agreement,
                employment,
                entries,
                before.version() + 1,
                now);
    }
}
