package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.programme.MembersOffers.Outsider;
import dev.talentpipeline.internship.programme.MembersOffers.Undecided;
import java.util.List;

/**
 * Offers of a programme whose university or company is not among its members. An empty list of members admits everybody, so it makes nobody
 * an outsider.
 */
public interface OutsidersOffers {

    /** Universities with something in the programme that are not among the members. */
    List<Outsider> universities(String programme, List<String> members);

    /** Companies with something in the programme that are not among the members. */
    List<Outsider> companies(String programme, List<String> members);

    /** Open offers of those. */
    List<Offer> open(String programme, List<String> universities, List<String> companies);

    /** Offers of the whole programme on which somebody has yet to decide. */
    Undecided undecided(String programme);
}
