package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.internship.FindingInternship;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.RefusedException;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.student.FindingStudent;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds placements for their parties and operations. To anybody else there is no such placement. */
public final class FindingPlacement {

    private final ReadingProgrammes programmes;
    private final FindingStudent students;
    private final FindingInternship internships;
    private final Placements placements;

    FindingPlacement(
            ReadingProgrammes programmes,
            FindingStudent students,
            FindingInternship internships,
            Placements placements) {
        this.programmes = programmes;
        this.students = students;
        this.internships = internships;
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
        String programme = programmes.visible(caller, programmeId).id();
        UUID studentId = student == null
                ? null
                : id(student, () -> students.find(caller, programme, student).id());
        UUID internshipId = internship == null
                ? null
                : id(
                        internship,
                        () -> internships.find(caller, programme, internship).id());
        if ((student != null && studentId == null) || (internship != null && internshipId == null)) {
            return new Page<>(List.of(), null);
        }
        return placements.list(filter(caller, programme, state, studentId, internshipId), request);
    }

    private static Placements.Filter filter(
            Caller caller,
            String programme,
            @Nullable PlacementState state,
            @Nullable UUID student,
            @Nullable UUID internship) {
        if (caller.is(Role.OPERATIONS)) {
            return new Placements.Filter(programme, state, student, internship, null, null, null);
        }
        UUID person = Violations.id(caller.person());
        if (caller.is(Role.STUDENT) && person != null) {
            return new Placements.Filter(programme, state, student, internship, null, null, person);
        }
        String org = caller.org();
        if (caller.is(Role.UNIVERSITY) && org != null) {
            return new Placements.Filter(programme, state, student, internship, org, null, null);
        }
        if (caller.is(Role.COMPANY) && org != null) {
            return new Placements.Filter(programme, state, student, internship, null, org, null);
        }
        throw new Refusal.Forbidden("Placements are listed for their parties and operations.").asException();
    }

    /** A filter that names nothing the caller may see finds nothing; it is no fault. */
    private static @Nullable UUID id(String handle, Supplier<UUID> lookup) {
        UUID id = Violations.id(handle);
        if (id != null) {
            return id;
        }
        try {
            return lookup.get();
        } catch (RefusedException e) {
            return null;
        }
    }
}
