package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.clearing.Cutoff.Admitted;
import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.Judge;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.columns.Standing;
import dev.talentpipeline.matching.market.Seat;
import dev.talentpipeline.matching.preference.Lottery;
import dev.talentpipeline.matching.preference.Score;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out how far down each internship has admitted, but only of those about which something changed since the last time. */
final class MovedCutoffs {

    private final FlatMarket facts;
    private final Judge judge;
    private final BitSet noted = new BitSet();
    /** By internship its seats that are reserved or bound, by offer. */
    private final Map<String, Map<String, Seat>> taken = new HashMap<>();

    /** By student: the seat that they hold, and one that they keep beside it until it is replaced. */
    private final Map<String, Set<Seat>> seatsOf = new HashMap<>();

    MovedCutoffs(FlatMarket facts) {
        this.facts = facts;
        judge = new Judge(facts);
    }

    /** Something about an internship changed. */
    void note(int internship) {
        noted.set(internship);
    }

    void noteAll() {
        noted.set(0, facts.internships().size());
    }

    /** Something about a student changed, and with it their priority where they hold a seat. */
    void noteSeatOf(String studentId) {
        seatsOf.getOrDefault(studentId, Set.of()).forEach(this::noteInternshipOf);
    }

    void take(Seat seat) {
        taken.computeIfAbsent(seat.pair().internshipId(), _ -> new LinkedHashMap<>())
                .put(seat.offerId(), seat);
        seatsOf.computeIfAbsent(seat.pair().studentId(), _ -> HashSet.newHashSet(1))
                .add(seat);
        noteInternshipOf(seat);
    }

    void free(Seat seat) {
        taken.computeIfPresent(seat.pair().internshipId(), (_, held) -> {
            held.remove(seat.offerId());
            return held.isEmpty() ? null : held;
        });
        seatsOf.computeIfPresent(seat.pair().studentId(), (_, held) -> {
            held.remove(seat);
            return held.isEmpty() ? null : held;
        });
        noteInternshipOf(seat);
    }

    private void noteInternshipOf(Seat seat) {
        int internship = facts.internships().slotOf(seat.pair().internshipId());
        if (internship != Members.NOBODY) {
            noted.set(internship);
        }
    }

    /**
     * The cutoffs that may have moved, of internships that take new students.
     *
     * @param released by slot of the student the slot of the internship that admits them now; negative: none does
     */
    List<Cutoff> moved(int[] released) {
        Map<Integer, List<Integer>> admitted = new HashMap<>();
        for (int student = 0; student < released.length; student++) {
            if (released[student] != Members.NOBODY) {
                noted.set(released[student]);
                admitted.computeIfAbsent(released[student], _ -> new ArrayList<>())
                        .add(student);
            }
        }
        List<Cutoff> moved = new ArrayList<>();
        noted.stream()
                .filter(facts::isOpen)
                .forEach(internship -> moved.add(cutoff(internship, admitted.getOrDefault(internship, List.of()))));
        noted.clear();
        // Not everybody who may be admitted will be; the next time tells.
        admitted.keySet().forEach(noted::set);
        return moved;
    }

    private Cutoff cutoff(int internship, List<Integer> admitted) {
        String id = facts.internships().id(internship);
        var held = taken.getOrDefault(id, Map.of()).values();
        int seats = facts.seats(internship);
        int filled = held.size() + admitted.size();
        if (filled < seats) {
            return new Cutoff(id, seats, filled, null);
        }
        List<Integer> students = new ArrayList<>(admitted);
        held.forEach(seat -> students.add(facts.students().slotOf(seat.pair().studentId())));
        return new Cutoff(id, seats, filled, last(internship, students));
    }

    private @Nullable Admitted last(int internship, List<Integer> students) {
        int last = Members.NOBODY;
        long standingOfLast = Standing.FIRST;
        int millionthsOfLast = 0;
        for (int student : students) {
            // A seat can outlast its student's facts: who is erased has no priority any more.
            if (student == Members.NOBODY || facts.studentAt(student) == 0) {
                continue;
            }
            judge.consider(student);
            int millionths = judge.millionths(internship);
            long standing = Standing.of(
                    judge.internshipsRegard(internship, millionths),
                    facts.students().number(student));
            if (last == Members.NOBODY || Standing.before(standingOfLast, last, standing, student, facts.students())) {
                last = student;
                standingOfLast = standing;
                millionthsOfLast = millionths;
            }
        }
        return last == Members.NOBODY
                ? null
                : new Admitted(
                        Standing.isListed(Standing.regard(standingOfLast)) ? 0 : 1,
                        (double) millionthsOfLast / Score.WHOLE,
                        Lottery.shown(facts.students().number(last)));
    }
}
