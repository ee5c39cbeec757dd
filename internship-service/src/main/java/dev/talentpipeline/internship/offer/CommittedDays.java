package dev.talentpipeline.internship.offer;

import java.util.List;
import java.util.UUID;

/** Whether what a person committed to fits into their weeks. */
public final class CommittedDays {

    private final Offers offers;

    CommittedDays(Offers offers) {
        this.offers = offers;
    }

    /** Whether all days that the offer was made for still fit beside the person's others; the person is locked. */
    public boolean fitAgain(UUID id) {
        Offer offer = offers.find(id).orElseThrow();
        List<Offer> others = offers.madeTo(offer.person()).stream()
                .filter(other -> !other.id().equals(id))
                .toList();
        return offers.commitment(id).fitsBeside(AdmissionPolicy.committed(others));
    }
}
