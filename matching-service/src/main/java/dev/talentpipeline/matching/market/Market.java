package dev.talentpipeline.matching.market;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A programme at one moment: who is in it, which seats are taken, which pairs are kept apart. Immutable, so it may be read by any
 * thread.
 *
 * @param asOf the moment; decides which openings still take part
 * @param students everyone known, whatever their state, in no particular order
 * @param internships every one known, whatever its state, in no particular order
 * @param seats the seats that are reserved or bound
 */
public record Market(
        Instant asOf,
        Programme programme,
        List<Student> students,
        List<Internship> internships,
        List<Seat> seats,
        Map<Pair, Apart> apart) {

    public Market {
        students = List.copyOf(students);
        internships = List.copyOf(internships);
        seats = List.copyOf(seats);
        apart = Map.copyOf(apart);
    }

    /** The same members under other rules. */
    public Market with(Programme rules) {
        return new Market(asOf, rules, students, internships, seats, apart);
    }
}
