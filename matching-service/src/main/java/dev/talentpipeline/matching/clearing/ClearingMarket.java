package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.engine.assignment.RollingMarket;
import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.verification.Verdict;
import dev.talentpipeline.matching.market.Change;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.market.Seat;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.preference.TopicAlignment;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * One programme's market as clearings see it: it is built from a frozen market, takes what changed since, and is cleared. A clearing is a
 * function of what was taken in alone; where it is {@linkplain ClearingResult#studentOptimal the best for the students}, also of neither the
 * order nor the steps in which that came. Handed from thread to thread, used by one at a time.
 */
public final class ClearingMarket {

    /** A market of fewer members is not worth a second thread. */
    private static final int PARALLEL_FROM = 5_000;
    /** Up to so many members everybody is matched anew rather than left with a matching that may not be the best for the students. */
    private static final int ANEW_UP_TO = 20_000;

    private final Programme programme;
    private final Verifier verifier;
    private final RollingMarket market;
    private final ClearingInput input;
    private final Map<String, Seat> seats = new HashMap<>();
    private final PriorityQueue<Deadline> deadlines = new PriorityQueue<>(Comparator.comparing(Deadline::applyBy));
    private final MovedCutoffs cutoffs;
    private Instant asOf;

    /** Until when an internship takes students. */
    private record Deadline(Instant applyBy, String internshipId) {}

    private ClearingMarket(Market facts, Verifier verifier) {
        this.verifier = verifier;
        programme = facts.programme();
        asOf = facts.asOf();
        market = RollingMarket.of(
                facts,
                TopicAlignment.sharedTerms(),
                threads(facts.students().size() + facts.internships().size()));
        cutoffs = new MovedCutoffs(market.facts());
        input = new ClearingInput(programme, market);
        facts.seats().forEach(seat -> {
            seats.put(seat.offerId(), seat);
            cutoffs.take(seat);
            if (seat.kept()) {
                input.kept(seat.pair(), true);
            }
        });
        facts.students().forEach(student -> {
            int slot = market.facts().students().slotOf(student.id());
            input.student(slot, student);
            input.stateStudent(slot);
        });
        facts.internships().forEach(internship -> {
            int slot = market.facts().internships().slotOf(internship.id());
            input.internship(slot, internship);
            input.stateInternship(slot);
            awaitDeadline(internship);
        });
        facts.apart().keySet().forEach(input::keptApart);
        cutoffs.noteAll();
    }

    /** The market of that moment, as it will be cleared. */
    public static ClearingMarket of(Market facts, Verifier verifier) {
        return new ClearingMarket(facts, verifier);
    }

    private static int threads(int members) {
        return members < PARALLEL_FROM ? 1 : Runtime.getRuntime().availableProcessors();
    }

    private int members() {
        return market.facts().students().size() + market.facts().internships().size();
    }

    /** Takes what changed since, in the order in which it happened. */
    public void apply(List<Change> changes) {
        changes.forEach(this::apply);
    }

    private void apply(Change change) {
        switch (change) {
            case Change.Rules rules ->
                throw new IllegalArgumentException("The rules of "
                        + rules.rules().id() + " changed. Maybe the market was to be built anew by them.");
            case Change.StudentHere student -> put(student.facts());
            case Change.StudentGone student -> eraseStudent(student.id());
            case Change.InternshipHere internship -> {
                put(internship.facts());
                awaitDeadline(internship.facts());
            }
            case Change.InternshipGone internship -> eraseInternship(internship.id());
            case Change.SeatTaken taken -> take(taken.seat());
            case Change.SeatFreed freed -> free(freed.seat());
            case Change.KeptApart pair -> {
                input.keptApart(pair.pair());
                market.keepApart(pair.pair());
            }
            case Change.BroughtTogether pair -> {
                input.broughtTogether(pair.pair());
                market.bringTogether(pair.pair());
            }
        }
    }

    private int studentSlot(String id) {
        return market.facts().students().slotOf(id);
    }

    private int internshipSlot(String id) {
        return market.facts().internships().slotOf(id);
    }

    private void put(Student facts) {
        input.retractStudent(studentSlot(facts.id()));
        market.put(facts);
        int slot = studentSlot(facts.id());
        input.student(slot, facts);
        input.stateStudent(slot);
        cutoffs.noteSeatOf(facts.id());
    }

    private void eraseStudent(String id) {
        int slot = studentSlot(id);
        if (slot != Members.NOBODY) {
            input.retractStudent(slot);
            market.eraseStudent(id);
            input.student(slot, null);
            cutoffs.noteSeatOf(id);
        }
    }

    private void put(Internship facts) {
        input.retractInternship(internshipSlot(facts.id()));
        market.put(facts);
        int slot = internshipSlot(facts.id());
        input.internship(slot, facts);
        input.stateInternship(slot);
        cutoffs.note(slot);
    }

    private void eraseInternship(String id) {
        int slot = internshipSlot(id);
        if (slot != Members.NOBODY) {
            input.retractInternship(slot);
            market.eraseInternship(id);
            input.internship(slot, null);
            cutoffs.note(slot);
        }
    }

    private void take(Seat seat) {
        Pair pair = seat.pair();
        input.retractStudent(studentSlot(pair.studentId()));
        input.retractInternship(internshipSlot(pair.internshipId()));
        seats.put(seat.offerId(), seat);
        if (seat.kept()) {
            input.kept(pair, true);
            market.hold(pair);
        } else {
            market.bind(pair);
        }
        cutoffs.take(seat);
        state(pair);
    }

    private void free(Seat seat) {
        Pair pair = seat.pair();
        input.retractStudent(studentSlot(pair.studentId()));
        input.retractInternship(internshipSlot(pair.internshipId()));
        seats.remove(seat.offerId());
        if (seat.kept()) {
            input.kept(pair, false);
            market.letGo(pair);
        } else {
            market.free(pair);
        }
        cutoffs.free(seat);
        state(pair);
    }

    private void state(Pair pair) {
        input.stateStudent(studentSlot(pair.studentId()));
        input.stateInternship(internshipSlot(pair.internshipId()));
    }

    private void awaitDeadline(Internship facts) {
        Instant applyBy = facts.applyBy();
        if (applyBy != null && applyBy.isAfter(asOf)) {
            deadlines.add(new Deadline(applyBy, facts.id()));
        }
    }

    /** Clears the market as it is at a moment, which must not lie before that of an earlier clearing. */
    public ClearingResult clear(Instant now) {
        asOf = now;
        market.asOf(now);
        closeWhatIsOver();
        if (market.adoptRarity()) {
            cutoffs.noteAll();
        }
        if (!market.studentOptimal() && members() <= ANEW_UP_TO) {
            market.clear();
        }
        FlatMarket facts = market.facts();
        int[] matching = market.matching();
        Verdict verdict = verifier.verify(facts, seats.values(), matching, threads(members()));
        boolean released = verdict.sound() && programme.releases();
        List<Match> matches = verdict.sound() ? new Matches(market, input, programme).explained(matching) : List.of();
        return new ClearingResult(
                programme,
                now,
                matches,
                verdict,
                input.seeking(),
                input.withFreeSeats(),
                input.freeSeats(),
                market.studentOptimal(),
                cutoffs.moved(released ? matching : new int[0]),
                input.hash(),
                Fingerprint.sha256(programme.seed()),
                resultHash(matching));
    }

    private void closeWhatIsOver() {
        while (!deadlines.isEmpty() && !deadlines.element().applyBy().isAfter(asOf)) {
            int slot = internshipSlot(deadlines.remove().internshipId());
            Internship facts = slot == Members.NOBODY ? null : input.internship(slot);
            if (facts != null) {
                put(facts);
            }
        }
    }

    private String resultHash(int[] matching) {
        Fingerprint result = new Fingerprint();
        for (int student = 0; student < matching.length; student++) {
            if (matching[student] != Members.NOBODY) {
                result.add(market.facts().students().id(student) + " "
                        + market.facts().internships().id(matching[student]));
            }
        }
        return result.hex();
    }
}
