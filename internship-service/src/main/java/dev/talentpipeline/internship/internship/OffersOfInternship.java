package dev.talentpipeline.internship.internship;

import java.util.UUID;

/** What becomes of an internship's offers when it has fewer seats, or leaves. */
public interface OffersOfInternship {

    /** Locks the people who hold an open offer of the internship; must come before the internship's own lock. */
    Holders lockHolders(UUID internship);

    /** Seats that no change can take back: those of accepted offers. */
    int accepted(UUID internship);

    /**
     * Rescinds open offers, lowest priority first, until the seats suffice, in the transaction that cuts them.
     *
     * @return false if somebody who holds such an offer is not among the locked holders, so that the whole must be tried again
     */
    boolean seatsCut(Internship internship, Holders locked);

    /** Rescinds all open offers, in the transaction that withdraws the internship; false as for {@link #seatsCut}. */
    boolean internshipWithdrew(Internship internship, Holders locked);

    /** People whose locks this transaction holds. */
    interface Holders {}
}
