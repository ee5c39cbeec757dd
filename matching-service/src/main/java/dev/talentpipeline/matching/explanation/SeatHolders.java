package dev.talentpipeline.matching.explanation;

import dev.talentpipeline.matching.market.Seat;
import dev.talentpipeline.matching.preference.RankedMarket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who holds the seats of a few internships now, and so what is left of them for others who hold none elsewhere. Seats change between clearings,
 * and a published cutoff does not say where on the internship's list its last admitted stands; the holders themselves always tell.
 */
final class SeatHolders {

    private static final long NOBODY = -1;

    private final RankedMarket ranked;
    private final Map<Integer, Holders> byInternship = new HashMap<>();
    /** The seats that each student holds, wherever: one, or two while a better one takes the place of one that is kept. */
    private final Map<Integer, List<Seat>> byStudent = new HashMap<>();

    private static final class Holders {
        private final Set<Integer> students = new HashSet<>();
        /** The lowest priority among them. */
        private long last = NOBODY;
    }

    private SeatHolders(RankedMarket ranked) {
        this.ranked = ranked;
    }

    static SeatHolders of(RankedMarket ranked, int... internships) {
        SeatHolders holders = new SeatHolders(ranked);
        Arrays.stream(internships).forEach(internship -> holders.byInternship.put(internship, new Holders()));
        ranked.market().seats().forEach(holders::note);
        return holders;
    }

    private void note(Seat seat) {
        ranked.studentIndex(seat.pair().studentId())
                .ifPresent(student -> byStudent
                        .computeIfAbsent(student, _ -> new ArrayList<>(1))
                        .add(seat));
        ranked.internshipIndex(seat.pair().internshipId()).ifPresent(internship -> {
            Holders holders = byInternship.get(internship);
            if (holders != null) {
                // A seat can outlast its student's facts: who is erased has no priority any more.
                ranked.studentIndex(seat.pair().studentId()).ifPresent(student -> {
                    holders.students.add(student);
                    holders.last = Math.max(holders.last, ranked.internshipsPriority(student, internship));
                });
            }
        });
    }

    /** To be asked of eligible pairs, about the given internships only. */
    Prospect prospect(int student, int internship) {
        Holders holders = byInternship.get(internship);
        if (holders == null) {
            throw new IllegalArgumentException("internship (" + internship + ") must be one of those given at first.");
        }
        if (holders.students.contains(student)) {
            return Prospect.SEAT_HELD;
        }
        if (ranked.freeSeats(internship) > 0) {
            return seeks(student, internship) ? Prospect.SEAT_FREE : Prospect.SEAT_ELSEWHERE;
        }
        if (holders.last == NOBODY) {
            return Prospect.NO_SEAT;
        }
        // Of somebody whom others precede that alone is said: where else they are is nobody's business then.
        if (ranked.internshipsPriority(student, internship) >= holders.last) {
            return Prospect.CUTOFF_NOT_PASSED;
        }
        return seeks(student, internship) ? Prospect.CUTOFF_PASSED : Prospect.SEAT_ELSEWHERE;
    }

    /** Whether an eligible student could be given the internship: without a seat, or with one that they keep while they want this more. */
    private boolean seeks(int student, int internship) {
        return byStudent.getOrDefault(student, List.of()).stream()
                .allMatch(seat -> seat.kept() && wantsMoreThan(seat, student, internship));
    }

    private boolean wantsMoreThan(Seat kept, int student, int internship) {
        return ranked.student(student)
                .onlyAbove(kept.pair().internshipId())
                .preferences()
                .ids()
                .contains(ranked.internship(internship).id());
    }
}
