package dev.talentpipeline.matching.explanation;

import dev.talentpipeline.matching.clearing.Cutoffs;
import dev.talentpipeline.matching.explanation.Standing.Eligible;
import dev.talentpipeline.matching.explanation.Standing.Ineligible;
import dev.talentpipeline.matching.explanation.Standing.Verdict;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.preference.RankedMarket;
import dev.talentpipeline.matching.preference.Rule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Answers who stands where with whom, out of one published market. */
public final class Explanations {

    private final PublishedMarket published;

    public Explanations(PublishedMarket published) {
        this.published = published;
    }

    public Optional<Student> student(String id) {
        return published.ask(ranked -> boxed(ranked.studentIndex(id)).map(ranked::student));
    }

    public Optional<Internship> internship(String id) {
        return published.ask(ranked -> boxed(ranked.internshipIndex(id)).map(ranked::internship));
    }

    /** The internships that a student may have, best first: at most so many after the first so many. */
    public List<Standing> ranking(Student student, int skip, int limit) {
        return published.ask(ranked -> {
            int asking = ranked.studentIndex(student.id()).orElseThrow();
            int[] choices = ranked.choicesOf(asking);
            return IntStream.range(skip, Math.min(choices.length, skip + limit))
                    .mapToObj(place -> standing(
                            ranked, asking, choices[place], studentsView(ranked, asking, choices[place], place + 1)))
                    .toList();
        });
    }

    /** Where one internship stands with a student, or why it does not. */
    public Standing standingWith(Student student, Internship internship) {
        return published.ask(ranked -> {
            int asking = ranked.studentIndex(student.id()).orElseThrow();
            int asked = ranked.internshipIndex(internship.id()).orElseThrow();
            Rule failing = ranked.firstFailing(asking, asked);
            Verdict verdict = failing != null
                    ? new Ineligible(failing)
                    : studentsView(ranked, asking, asked, place(ranked.choicesOf(asking), asked));
            return standing(ranked, asking, asked, verdict);
        });
    }

    /** The students whom an internship may have, best first: at most so many after the first so many. */
    public List<Standing> candidates(Internship internship, int skip, int limit) {
        return published.ask(ranked -> {
            int asking = ranked.internshipIndex(internship.id()).orElseThrow();
            int[] candidates = ranked.candidatesOf(asking);
            return IntStream.range(skip, Math.min(candidates.length, skip + limit))
                    .mapToObj(place -> standing(
                            ranked,
                            candidates[place],
                            asking,
                            internshipsView(ranked, candidates[place], asking, place + 1)))
                    .toList();
        });
    }

    private Standing standing(RankedMarket ranked, int student, int internship, Verdict verdict) {
        Internship where = ranked.internship(internship);
        return new Standing(
                ranked.student(student),
                where,
                verdict,
                published.cutoff(where.id()).orElse(null));
    }

    private static Eligible studentsView(RankedMarket ranked, int student, int internship, int rank) {
        boolean listed = ranked.student(student)
                .preferences()
                .ids()
                .contains(ranked.internship(internship).id());
        return new Eligible(
                rank, listed, ranked.score(student, internship), Cutoffs.priorityOf(ranked, student, internship));
    }

    private static Eligible internshipsView(RankedMarket ranked, int student, int internship, int rank) {
        boolean listed = ranked.internship(internship)
                .preferences()
                .ids()
                .contains(ranked.student(student).id());
        return new Eligible(
                rank, listed, ranked.score(student, internship), Cutoffs.priorityOf(ranked, student, internship));
    }

    private static int place(int[] order, int wanted) {
        return IntStream.range(0, order.length)
                        .filter(at -> order[at] == wanted)
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    private static Optional<Integer> boxed(OptionalInt index) {
        return index.isPresent() ? Optional.of(index.getAsInt()) : Optional.empty();
    }
}
