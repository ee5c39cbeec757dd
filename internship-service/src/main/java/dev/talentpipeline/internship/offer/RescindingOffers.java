package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.internship.Internship;
import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.internship.OffersOfInternship;
import dev.talentpipeline.internship.offer.Proposal.Versions;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.student.OffersOfStudent;
import dev.talentpipeline.internship.student.Student;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes open offers back when their student or their seat goes, inside the transaction in which it goes. */
final class RescindingOffers implements OffersOfStudent, OffersOfInternship {

    private final Programmes programmes;
    private final People people;
    private final Internships internships;
    private final Offers offers;
    private final OfferChanges changes;
    private final CurrentVersions versions;
    private final Clock clock;

    RescindingOffers(
            Programmes programmes,
            People people,
            Internships internships,
            Offers offers,
            OfferChanges changes,
            CurrentVersions versions,
            Clock clock) {
        this.programmes = programmes;
        this.people = people;
        this.internships = internships;
        this.offers = offers;
        this.changes = changes;
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public void studentsWithdrew(List<Student> students) {
        Set<UUID> leaving = students.stream().map(Student::id).collect(Collectors.toSet());
        List<Offer> open = students.stream()
                .map(student -> student.person().id())
                .distinct()
                .flatMap(person -> offers.madeTo(person).stream())
                .filter(offer -> leaving.contains(offer.proposal().student())
                        && offer.status().isOpen())
                .toList();
        open.stream()
                .map(offer -> offer.proposal().internship())
                .distinct()
                .sorted()
                .forEach(internships::lock);
        open.stream().map(Offer::id).sorted().forEach(id -> {
            Offer locked = offers.lock(id).orElseThrow();
            changes.rescind(
                    locked, RescindReason.STUDENT_WITHDRAWN, versions.of(locked), Actor.SYSTEM, clock.instant());
        });
    }

    private record Locked(Set<UUID> people) implements Holders {}

    @Override
    public Holders lockHolders(UUID internship) {
        Set<UUID> holders =
                offers.openOf(internship).stream().map(Offer::person).collect(Collectors.toSet());
        people.lockAll(holders);
        return new Locked(holders);
    }

    @Override
    public int accepted(UUID internship) {
        return offers.committedOf(internship);
    }

    @Override
    public boolean seatsCut(Internship internship, Holders locked) {
        Programme programme = programmes.find(internship.programme()).orElseThrow();
        int tooMany = internship.taken() - internship.opening().seats();
        List<Offer> toGo = offers.openOf(internship.id()).stream()
                .sorted(FirstToGo.of(internship, programme))
                .limit(tooMany)
                .toList();
        return rescind(internship, toGo, RescindReason.CAPACITY_CUT, locked);
    }

    @Override
    public boolean internshipWithdrew(Internship internship, Holders locked) {
        return rescind(internship, offers.openOf(internship.id()), RescindReason.INTERNSHIP_WITHDRAWN, locked);
    }

    private boolean rescind(Internship internship, List<Offer> toGo, RescindReason reason, Holders locked) {
        if (!(locked instanceof Locked(Set<UUID> holders))
                || !toGo.stream().allMatch(offer -> holders.contains(offer.person()))) {
            return false;
        }
        toGo.stream().map(Offer::id).sorted().forEach(id -> {
            Offer offer = offers.lock(id).orElseThrow();
            Versions current = versions.of(offer);
            // The internship's own new version may not be stored yet.
            changes.rescind(
                    offer,
                    reason,
                    new Versions(current.programme(), current.student(), internship.version()),
                    Actor.SYSTEM,
                    clock.instant());
        });
        return true;
    }
}
