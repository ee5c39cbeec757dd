package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.clearing.StabilityVerifier.Verdict;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.market.Versions;
import dev.talentpipeline.matching.preference.PreferenceTable;
import dev.talentpipeline.matching.preference.RankedMarket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One run of the matcher: from a market to a verified result. A function of its input alone, so the same market gives the same result on
 * whatever machine and in whatever order its facts arrived.
 */
public final class Clearing {

    private final Engine engine;

    public Clearing(Engine engine) {
        this.engine = engine;
    }

    public static Clearing studentOptimal() {
        return new Clearing(DeferredAcceptance::studentOptimal);
    }

    public ClearingResult clear(Market market) {
        RankedMarket ranked = RankedMarket.of(market);
        PreferenceTable table = ranked.preferences();
        int[] freeSeats = ranked.freeSeats();
        Matching matching = engine.match(table, freeSeats);
        Verdict verdict = StabilityVerifier.verify(table, freeSeats, matching);
        List<Match> matches = explained(ranked, table, matching);
        boolean released = verdict.sound() && market.programme().releases();
        return new ClearingResult(
                ranked,
                matches,
                verdict,
                seeking(ranked),
                (int) Arrays.stream(freeSeats).filter(seats -> seats > 0).count(),
                (int) Math.min(
                        Integer.MAX_VALUE,
                        Arrays.stream(freeSeats).asLongStream().sum()),
                Cutoffs.of(ranked, released ? matches : List.of()),
                Hashes.ofInput(ranked),
                Hashes.ofSeed(market.programme().seed()),
                Hashes.ofResult(matches.stream().map(Match::pair).toList()));
    }

    private static int seeking(RankedMarket ranked) {
        int seeking = 0;
        for (int student = 0; student < ranked.students(); student++) {
            if (ranked.seeks(student)) {
                seeking++;
            }
        }
        return seeking;
    }

    private static List<Match> explained(RankedMarket ranked, PreferenceTable table, Matching matching) {
        InternshipRanks ranks = new InternshipRanks(ranked, table, matching);
        List<Match> matches = new ArrayList<>(matching.size());
        for (int pair = 0; pair < matching.size(); pair++) {
            int student = matching.studentAt(pair);
            int internship = matching.internshipAt(pair);
            Student who = ranked.student(student);
            Internship where = ranked.internship(internship);
            matches.add(new Match(
                    new Pair(who.id(), where.id()),
                    new Versions(ranked.market().programme().version(), who.version(), where.version()),
                    ranked.score(student, internship),
                    placeInRow(table, student, internship),
                    ranks.rankOf(internship, ranked.internshipsPriority(student, internship))));
        }
        matches.sort(Comparator.comparing(match -> match.pair().studentId()));
        return matches;
    }

    private static int placeInRow(PreferenceTable table, int student, int internship) {
        int at = table.rowStart(student);
        while (at < table.rowEnd(student) && table.internshipAt(at) != internship) {
            at++;
        }
        return at - table.rowStart(student) + 1;
    }
}
