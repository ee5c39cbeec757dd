package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.resource.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The recalled clearings of all programmes, and what they concern. */
public interface Recalls {

    Optional<Recall> find(String programme, long clearing);

    /** Adds the recall; the programme is locked, and none of this clearing is there. */
    void add(Recall recall);

    /** The highest clearing of which a proposal has arrived; 0: none has. */
    long latestClearing(String programme);

    /** Open offers of recalled clearings, some of them. */
    List<Offer> openOffers();

    /** How many offers of the clearing are in each state that a recall concerns. */
    Map<Standing, Integer> count(String programme, long clearing);

    /** The offers of the clearing that a recall concerns, in the order of their ids. */
    Page<Concerned> list(String programme, long clearing, Page.Request request);

    /** Where an offer stands with regard to a recall of its clearing. */
    enum Effect {
        /** Open: it is taken back. */
        TAKES_BACK,
        /** Committed: it stays. */
        STAYS,
        /** The recall has taken it back. */
        TAKEN_BACK
    }

    /** A state, and what a recall means for offers that are in it. */
    record Standing(Effect effect, OfferStatus status) {}

    /** One offer, and where it stands. */
    record Concerned(UUID offer, Standing standing) {}
}
