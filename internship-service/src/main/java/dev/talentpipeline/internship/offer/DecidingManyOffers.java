package dev.talentpipeline.internship.offer;

import static java.util.Comparator.naturalOrder;

import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.RefusedException;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The university, or a school of it, endorses or refuses many offers with one request. Each is decided by itself: one that is refused does not keep the others
 * from being carried out. All of it is one transaction, so that a repeated request finds all of it or nothing. Everybody is locked first
 * and internships in the order of their ids, so that two such requests, or one and a capacity cut, do not wait for each other.
 */
public final class DecidingManyOffers {

    private final DecidingOffer deciding;
    private final Programmes programmes;
    private final People people;
    private final Offers offers;
    private final Transactions transactions;

    DecidingManyOffers(
            DecidingOffer deciding, Programmes programmes, People people, Offers offers, Transactions transactions) {
        this.deciding = deciding;
        this.programmes = programmes;
        this.people = people;
        this.offers = offers;
        this.transactions = transactions;
    }

    /** What happened to one of the offers. */
    public sealed interface Outcome {

        String id();

        /** The decision was carried out. */
        record Decided(String id, Offer offer) implements Outcome {}

        /** The decision was not carried out. */
        record NotDecided(String id, Refusal refusal) implements Outcome {}
    }

    /** Decides on each of the offers; what happened, in the order in which they are named. */
    public List<Outcome> endorse(Caller caller, Collection<String> ids) {
        return decide(caller, ids, Decision.of(DecisionKind.ENDORSE, null));
    }

    /** Refuses each of the offers for the same reason; what happened, in the order in which they are named. */
    public List<Outcome> refuse(Caller caller, Collection<String> ids, String reason) {
        return decide(caller, ids, Decision.of(DecisionKind.REFUSE, reason));
    }

    private List<Outcome> decide(Caller caller, Collection<String> ids, Decision decision) {
        return transactions.within(() -> {
            Map<String, Offer> own = new HashMap<>();
            ids.forEach(id -> own(caller, id).ifPresent(offer -> own.put(id, offer)));
            lock(own.values());
            Map<String, Outcome> outcomes = new HashMap<>();
            ids.stream()
                    .sorted(Comparator.comparing(id -> internship(own.get(id)), Comparator.nullsLast(naturalOrder())))
                    .forEach(id -> outcomes.computeIfAbsent(id, each -> outcome(caller, each, decision)));
            return ids.stream().map(outcomes::get).toList();
        });
    }

    private Optional<Offer> own(Caller caller, String id) {
        return Optional.ofNullable(Violations.id(id))
                .flatMap(offers::find)
                .filter(offer -> Party.UNIVERSITY.isActedBy(caller, offer) || Party.SCHOOL.isActedBy(caller, offer));
    }

    private static @Nullable UUID internship(@Nullable Offer offer) {
        return offer == null ? null : offer.proposal().internship();
    }

    private void lock(Collection<Offer> own) {
        own.stream()
                .map(offer -> offer.proposal().programme())
                .distinct()
                .sorted()
                .forEach(programmes::hold);
        people.lockAll(own.stream().map(Offer::person).distinct().toList());
    }

    private Outcome outcome(Caller caller, String id, Decision decision) {
        try {
            return new Outcome.Decided(id, deciding.decide(caller, id, decision).offer());
        } catch (RefusedException e) {
            return new Outcome.NotDecided(id, e.refusal());
        }
    }
}
