package dev.talentpipeline.internship.programme;

import java.util.List;
import java.util.UUID;

/** What a change of rules needs to know of offers, and does to them. */
public interface MembersOffers {

    /** Those who have something in the programme and are no members by these rules. */
    List<Outsider> outsiders(String programme, ProgrammeRules rules);

    /** The programme's offers on which somebody has yet to decide. */
    Undecided undecided(String programme);

    /** Rescinds the open offers of outsiders, in the transaction that made them such. The programme is locked. */
    void membersLeft(Programme changed);

    /**
     * Somebody who has something in the programme without being a member.
     *
     * @param entered students or internships
     * @param open offers on which somebody has yet to decide, so that they can be taken back
     * @param committed offers that a student has committed to
     * @param committedOffers some of those
     */
    record Outsider(MarketSide side, String member, int entered, int open, int committed, List<UUID> committedOffers) {
        public Outsider {
            committedOffers = List.copyOf(committedOffers);
        }
    }

    /**
     * Offers on which somebody has yet to decide, by who.
     *
     * @param awaitingEndorsement accepted ones
     * @param listedByOneOrNone open ones whose student and internship do not both list each other
     */
    record Undecided(int awaitingApproval, int extended, int kept, int awaitingEndorsement, int listedByOneOrNone) {

        int open() {
            return awaitingApproval + extended + kept;
        }

        int all() {
            return open() + awaitingEndorsement;
        }
    }
}
