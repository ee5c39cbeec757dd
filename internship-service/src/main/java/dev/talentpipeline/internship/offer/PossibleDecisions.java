package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.offer.OfferState.Accepted;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeState;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.Students;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what a caller could decide on offers now: what the state machine, asked, would carry out for them. It looks without locks, so what
 * another does at the same moment may still refuse the decision; an offer that has just lost its ground is taken back within a second.
 */
final class PossibleDecisions {

    private final Programmes programmes;
    private final Students students;
    private final Clock clock;

    PossibleDecisions(Programmes programmes, Students students, Clock clock) {
        this.programmes = programmes;
        this.students = students;
        this.clock = clock;
    }

    /** By the ids of the offers, which are all of one programme. */
    Map<UUID, List<DecisionKind>> of(Caller caller, List<Offer> offers) {
        if (offers.isEmpty() || caller.is(Role.OPERATIONS)) {
            return Map.of();
        }
        String id = offers.getFirst().proposal().programme();
        Programme programme = programmes.find(id).orElseThrow();
        Map<UUID, Student> bySchool = awaitingSchool(caller, id, offers);
        Instant now = clock.instant();
        return offers.stream()
                .collect(Collectors.toMap(
                        Offer::id, offer -> of(caller, offer, programme, bySchool.get(offer.person()), now)));
    }

    /** Whose school matters: the students behind offers that a school is to endorse. */
    private Map<UUID, Student> awaitingSchool(Caller caller, String programme, List<Offer> offers) {
        return caller.is(Role.UNIVERSITY)
                ? students.ofPeople(
                        programme,
                        offers.stream()
                                .filter(PossibleDecisions::awaitsSchool)
                                .map(Offer::person)
                                .distinct()
                                .toList())
                : Map.of();
    }

    private static boolean awaitsSchool(Offer offer) {
        return offer.state() instanceof Accepted(Endorsing endorsing, var _)
                && endorsing != null
                && endorsing.by() == Party.SCHOOL;
    }

    private static List<DecisionKind> of(
            Caller caller, Offer found, Programme programme, @Nullable Student student, Instant now) {
        String school = student == null ? null : student.profile().school();
        Offer offer = school == null ? found.withoutSchool() : found;
        return OfferDecision.possible(offer.state(), now, by(caller, offer, school)).stream()
                .filter(kind -> letsOut(programme, kind))
                .toList();
    }

    /** Whoever speaks for one school of the university speaks for its students only. */
    private static Predicate<Party> by(Caller caller, Offer offer, @Nullable String school) {
        return party -> party.isActedBy(caller, offer)
                && (party != Party.SCHOOL || (school != null && school.equals(caller.school())));
    }

    /** A programme that is held or paused lets no offer out. */
    static boolean letsOut(Programme programme, DecisionKind kind) {
        return kind != DecisionKind.APPROVE || programme.state() == ProgrammeState.RUNNING;
    }
}
