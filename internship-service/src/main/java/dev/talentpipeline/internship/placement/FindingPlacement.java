package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.offer.FindingBetween;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds placements for their parties and operations. To anybody else there is no such placement. */
public final class FindingPlacement {

    private final FindingBetween between;
    private final Placements placements;

    FindingPlacement(FindingBetween between, Placements placements) {
        this.between = between;
        this.placements = placements;
    }

    public Placement find(Caller caller, String id) {
        return Optional.ofNullable(Violations.id(id))
                .flatMap(placements::find)
                .filter(placement -> isVisible(caller, placement))
                .orElseThrow(() -> new Refusal.NotFound("placement", id).asException());
    }

    private static boolean isVisible(Caller caller, Placement placement) {
        return caller.is(Role.OPERATIONS)
                || Arrays.stream(Party.values()).anyMatch(party -> isParty(party, caller, placement));
    }

    /** Which party of the placement the caller acts as; a school looks on. */
    public static Optional<Party> party(Caller caller, Placement placement) {
        return Signing.SIGNATORIES.stream()
                .filter(party -> isParty(party, caller, placement))
                .findFirst();
    }

    private static boolean isParty(Party party, Caller caller, Placement placement) {
        return party.isActedBy(caller, placement.person(), placement.university(), placement.company());
    }

    /**
     * Placements of a programme in the order of their ids.
     *
     * @param student id, or the caller's own student number
     * @param internship id, or the caller's own reference
     */
    public Page<Placement> list(
            Caller caller,
            String programmeId,
            @Nullable PlacementState state,
            @Nullable String student,
            @Nullable String internship,
            Page.Request request) {
        return between.find(
                        caller,
                        programmeId,
                        student,
                        internship,
                        "Placements are listed for their parties and operations.")
                .map(asked -> placements.list(asked, state, request))
                .orElseGet(() -> new Page<>(List.of(), null));
    }
}
