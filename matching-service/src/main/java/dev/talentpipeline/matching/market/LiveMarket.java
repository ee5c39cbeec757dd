package dev.talentpipeline.matching.market;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A programme as it changes: takes facts, reservations and answers one by one, and gives a {@link Market} of any moment.
 *
 * <p>A reservation or an active offer holds its student and its seat, and only an answer to that very offer frees them. What is
 * not newer than what is held is refused, so repeated and late events change nothing. Whatever becomes different is told as a
 * {@link Change}. Not safe for use by several threads.
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
    private final Set<String> reservations = new HashSet<>();
    /** Reserved or bound, by offer. */
    private final Map<String, Seat> seats = new LinkedHashMap<>();

    /** By student how many seats take them out of the market. */
    private final Map<String, Integer> seated = new HashMap<>();
    /** By student the seat that they keep. */
    private final Map<String, Seat> kept = new HashMap<>();

    private final KeptApart apart;
    private final Map<Kind, Set<String>> leftOut = new EnumMap<>(Kind.class);
    private final Consumer<Change> told;

    public LiveMarket(Consumer<Change> told) {
        this.told = told;
        apart = new KeptApart(told);
    }

    public Outcome put(Programme next) {
        if (programme != null && programme.version() >= next.version()) {
            return Outcome.SUPERSEDED;
        }
        programme = next;
        takeIn(Kind.PROGRAMME, next.id());
        apart.offers().forEach(this::reconsider);
        told.accept(new Change.Rules(next));
        return Outcome.STIRRING;
    }

    public Outcome put(Student next) {
        Student held = students.get(next.id());
        if (held != null && held.version() >= next.version()) {
            return Outcome.SUPERSEDED;
        }
        students.put(next.id(), next);
        takeIn(Kind.STUDENT, next.id());
        told.accept(new Change.StudentHere(inMarket(next)));
        apart.offersOfStudent(next.id()).forEach(this::reconsider);
        return Outcome.STIRRING;
    }

    public Outcome put(Internship next) {
        Internship held = internships.get(next.id());
        if (held != null && held.version() >= next.version()) {
            return Outcome.SUPERSEDED;
        }
        internships.put(next.id(), next);
        takeIn(Kind.INTERNSHIP, next.id());
        told.accept(new Change.InternshipHere(next));
        apart.offersOfInternship(next.id()).forEach(this::reconsider);
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
        // Apart first: otherwise the pair would meet again for a moment.
        if (next.mayKeepApart()) {
            apart.note(next, whyApart(next));
        } else {
            apart.forget(next);
        }
        seat(next.id(), next.binds() ? new Seat(next.id(), next.pair(), next.keeps()) : null);
        // A seat that becomes bound only takes choices away from others, and the matching of the rest stays as it was;
        // but
        // whoever keeps one is in the market again.
        return next.binds() && !next.keeps() ? Outcome.QUIET : Outcome.STIRRING;
    }

    public void reserve(Seat seat) {
        reservations.add(seat.offerId());
        seat(seat.offerId(), seat);
    }

    public boolean reserved(String offerId) {
        return reservations.contains(offerId);
    }

    /** The seat that a student keeps while they wait for something better. */
    public Optional<Seat> keptBy(String studentId) {
        return Optional.ofNullable(kept.get(studentId));
    }

    /** Notes the seat of an offer; null: it has none any more. */
    private void seat(String offerId, @Nullable Seat next) {
        Seat held = next == null ? seats.remove(offerId) : seats.put(offerId, next);
        if (Objects.equals(held, next)) {
            return;
        }
        if (next != null && next.kept()) {
            // While they still hold the seat, so that they are not matched by their whole list for a moment.
            kept.put(next.pair().studentId(), next);
            tellAgain(next.pair().studentId());
        }
        if (held != null) {
            count(held, -1);
            told.accept(new Change.SeatFreed(held));
        }
        if (next != null) {
            count(next, 1);
            told.accept(new Change.SeatTaken(next));
        }
        if (held != null && held.kept() && kept.remove(held.pair().studentId(), held)) {
            tellAgain(held.pair().studentId());
        }
    }

    private void count(Seat seat, int more) {
        if (!seat.kept()) {
            seated.merge(seat.pair().studentId(), more, (one, other) -> one + other == 0 ? null : one + other);
        }
    }

    private void tellAgain(String studentId) {
        Student student = students.get(studentId);
        if (student != null && !isLeftOut(Kind.STUDENT, studentId)) {
            told.accept(new Change.StudentHere(inMarket(student)));
        }
    }

    /** A student as they are to be matched. */
    private Student inMarket(Student student) {
        Seat seat = kept.get(student.id());
        return seat == null ? student : student.onlyAbove(seat.pair().internshipId());
    }

    /** Whether a pair that was matched by older facts may still be proposed: nothing about it has changed since. */
    public boolean isStill(Pair pair, Versions seen) {
        Student student = students.get(pair.studentId());
        Internship internship = internships.get(pair.internshipId());
        return programme != null
                && student != null
                && internship != null
                && !isLeftOut(Kind.STUDENT, student.id())
                && !isLeftOut(Kind.INTERNSHIP, internship.id())
                && seen.equals(new Versions(programme.version(), student.version(), internship.version()))
                && !apart.has(pair)
                && !seated.containsKey(student.id());
    }

    /** Whether there is such an internship. */
    public boolean hasInternship(String id) {
        return internships.containsKey(id);
    }

    private void reconsider(String offerId) {
        Offer offer = offers.get(offerId);
        if (offer != null) {
            apart.note(offer, whyApart(offer));
        }
    }

    private @Nullable Apart whyApart(Offer offer) {
        Student student = students.get(offer.pair().studentId());
        Internship internship = internships.get(offer.pair().internshipId());
        if (programme == null || student == null || internship == null) {
            return null;
        }
        return offer.keepsApart(
                new Versions(programme.version(), student.version(), internship.version()), programme.rulesVersion());
    }

    /**
     * Leaves out what an event is about that could not be applied: its facts are no longer what is held here, and nobody should be matched
     * by them. A programme keeps its rules and an offer its seat, until a newer event tells better.
     */
    public void leaveOut(Kind kind, String id) {
        leftOut.computeIfAbsent(kind, _ -> new HashSet<>()).add(id);
        if (kind == Kind.STUDENT) {
            told.accept(new Change.StudentGone(id));
        } else if (kind == Kind.INTERNSHIP) {
            told.accept(new Change.InternshipGone(id));
        }
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
            case STUDENT -> {
                students.remove(id);
                told.accept(new Change.StudentGone(id));
                apart.offersOfStudent(id).forEach(this::reconsider);
            }
            case INTERNSHIP -> {
                internships.remove(id);
                told.accept(new Change.InternshipGone(id));
                apart.offersOfInternship(id).forEach(this::reconsider);
            }
            case OFFER -> {
                Offer offer = offers.remove(id);
                if (offer != null) {
                    apart.forget(offer);
                }
                reservations.remove(id);
                seat(id, null);
            }
        }
    }

    public Optional<Programme> programme() {
        return Optional.ofNullable(programme);
    }

    /** How many students and internships there are. */
    public int size() {
        return students.size() + internships.size();
    }

    /** The market of this moment as it is to be cleared; empty while the programme itself has not arrived. */
    public Optional<Market> at(Instant now) {
        return at(now, this::inMarket);
    }

    /** The same with everybody's facts as they were posted, also of those who keep an offer. */
    public Optional<Market> asPosted(Instant now) {
        return at(now, UnaryOperator.identity());
    }

    private Optional<Market> at(Instant now, UnaryOperator<Student> view) {
        return programme()
                .map(rules -> new Market(
                        now,
                        rules,
                        students.values().stream()
                                .filter(student -> !isLeftOut(Kind.STUDENT, student.id()))
                                .map(view)
                                .toList(),
                        internships.values().stream()
                                .filter(internship -> !isLeftOut(Kind.INTERNSHIP, internship.id()))
                                .toList(),
                        List.copyOf(seats.values()),
                        apart.all()));
    }
}
