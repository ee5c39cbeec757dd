package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.internship.FindingInternship;
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
import org.jspecify.annotations.Nullable;

/**
 * Finds offers for their parties: the student, the student's university, the internship's company; and for operations, who also see
 * rejected proposals. To anybody else there is no such offer.
 */
public final class FindingOffer {

    private final ReadingProgrammes programmes;
    private final FindingStudent students;
    private final FindingInternship internships;
    private final Offers offers;

    FindingOffer(ReadingProgrammes programmes, FindingStudent students, FindingInternship internships, Offers offers) {
        this.programmes = programmes;
        this.students = students;
        this.internships = internships;
        this.offers = offers;
    }

    /** An offer with its history, oldest entry first. */
    public record Told(Offer offer, List<Offer.Entry> history) {}

    public Told find(Caller caller, String id) {
        return told(visible(caller, id));
    }

    Told told(Offer offer) {
        return told(List.of(offer)).getFirst();
    }

    private List<Told> told(List<Offer> found) {
        var histories = offers.histories(found.stream().map(Offer::id).toList());
        return found.stream()
                .map(offer -> new Told(offer, histories.getOrDefault(offer.id(), List.of())))
                .toList();
    }

    /** What the parties wrote about a release, oldest first. Operations looks after the system and does not read letters. */
    public List<Letter> letters(Caller caller, String id) {
        Offer offer = visible(caller, id);
        if (Arrays.stream(Party.values()).noneMatch(party -> party.isActedBy(caller, offer))) {
            throw new Refusal.Forbidden("Letters are read by the parties to the offer only.").asException();
        }
        return offers.letters(offer.id());
    }

    /** The offer without its history. */
    public Offer visible(Caller caller, String id) {
        return Optional.ofNullable(Violations.id(id))
                .flatMap(offers::find)
                .filter(offer -> isVisible(caller, offer))
                .orElseThrow(() -> new Refusal.NotFound("offer", id).asException());
    }

    private static boolean isVisible(Caller caller, Offer offer) {
        if (caller.is(Role.OPERATIONS)) {
            return true;
        }
        boolean party = Arrays.stream(Party.values()).anyMatch(each -> each.isActedBy(caller, offer));
        return party && offer.status() != OfferStatus.REJECTED;
    }

    /**
     * Offers of a programme in the order of their ids.
     *
     * @param student id, or the caller's own student number
     * @param internship id, or the caller's own reference
     */
    public Page<Told> list(
            Caller caller,
            String programmeId,
            @Nullable String student,
            @Nullable String internship,
            @Nullable OfferStatus status,
            Page.Request request) {
        String programme = programmes.visible(caller, programmeId).id();
        UUID studentId = student == null ? null : studentId(caller, programme, student);
        UUID internshipId = internship == null ? null : internshipId(caller, programme, internship);
        if ((student != null && studentId == null) || (internship != null && internshipId == null)) {
            return new Page<>(List.of(), null);
        }
        Page<Offer> found = offers.list(filter(caller, programme, studentId, internshipId, status), request);
        return new Page<>(told(found.items()), found.next());
    }

    private static Offers.Filter filter(
            Caller caller,
            String programme,
            @Nullable UUID student,
            @Nullable UUID internship,
            @Nullable OfferStatus status) {
        if (caller.is(Role.OPERATIONS)) {
            return new Offers.Filter(programme, student, internship, status, null, null, null, true);
        }
        UUID person = Violations.id(caller.person());
        if (caller.is(Role.STUDENT) && person != null) {
            return new Offers.Filter(programme, student, internship, status, null, null, person, false);
        }
        String org = caller.org();
        if (caller.is(Role.UNIVERSITY) && org != null) {
            return new Offers.Filter(programme, student, internship, status, org, null, null, false);
        }
        if (caller.is(Role.COMPANY) && org != null) {
            return new Offers.Filter(programme, student, internship, status, null, org, null, false);
        }
        throw new Refusal.Forbidden("Offers are listed for their parties and operations.").asException();
    }

    /** A filter that names nothing the caller may see finds nothing; it is no fault. */
    private @Nullable UUID studentId(Caller caller, String programme, String handle) {
        UUID id = Violations.id(handle);
        if (id != null) {
            return id;
        }
        try {
            return students.find(caller, programme, handle).id();
        } catch (RefusedException e) {
            return null;
        }
    }

    private @Nullable UUID internshipId(Caller caller, String programme, String handle) {
        UUID id = Violations.id(handle);
        if (id != null) {
            return id;
        }
        try {
            return internships.find(caller, programme, handle).id();
        } catch (RefusedException e) {
            return null;
        }
    }
}
