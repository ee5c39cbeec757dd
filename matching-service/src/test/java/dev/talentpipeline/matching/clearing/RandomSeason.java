package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.engine.RandomMarkets;
import dev.talentpipeline.matching.market.Change;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.LiveMarket;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.Offer;
import dev.talentpipeline.matching.market.Seat;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.market.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A programme to which everything happens that can: members come, change and go, and offers meet every fate. A seed gives one season. */
final class RandomSeason {

    private static final int STUDENTS = 12;
    private static final int INTERNSHIPS = 7;

    private final RandomMarkets markets;
    private final Random random;
    private final List<Change> changes = new ArrayList<>();
    private final LiveMarket live = new LiveMarket(changes::add);
    /** Offers that are not over, by id. */
    private final Map<String, Offer> open = new LinkedHashMap<>();

    private Instant now = RandomMarkets.NOW;
    private long version = 1;
    private int offers;

    RandomSeason(long seed) {
        markets = new RandomMarkets(seed);
        random = new Random(~seed * 0x9E3779B97F4A7C15L);
        live.put(markets.programme());
        for (int number = 0; number < INTERNSHIPS; number++) {
            live.put(newer(markets.internship(number, STUDENTS)));
        }
        for (int number = 0; number < STUDENTS; number++) {
            live.put(newer(markets.student(number, INTERNSHIPS)));
        }
        changes.clear();
    }

    Instant now() {
        return now;
    }

    Market market() {
        return live.at(now).orElseThrow();
    }

    /** Lets a few things happen; gives what became different. */
    List<Change> happen() {
        for (int count = random.nextInt(4); count >= 0; count--) {
            happenOnce();
        }
        now = now.plusMillis(random.nextInt(900));
        List<Change> happened = List.copyOf(changes);
        changes.clear();
        return happened;
    }

    private void happenOnce() {
        switch (random.nextInt(10)) {
            case 0, 1 -> live.put(newer(markets.student(random.nextInt(STUDENTS), INTERNSHIPS)));
            case 2 -> live.put(newer(markets.internship(random.nextInt(INTERNSHIPS), STUDENTS)));
            case 3 -> live.erase(LiveMarket.Kind.STUDENT, RandomMarkets.studentId(random.nextInt(STUDENTS)));
            case 4 -> live.erase(LiveMarket.Kind.INTERNSHIP, RandomMarkets.internshipId(random.nextInt(INTERNSHIPS)));
            case 5 -> live.leaveOut(LiveMarket.Kind.STUDENT, RandomMarkets.studentId(random.nextInt(STUDENTS)));
            default -> answer();
        }
    }

    private void answer() {
        if (open.isEmpty()) {
            return;
        }
        Offer offer = List.copyOf(open.values()).get(random.nextInt(open.size()));
        Offer.State[] states = Offer.State.values();
        Offer next = new Offer(
                offer.id(),
                offer.version() + 1,
                states[random.nextInt(states.length)],
                random.nextBoolean() ? "STALE" : "NO_SEAT",
                offer.pair(),
                new Versions(1, version - random.nextInt(3), version - random.nextInt(3)));
        live.put(next);
        switch (next.state()) {
            case AWAITING_APPROVAL, EXTENDED, KEPT, ACCEPTED, CONFIRMED -> open.put(next.id(), next);
            default -> open.remove(next.id());
        }
    }

    /** Releases what a clearing matched, most of the time. */
    void release(ClearingResult result) {
        for (Match match : result.matches()) {
            if (random.nextInt(5) > 0) {
                String id = "offer-" + offers++;
                live.reserve(new Seat(id, match.pair()));
                open.put(id, new Offer(id, 0, Offer.State.EXTENDED, null, match.pair(), match.versions()));
            }
        }
    }

    void closeAllAt(Instant over) {
        for (int number = 0; number < INTERNSHIPS; number++) {
            live.put(newer(markets.internship(number, STUDENTS), over));
        }
    }

    private Student newer(Student facts) {
        return new Student(
                facts.id(),
                ++version,
                facts.state(),
                facts.personId(),
                facts.university(),
                facts.degree(),
                facts.major(),
                facts.skills(),
                facts.occupations(),
                facts.researchTopics(),
                facts.regions(),
                facts.remote(),
                facts.availableFrom(),
                facts.availableUntil(),
                facts.daysPerWeek(),
                facts.minimumStipend(),
                facts.preferences(),
                facts.consent());
    }

    private Internship newer(Internship facts) {
        Instant applyBy = facts.applyBy();
        return newer(facts, applyBy == null ? null : now.plusMillis(random.nextInt(3_000)));
    }

    private Internship newer(Internship facts, @Nullable Instant applyBy) {
        return new Internship(
                facts.id(),
                ++version,
                facts.state(),
                facts.company(),
                facts.title(),
                facts.occupation(),
                facts.region(),
                facts.remote(),
                facts.startsOn(),
                facts.weeks(),
                facts.daysPerWeek(),
                facts.stipend(),
                facts.seats(),
                facts.minimumDegree(),
                facts.majors(),
                facts.requiredSkills(),
                facts.preferredSkills(),
                facts.researchTopics(),
                facts.preferences(),
                facts.excluded(),
                applyBy);
    }
}
