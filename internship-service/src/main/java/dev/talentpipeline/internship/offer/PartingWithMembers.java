package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.MembersOffers;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeRules;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes open offers back when their university or company stops being a member, inside the transaction that changes the rules. The
 * programme's lock keeps new ones from coming meanwhile; everybody is locked first, then internships, each in the order of their ids.
 */
final class PartingWithMembers implements MembersOffers {

    private final OutsidersOffers outsiders;
    private final People people;
    private final Internships internships;
    private final Offers offers;
    private final OfferChanges changes;
    private final CurrentVersions versions;
    private final Clock clock;

    PartingWithMembers(
            OutsidersOffers outsiders,
            People people,
            Internships internships,
            Offers offers,
            OfferChanges changes,
            CurrentVersions versions,
            Clock clock) {
        this.outsiders = outsiders;
        this.people = people;
        this.internships = internships;
        this.offers = offers;
        this.changes = changes;
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public List<Outsider> outsiders(String programme, ProgrammeRules rules) {
        return Stream.concat(
                        outsiders.universities(programme, rules.universities()).stream(),
                        outsiders.companies(programme, rules.companies()).stream())
                .toList();
    }

    @Override
    public Undecided undecided(String programme) {
        return outsiders.undecided(programme);
    }

    @Override
    public void membersLeft(Programme changed) {
        List<Offer> open = outsiders.open(
                changed.id(), changed.rules().universities(), changed.rules().companies());
        people.lockAll(open.stream().map(Offer::person).distinct().toList());
        open.stream()
                .map(offer -> offer.proposal().internship())
                .distinct()
                .sorted()
                .forEach(internships::lock);
        open.stream().map(Offer::id).sorted().forEach(id -> {
            Offer locked = offers.lock(id).orElseThrow();
            changes.rescind(locked, RescindReason.MEMBER_LEFT, versions.of(locked), Actor.SYSTEM, clock.instant());
        });
    }
}
