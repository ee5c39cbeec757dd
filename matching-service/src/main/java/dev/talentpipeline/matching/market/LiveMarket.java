package dev.talentpipeline.matching.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A programme as it changes: takes facts, reservations and answers one by one, and gives a {@link Market} of any moment.
 *
 * <p>A reservation or an active offer holds its student and its seat, and only an answer to that very offer frees them. What is
 * not newer than what is held is refused, so repeated and late events change nothing. Not safe for use by several threads.
 */
public final class LiveMarket {

    /** What came of facts that were put in. */
    public enum Outcome {
        /** Not newer than what is held. */
        SUPERSEDED,
        /** Taken; nobody can be matched who could not before. */
        QUIET,
        /** Taken; another clearing may match differently. */
        STIRRING
    }

    /** What an event is about. */
    public enum Kind {
        PROGRAMME,
        STUDENT,
        INTERNSHIP,
        OFFER
    }

    private @Nullable Programme programme;
    private final Map<String, Student> students = new HashMap<>();
    private final Map<String, Internship> internships = new HashMap<>();
    private final Map<String, Offer> offers = new HashMap<>();
    private final Map<String, Seat> reservations = new LinkedHashMap<>();
    private final Map<Kind, Set<String>> leftOut = new EnumMap<>(Kind.class);

    public Outcome put(Programme next) {
        if (programme != null && programme.version() >= next.version()) {
            return Outcome.SUPERSEDED;
        }
        programme = next;
        takeIn(Kind.PROGRAMME, next.id());
        return Outcome.STIRRING;
    }

    public Outcome put(Student next) {
        Student held = students.get(next.id());
        if (held != null && held.version() >= next.version()) {
            return Outcome.SUPERSEDED;
        }
        students.put(next.id(), next);
        takeIn(Kind.STUDENT, next.id());
        return Outcome.STIRRING;
    }

    public Outcome put(Internship next) {
        Internship held = internships.get(next.id());
        if (held != null && held.version() >= next.version()) {
            return Outcome.SUPERSEDED;
        }
        internships.put(next.id(), next);
        takeIn(Kind.INTERNSHIP, next.id());
        return Outcome.STIRRING;
    }

    /** Takes an answer. It settles the reservation of the same offer, whatever it says. */
    public Outcome put(Offer next) {
        Offer held = offers.get(next.id());
        if (held != null && held.version() >= next.version()) {
            return Outcome.SUPERSEDED;
        }
        offers.put(next.id(), next);
        reservations.remove(next.id());
        takeIn(Kind.OFFER, next.id());
        // A seat that becomes bound only takes choices away from others, and the matching of the rest stays as it was.
        return next.binds() ? Outcome.QUIET : Outcome.STIRRING;
    }

    public void reserve(Seat seat) {
        reservations.put(seat.offerId(), seat);
    }

    public boolean reserved(String offerId) {
        return reservations.containsKey(offerId);
    }

    /**
     * Leaves out what an event is about that could not be applied: its facts are no longer what is held here, and nobody should be matched
     * by them. A programme keeps its rules and an offer its seat, until a newer event tells better.
     */
    public void leaveOut(Kind kind, String id) {
        leftOut.computeIfAbsent(kind, _ -> new HashSet<>()).add(id);
    }

    private void takeIn(Kind kind, String id) {
        leftOut.getOrDefault(kind, new HashSet<>()).remove(id);
    }

    private boolean isLeftOut(Kind kind, String id) {
        return leftOut.getOrDefault(kind, Set.of()).contains(id);
    }

    /** How many entities are left out. */
    public int leftOut() {
        return leftOut.values().stream().mapToInt(Set::size).sum();
    }

    public void erase(Kind kind, String id) {
        takeIn(kind, id);
        switch (kind) {
            case PROGRAMME -> programme = null;
            case STUDENT -> students.remove(id);
            case INTERNSHIP -> internships.remove(id);
            case OFFER -> {
                offers.remove(id);
                reservations.remove(id);
            }
        }
    }

    public Optional<Programme> programme() {
        return Optional.ofNullable(programme);
    }

    /** Whether nothing is left of it. */
    public boolean isEmpty() {
        return programme == null
                && students.isEmpty()
                && internships.isEmpty()
                && offers.isEmpty()
                && leftOut() == 0
                && reservations.isEmpty();
    }

    /** The market of this moment; empty while the programme itself has not arrived. */
    public Optional<Market> at(Instant now) {
        return programme()
                .map(rules -> new Market(
                        now,
                        rules,
                        students.values().stream()
                                .filter(student -> !isLeftOut(Kind.STUDENT, student.id()))
                                .toList(),
                        internships.values().stream()
                                .filter(internship -> !isLeftOut(Kind.INTERNSHIP, internship.id()))
                                .toList(),
                        seats(),
                        apart(rules)));
    }

    private List<Seat> seats() {
        List<Seat> seats = new ArrayList<>(reservations.values());
        for (Offer offer : offers.values()) {
            if (offer.binds()) {
                seats.add(new Seat(offer.id(), offer.pair()));
            }
        }
        return seats;
    }

    private Map<Pair, Apart> apart(Programme rules) {
        Map<Pair, Apart> apart = new HashMap<>();
        for (Offer offer : offers.values()) {
            Student student = students.get(offer.pair().studentId());
            Internship internship = internships.get(offer.pair().internshipId());
            if (student == null || internship == null) {
                continue;
            }
            Apart why = offer.keepsApart(new Versions(rules.version(), student.version(), internship.version()));
            if (why != null) {
                // Of two reasons the one for good is shown.
                apart.merge(offer.pair(), why, (one, other) -> one == Apart.BARRED ? one : other);
            }
        }
        return apart;
    }
}
