package dev.talentpipeline.matching.engine.assignment;

import dev.talentpipeline.matching.engine.PreferenceTable;
import dev.talentpipeline.matching.engine.RandomMarkets;
import dev.talentpipeline.matching.engine.StableMatchings;
import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.retrieval.OpeningIndex;
import dev.talentpipeline.matching.engine.retrieval.Ranking;
import dev.talentpipeline.matching.engine.verification.StabilityVerifier;
import dev.talentpipeline.matching.engine.verification.Verdict;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.preference.RankedMarket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The properties of the engine in small, as one question: what is the first that does not hold? Loaded anew for every planted bug. */
public final class EngineCheck {

    private EngineCheck() {}

    /** The first property that fails; empty: all hold. */
    public static String firstFailure() {
        for (int seed = 0; seed < 400; seed++) {
            String failure = firstFailure(seed);
            if (!failure.isEmpty()) {
                return failure + " (seed " + seed + ")";
            }
        }
        // Only where skills do not count do bounds equal scores, and ties tell one bug from none.
        for (int seed = 0; seed < 400; seed++) {
            RandomMarkets markets = new RandomMarkets(seed);
            if (!retrievesAsBruteForce(markets.market(3, 100).with(markets.programmeThatIgnoresSkills()))) {
                return "retrieval (seed " + seed + ")";
            }
        }
        return "";
    }

    private static String firstFailure(int seed) {
        RandomLists lists = new RandomLists(seed, 5, 4);
        PreferenceTable listed = PreferenceTable.ofLists(List.of(lists.students()), List.of(lists.internships()));
        List<int[]> stable = StableMatchings.of(listed, lists.seats());
        ListedPairs pairs = ListedPairs.mutual(lists.students(), lists.internships());
        if (!Arrays.equals(
                ListedAcceptance.studentOptimal(pairs, lists.seats()),
                StableMatchings.bestForStudents(listed, stable))) {
            return "student-optimal over lists";
        }
        if (!Arrays.equals(
                ListedAcceptance.internshipOptimal(pairs, lists.seats()),
                StableMatchings.worstForStudents(listed, stable))) {
            return "internship-optimal over lists";
        }
        if (!retrievesAsBruteForce(new RandomMarkets(seed).market(3, 40))) {
            return "retrieval";
        }
        // Only long rows of the index are divided.
        if (seed % 10 == 0 && !retrievesAsBruteForce(new RandomMarkets(seed).market(6, 1_500))) {
            return "retrieval among many";
        }
        Market market = new RandomMarkets(seed).market(60, 25);
        RankedMarket named = RankedMarket.of(market, RandomMarkets.BY_FIRST_LETTERS);
        RollingMarket cleared = RollingMarket.of(market, RandomMarkets.BY_FIRST_LETTERS, 1);
        if (!StableMatchings.isStable(PreferenceTable.of(named), named.freeSeats(), Matchings.of(cleared, named))) {
            return "clearing";
        }
        if (!verifiesAsBruteForce(market, named, cleared, seed)) {
            return "verification";
        }
        EventSequence events = new EventSequence(seed);
        for (int step = 0; step < 20; step++) {
            String event = events.next();
            RankedMarket now = RankedMarket.of(events.market(), RandomMarkets.BY_FIRST_LETTERS);
            if (!StableMatchings.isStable(
                    PreferenceTable.of(now), now.freeSeats(), Matchings.of(events.rolling(), now))) {
                return "event: " + event;
            }
        }
        return "";
    }

    /** Spoils a stable matching here and there and asks the verifier what is wrong with it. */
    private static boolean verifiesAsBruteForce(Market market, RankedMarket named, RollingMarket cleared, int seed) {
        int[] matching = Matchings.of(cleared, named);
        Random random = new Random(~seed);
        for (int spoilt = 0; spoilt <= 8; spoilt++) {
            Verdict expected = StableMatchings.faults(PreferenceTable.of(named), named.freeSeats(), matching);
            int[] bySlot = Matchings.bySlot(cleared.facts(), named, matching);
            if (!StabilityVerifier.verify(cleared.facts(), market.seats(), bySlot, 1)
                    .equals(expected)) {
                return false;
            }
            matching[random.nextInt(matching.length)] = StableMatchings.NOTHING;
        }
        return true;
    }

    private static boolean retrievesAsBruteForce(Market market) {
        RankedMarket named = RankedMarket.of(market, RandomMarkets.BY_FIRST_LETTERS);
        FlatMarket flat = new FlatMarket(market.programme(), market.asOf(), RandomMarkets.BY_FIRST_LETTERS);
        market.internships().forEach(flat::put);
        market.students().forEach(flat::put);
        market.apart()
                .keySet()
                .forEach(pair ->
                        flat.keepApart(flat.enrolStudent(pair.studentId()), flat.enrolInternship(pair.internshipId())));
        OpeningIndex index = OpeningIndex.of(flat);
        for (int student = 0; student < named.students(); student++) {
            Ranking ranking = new Ranking(
                    flat, index, flat.students().slotOf(named.student(student).id()));
            List<String> found = new ArrayList<>();
            for (int next = ranking.next();
                    next != Members.NOBODY
                            && found.size() <= market.internships().size();
                    next = ranking.next()) {
                found.add(flat.internships().id(next));
            }
            List<String> expected = Arrays.stream(named.choicesOf(student))
                    .mapToObj(internship -> named.internship(internship).id())
                    .toList();
            if (!found.equals(expected)) {
                return false;
            }
        }
        return true;
    }
}
