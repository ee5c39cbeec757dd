package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.placement.PlacementEvent.AgreementRevised;
import dev.talentpipeline.internship.placement.PlacementEvent.AgreementSigned;
import dev.talentpipeline.internship.placement.PlacementEvent.EmploymentRevised;
import dev.talentpipeline.internship.placement.PlacementEvent.EmploymentSigned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What becomes of a placement while its agreements are drafted and signed, inside the transaction in which they are. Whoever calls holds
 * the locks of person and offer.
 */
public final class AgreeingPlacement {

    private final Placements placements;
    private final PlacementChanges changes;
    private final Supplier<UUID> ids;

    AgreeingPlacement(Placements placements, PlacementChanges changes, Supplier<UUID> ids) {
        this.placements = placements;
        this.changes = changes;
        this.ids = ids;
    }

    /** The placement that comes from the offer, locked. */
    public Optional<Placement> lockOf(UUID offer) {
        return placements.lockOf(offer);
    }

    /** The internship agreement got a text: with the first, the placement begins to be. */
    public void agreementRevised(Offer offer, int revision, LocalDate startsOn, LocalDate endsOn, Instant now) {
        placements
                .lockOf(offer.id())
                .ifPresentOrElse(
                        placement -> changes.apply(placement, new AgreementRevised(revision, startsOn, endsOn), now),
                        () -> changes.begin(new Placement(
                                ids.get(),
                                offer.id(),
                                offer.proposal().programme(),
                                offer.proposal().student(),
                                offer.proposal().internship(),
                                offer.person(),
                                offer.university(),
                                offer.company(),
                                startsOn,
                                endsOn,
                                Signing.of(revision),
                                null,
                                Entries.none(),
                                1,
                                now)));
    }

    /** A party signed the internship agreement; with the last signature the placement is agreed. */
    public void agreementSigned(Placement locked, Party by, LocalDate on, Instant now) {
        changes.apply(locked, new AgreementSigned(by, on), now);
    }

    /** The employment agreement got a text. */
    public void employmentRevised(Placement locked, int revision, Instant now) {
        changes.apply(locked, new EmploymentRevised(revision), now);
    }

    /** A party signed the employment agreement. */
    public void employmentSigned(Placement locked, Party by, LocalDate on, Instant now) {
        changes.apply(locked, new EmploymentSigned(by, on), now);
    }
}
