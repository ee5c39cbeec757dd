package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.organisation.OffersOfCompany;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a suspended company's open offers back, some in each transaction, so that nobody waits long for a lock. Its internships wait by
 * then, so open offers only become fewer. Locks: people, internships, offers, the latter two in the order of their ids.
 */
final class SuspendingOffers implements OffersOfCompany {

    private static final int MOST_AT_ONCE = 50;

    private final People people;
    private final Internships internships;
    private final Offers offers;
    private final OfferChanges changes;
    private final CurrentVersions versions;
    private final Transactions transactions;
    private final Clock clock;

    SuspendingOffers(
            People people,
            Internships internships,
            Offers offers,
            OfferChanges changes,
            CurrentVersions versions,
            Transactions transactions,
            Clock clock) {
        this.people = people;
        this.internships = internships;
        this.offers = offers;
        this.changes = changes;
        this.versions = versions;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean rescindSome(String company) {
        return transactions.within(() -> {
            List<Offer> some = offers.openOfCompany(company, MOST_AT_ONCE);
            people.lockAll(some.stream().map(Offer::person).distinct().toList());
            some.stream()
                    .map(offer -> offer.proposal().internship())
                    .distinct()
                    .sorted()
                    .forEach(internships::lock);
            some.stream().map(Offer::id).sorted().forEach(this::rescind);
            return some.size() == MOST_AT_ONCE;
        });
    }

    private void rescind(UUID id) {
        Offer locked = offers.lock(id).orElseThrow();
        changes.rescind(locked, RescindReason.COMPANY_SUSPENDED, versions.of(locked), Actor.SYSTEM, clock.instant());
    }

    @Override
    public List<Committed> committed(String company, @Nullable String university, int most) {
        return offers.committedOfCompany(company, university, most).stream()
                .map(offer -> new Committed(
                        offer.id(),
                        offer.proposal().programme(),
                        offer.proposal().internship(),
                        offer.proposal().student(),
                        offer.status().name()))
                .toList();
    }
}
