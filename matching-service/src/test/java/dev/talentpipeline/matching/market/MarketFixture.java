package dev.talentpipeline.matching.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Markets put together from fixtures. */
public final class MarketFixture {

    public static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");

    private ProgrammeFixture programme = ProgrammeFixture.programme();
    private final List<Student> students = new ArrayList<>();
    private final List<Internship> internships = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private final Map<Pair, Apart> apart = new HashMap<>();

    private MarketFixture() {}

    public static MarketFixture market() {
        return new MarketFixture();
    }

    public MarketFixture with(ProgrammeFixture rules) {
        programme = rules;
        return this;
    }

    public MarketFixture with(StudentFixture... added) {
        for (StudentFixture student : added) {
            students.add(student.build());
        }
        return this;
    }

    public MarketFixture with(InternshipFixture... added) {
        for (InternshipFixture internship : added) {
            internships.add(internship.build());
        }
        return this;
    }

    public MarketFixture seated(String student, String internship) {
        seats.add(new Seat("offer-" + seats.size(), new Pair(student, internship)));
        return this;
    }

    /** The same, but the student waits for something better. */
    public MarketFixture kept(String student, String internship) {
        seats.add(new Seat("offer-" + seats.size(), new Pair(student, internship), true));
        return this;
    }

    public MarketFixture apart(String student, String internship, Apart why) {
        apart.put(new Pair(student, internship), why);
        return this;
    }

    public Market build() {
        return new Market(NOW, programme.build(), students, internships, seats, apart);
    }
}
