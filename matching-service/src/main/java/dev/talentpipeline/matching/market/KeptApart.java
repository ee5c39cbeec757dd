package dev.talentpipeline.matching.market;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which pairs are kept apart, and by which offers: each offer that ended badly has its own reason, and a pair is apart while any offer says so.
 * Tells when a pair comes to be apart or together.
 */
final class KeptApart {

    private final Consumer<Change> told;
    private final Map<Pair, Map<String, Apart>> reasons = new HashMap<>();
    /** By student and by internship the offers that may keep them apart from somebody. */
    private final Map<String, Set<String>> ofStudent = new HashMap<>();

    private final Map<String, Set<String>> ofInternship = new HashMap<>();

    KeptApart(Consumer<Change> told) {
        this.told = told;
    }

    /** The offers that may keep a student apart from somebody. */
    Collection<String> offersOfStudent(String studentId) {
        return List.copyOf(ofStudent.getOrDefault(studentId, Set.of()));
    }

    Collection<String> offersOfInternship(String internshipId) {
        return List.copyOf(ofInternship.getOrDefault(internshipId, Set.of()));
    }

    /** All offers that may keep somebody apart from somebody. */
    Collection<String> offers() {
        return ofStudent.values().stream().flatMap(Set::stream).toList();
    }

    /** Notes an offer that may keep its pair apart, now or later, and whether it does now. */
    void note(Offer offer, @Nullable Apart why) {
        ofStudent
                .computeIfAbsent(offer.pair().studentId(), _ -> new LinkedHashSet<>())
                .add(offer.id());
        ofInternship
                .computeIfAbsent(offer.pair().internshipId(), _ -> new LinkedHashSet<>())
                .add(offer.id());
        set(offer, why);
    }

    /** The offer keeps nobody apart any more. */
    void forget(Offer offer) {
        remove(ofStudent, offer.pair().studentId(), offer.id());
        remove(ofInternship, offer.pair().internshipId(), offer.id());
        set(offer, null);
    }

    private static void remove(Map<String, Set<String>> offers, String member, String offerId) {
        offers.computeIfPresent(member, (_, held) -> {
            held.remove(offerId);
            return held.isEmpty() ? null : held;
        });
    }

    private void set(Offer offer, @Nullable Apart why) {
        boolean wasApart = reasons.containsKey(offer.pair());
        if (why == null) {
            reasons.computeIfPresent(offer.pair(), (_, held) -> {
                held.remove(offer.id());
                return held.isEmpty() ? null : held;
            });
        } else {
            reasons.computeIfAbsent(offer.pair(), _ -> new HashMap<>()).put(offer.id(), why);
        }
        boolean isApart = reasons.containsKey(offer.pair());
        if (isApart != wasApart) {
            told.accept(isApart ? new Change.KeptApart(offer.pair()) : new Change.BroughtTogether(offer.pair()));
        }
    }

    boolean has(Pair pair) {
        return reasons.containsKey(pair);
    }

    /** All pairs that are apart; of several reasons the one for good is given. */
    Map<Pair, Apart> all() {
        Map<Pair, Apart> all = new HashMap<>();
        reasons.forEach((pair, why) -> all.put(pair, why.containsValue(Apart.BARRED) ? Apart.BARRED : Apart.WAITING));
        return all;
    }
}
