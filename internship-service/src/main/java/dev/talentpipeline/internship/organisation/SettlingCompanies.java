package dev.talentpipeline.internship.organisation;

import dev.talentpipeline.internship.internship.KeepingListings;
import dev.talentpipeline.internship.organisation.Unsettled.Noted;
import dev.talentpipeline.internship.transaction.Turns;

/**
 * Carries out what a company's new standing means for its internships, and, if it is suspended, for its open offers. In many short
 * transactions, internships first, so that nothing new comes in behind; the company stays noted until all is done, so another sweep, or
 * another instance after a crash, goes on where this one stopped.
 */
public final class SettlingCompanies {

    /** Others want their turn as well: what is left is for the next sweep. */
    private static final int MOST_TRANSACTIONS = 20;

    private final Organisations organisations;
    private final Unsettled unsettled;
    private final KeepingListings listings;
    private final OffersOfCompany offers;

    SettlingCompanies(
            Organisations organisations, Unsettled unsettled, KeepingListings listings, OffersOfCompany offers) {
        this.organisations = organisations;
        this.unsettled = unsettled;
        this.listings = listings;
        this.offers = offers;
    }

    /** Sweeps once; says how many companies were settled. */
    public int sweep() {
        return Turns.each(unsettled.some(), this::settle);
    }

    private boolean settle(Noted noted) {
        listings.settleAllOf(noted.company());
        if (isSuspended(noted.company()) && !rescindedAll(noted.company())) {
            return false;
        }
        unsettled.settled(noted);
        return true;
    }

    private boolean isSuspended(String company) {
        return organisations
                .find(company)
                .flatMap(Organisation::state)
                .filter(CompanyState.SUSPENDED::equals)
                .isPresent();
    }

    private boolean rescindedAll(String company) {
        for (int i = 0; i < MOST_TRANSACTIONS; i++) {
            if (!offers.rescindSome(company)) {
                return true;
            }
        }
        return false;
    }
}
