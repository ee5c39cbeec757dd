package dev.talentpipeline.matching.explanation;

import static java.util.Comparator.comparingInt;

import dev.talentpipeline.matching.preference.RankedMarket;
import dev.talentpipeline.matching.preference.Rule;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How many students of a university look for a seat and have none, by what keeps them from one.
 *
 * @param causes the most frequent first; each student counts once
 */
public record Unmatched(int students, List<Cause> causes) {

    /** What keeps a student from a seat. */
    public sealed interface Why {

        /** The student may have at least one of the openings, and the seats there decide. */
        record Seats(boolean free) implements Why {}

        /** The student may have none of the openings, and this is what most often stands between. */
        record Kept(Rule rule) implements Why {}

        /** No internship takes anybody. */
        record NothingOpen() implements Why {}
    }

    /** A cause, and how many students it concerns. */
    public record Cause(Why why, int students) {}

    private static final int MOST_ASKED = 200;

    private static final Comparator<Map.Entry<Rule, Integer>> MOST_OFTEN = Map.Entry.<Rule, Integer>comparingByValue()
            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()));

    public Unmatched {
        causes = List.copyOf(causes);
    }

    static Unmatched of(RankedMarket ranked, String university) {
        int[] open = IntStream.range(0, ranked.internships())
                .filter(ranked::takesPart)
                .toArray();
        Map<Why, Integer> counts = new HashMap<>();
        int students = 0;
        for (int student = 0; student < ranked.students(); student++) {
            if (ranked.student(student).university().equals(university) && ranked.seeks(student)) {
                students++;
                counts.merge(why(ranked, student, open), 1, Integer::sum);
            }
        }
        return new Unmatched(
                students,
                counts.entrySet().stream()
                        .map(count -> new Cause(count.getKey(), count.getValue()))
                        .sorted(comparingInt(Cause::students)
                                .reversed()
                                .thenComparing(cause -> cause.why().toString()))
                        .toList());
    }

    private static Why why(RankedMarket ranked, int student, int[] open) {
        if (open.length == 0) {
            return new Why.NothingOpen();
        }
        boolean eligible = false;
        for (int internship : open) {
            if (ranked.firstFailing(student, internship) == null) {
                if (ranked.freeSeats(internship) > 0) {
                    return new Why.Seats(true);
                }
                eligible = true;
            }
        }
        return eligible ? new Why.Seats(false) : new Why.Kept(obstacle(ranked, student, open));
    }

    /**
     * The rule that alone keeps the student from the most openings; where none does so alone, the one that fails most often. Of very many
     * openings some are asked, evenly spread: thousands of students are looked at while somebody waits for a page.
     */
    private static Rule obstacle(RankedMarket ranked, int student, int[] open) {
        Map<Rule, Integer> alone = new HashMap<>();
        Map<Rule, Integer> among = new HashMap<>();
        int apart = Math.ceilDiv(open.length, MOST_ASKED);
        for (int at = 0; at < open.length; at += apart) {
            Set<Rule> failing = ranked.failing(student, open[at]);
            failing.forEach(rule -> among.merge(rule, 1, Integer::sum));
            if (failing.size() == 1) {
                alone.merge(failing.iterator().next(), 1, Integer::sum);
            }
        }
        return (alone.isEmpty() ? among : alone)
                .entrySet().stream().max(MOST_OFTEN).orElseThrow().getKey();
    }
}
