package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.internship.Internship;
import dev.talentpipeline.internship.programme.Programme;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The order in which open offers of an internship go when it loses seats: kept ones last, and before that the lowest priority first.
 * Priority is that of a clearing: place in the internship's list, all others after it, then score, then lottery. The ranks that proposals
 * carry would not do: each counts only those who met in its own clearing.
 */
final class FirstToGo {

    private static final int NOT_LISTED = Integer.MAX_VALUE;

    private FirstToGo() {}

    static Comparator<Offer> of(Internship internship, Programme programme) {
        Map<UUID, Integer> places = places(internship.opening().preferences());
        return Comparator.<Offer, Boolean>comparing(offer -> offer.status() == OfferStatus.KEPT)
                .thenComparing(
                        offer -> places.getOrDefault(offer.proposal().student(), NOT_LISTED), Comparator.reverseOrder())
                .thenComparingDouble(offer -> offer.proposal().explanation().score())
                .thenComparing(
                        offer -> programme.lotteryNumber(offer.proposal().student()),
                        (one, other) -> Long.compareUnsigned(other, one))
                .thenComparing(Offer::id);
    }

    private static Map<UUID, Integer> places(List<UUID> preferences) {
        Map<UUID, Integer> places = new HashMap<>();
        for (UUID student : preferences) {
            places.putIfAbsent(student, places.size());
        }
        return places;
    }
}
