package dev.talentpipeline.matching.engine.assignment;

import dev.talentpipeline.matching.engine.RandomMarkets;
import dev.talentpipeline.matching.market.Apart;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.market.Seat;
import dev.talentpipeline.matching.market.Student;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Random events of every kind, put both into a rolling market and into plain collections, from which the market can be built anew. */
final class EventSequence {

    private static final int STUDENTS = 8;
    private static final int INTERNSHIPS = 6;

    private final RandomMarkets markets;
    private final Random random;
    /** Whether what is rare matters: then every change of the openings may change all scores, otherwise none does. */
    private final boolean weighsSkills;

    private final Programme programme;
    private final Map<String, Student> students = new HashMap<>();
    private final Map<String, Internship> internships = new HashMap<>();
    private final Map<Pair, Apart> apart = new HashMap<>();
    private final List<Pair> bound = new ArrayList<>();
    private final RollingMarket rolling;

    EventSequence(long seed) {
        markets = new RandomMarkets(seed);
        random = new Random(~seed * 0x9E3779B97F4A7C15L);
        weighsSkills = random.nextBoolean();
        programme = weighsSkills ? markets.programme() : markets.programmeThatIgnoresSkills();
        rolling = RollingMarket.of(market(), RandomMarkets.BY_FIRST_LETTERS, 1);
        for (int number = 0; number < INTERNSHIPS; number++) {
            put(markets.internship(number, STUDENTS));
        }
        for (int number = 0; number < STUDENTS; number++) {
            put(markets.student(number, INTERNSHIPS));
        }
    }

    RollingMarket rolling() {
        return rolling;
    }

    Market market() {
        List<Seat> seats =
                bound.stream().map(pair -> new Seat("offer-" + pair, pair)).toList();
        return new Market(
                RandomMarkets.NOW,
                programme,
                List.copyOf(students.values()),
                List.copyOf(internships.values()),
                seats,
                apart);
    }

    /** Lets one event happen; says which. */
    String next() {
        String event = happening();
        if (weighsSkills) {
            rolling.adoptRarity();
        }
        return event;
    }

    private String happening() {
        int kind = random.nextInt(10);
        return switch (kind) {
            case 0, 1 -> put(markets.student(random.nextInt(STUDENTS), INTERNSHIPS));
            case 2 -> put(markets.internship(random.nextInt(INTERNSHIPS), STUDENTS));
            case 3 -> changeSeats();
            case 4 -> erase();
            case 5, 6 -> bindMatched();
            case 7 -> bound.isEmpty() ? bindAny() : free(random.nextBoolean());
            case 8 -> keepApart(anyPair());
            default -> apart.isEmpty() ? bindAny() : bringTogether();
        };
    }

    private String put(Student student) {
        students.put(student.id(), student);
        rolling.put(student);
        return "student " + student.id();
    }

    private String put(Internship internship) {
        internships.put(internship.id(), internship);
        rolling.put(internship);
        return "internship " + internship.id();
    }

    private String changeSeats() {
        Internship old = internships.get(RandomMarkets.internshipId(random.nextInt(INTERNSHIPS)));
        if (old == null) {
            return "nothing";
        }
        int seats = random.nextInt(1, 5);
        put(withSeats(old, seats));
        return "seats of " + old.id() + ": " + seats;
    }

    private static Internship withSeats(Internship old, int seats) {
        return new Internship(
                old.id(),
                old.version() + 1,
                old.state(),
                old.company(),
                old.title(),
                old.occupation(),
                old.region(),
                old.remote(),
                old.startsOn(),
                old.weeks(),
                old.daysPerWeek(),
                old.stipend(),
                seats,
                old.minimumDegree(),
                old.majors(),
                old.requiredSkills(),
                old.preferredSkills(),
                old.researchTopics(),
                old.preferences(),
                old.excluded(),
                old.applyBy());
    }

    private String erase() {
        if (random.nextBoolean()) {
            String id = RandomMarkets.studentId(random.nextInt(STUDENTS));
            students.remove(id);
            rolling.eraseStudent(id);
            return "erased " + id;
        }
        String id = RandomMarkets.internshipId(random.nextInt(INTERNSHIPS));
        internships.remove(id);
        rolling.eraseInternship(id);
        return "erased " + id;
    }

    private String bindMatched() {
        List<Pair> matched = new ArrayList<>();
        rolling.forEachPair((student, internship) -> matched.add(new Pair(student, internship)));
        return matched.isEmpty() ? "nothing" : bind(matched.get(random.nextInt(matched.size())));
    }

    /** An offer that the market did not propose comes to bind, such as one from before a restart. */
    private String bindAny() {
        Pair pair = anyPair();
        return bound.stream().anyMatch(held -> held.studentId().equals(pair.studentId())) ? "nothing" : bind(pair);
    }

    private String bind(Pair pair) {
        bound.add(pair);
        rolling.bind(pair);
        return "bound " + pair;
    }

    private String free(boolean barred) {
        Pair pair = bound.remove(random.nextInt(bound.size()));
        if (barred) {
            keepApart(pair);
        }
        rolling.free(pair);
        return (barred ? "declined " : "freed ") + pair;
    }

    private String keepApart(Pair pair) {
        apart.put(pair, Apart.BARRED);
        rolling.keepApart(pair);
        return "kept apart " + pair;
    }

    private String bringTogether() {
        Pair pair = apart.keySet().stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .findFirst()
                .orElseThrow();
        apart.remove(pair);
        rolling.bringTogether(pair);
        return "brought together " + pair;
    }

    private Pair anyPair() {
        return new Pair(
                RandomMarkets.studentId(random.nextInt(STUDENTS)),
                RandomMarkets.internshipId(random.nextInt(INTERNSHIPS)));
    }

    /** The students with a bound seat. */
    Set<String> boundStudents() {
        return bound.stream().map(Pair::studentId).collect(Collectors.toSet());
    }
}
