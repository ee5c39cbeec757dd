package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.engine.assignment.RollingMarket;
import dev.talentpipeline.matching.engine.columns.Judge;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.retrieval.MutualRanks;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.preference.Score;
import dev.talentpipeline.matching.preference.ScoringPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Explains matched pairs: the parts of their score, and where each side stands with the other. */
final class Matches {

    private final ClearingInput input;
    private final ScoringPolicy policy;
    private final Judge judge;
    private final MutualRanks ranks;

    Matches(RollingMarket market, ClearingInput input, Programme programme) {
        this.input = input;
        policy = ScoringPolicy.of(programme.weights());
        judge = new Judge(market.facts());
        ranks = market.mutualRanks();
    }

    /**
     * The pairs of a matching, by student id.
     *
     * @param matching by slot of the student the slot of the internship
     */
    List<Match> explained(int[] matching) {
        Map<Integer, List<Integer>> byInternship = new LinkedHashMap<>();
        for (int student = 0; student < matching.length; student++) {
            if (matching[student] != Members.NOBODY) {
                byInternship
                        .computeIfAbsent(matching[student], _ -> new ArrayList<>())
                        .add(student);
            }
        }
        List<Match> matches = new ArrayList<>();
        byInternship.forEach((internship, admitted) -> {
            int[] students = admitted.stream().mapToInt(Integer::intValue).toArray();
            int[] places = ranks.ofStudents(students, internship);
            for (int at = 0; at < students.length; at++) {
                matches.add(explained(students[at], internship, places[at]));
            }
        });
        matches.sort(Comparator.comparing(match -> match.pair().studentId()));
        return matches;
    }

    private Match explained(int student, int internship, int internshipRank) {
        Student who = Objects.requireNonNull(input.student(student), "whoever is matched has facts");
        Internship where = Objects.requireNonNull(input.internship(internship), "whatever is matched has facts");
        judge.consider(student);
        Score score = Score.of(who, where, policy, judge.millionths(internship), judge.parts(internship));
        return new Match(
                new Pair(who.id(), where.id()),
                input.versions(who, where),
                score,
                ranks.ofInternship(internship, student),
                internshipRank);
    }
}
