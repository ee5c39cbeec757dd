package dev.talentpipeline.matching.explanation;

import dev.talentpipeline.matching.clearing.Cutoffs;
import dev.talentpipeline.matching.explanation.Standing.Eligible;
import dev.talentpipeline.matching.explanation.Standing.Ineligible;
import dev.talentpipeline.matching.explanation.Standing.Verdict;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.preference.RankedMarket;
import dev.talentpipeline.matching.preference.Rule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Answers who stands where with whom, out of one published market. Orders are worked out once, for whoever reads a list part after part. Not for
 * sharing between threads.
 */
public final class Explanations {

    private final PublishedMarket published;
    private final Map<Integer, int[]> choices = new HashMap<>();
    private final Map<Integer, int[]> candidates = new HashMap<>();
    private final Map<Integer, List<SkillGain>> gains = new HashMap<>();

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
            int asking = indexOf(ranked, student);
            int[] page = page(choices.computeIfAbsent(asking, ranked::choicesOf), skip, limit);
            SeatHolders holders = SeatHolders.of(ranked, page);
            return IntStream.range(0, page.length)
                    .mapToObj(at -> standing(
                            ranked, asking, page[at], studentsView(ranked, holders, asking, page[at], skip + at + 1)))
                    .toList();
        });
    }

    /** Where one internship stands with a student, or why it does not. */
    public Standing standingWith(Student student, Internship internship) {
        return published.ask(ranked -> {
            int asking = indexOf(ranked, student);
            int asked = indexOf(ranked, internship);
            Rule failing = ranked.firstFailing(asking, asked);
            Verdict verdict = failing != null
                    ? new Ineligible(failing, ranked.lackingSkills(asking, asked))
                    : studentsView(
                            ranked,
                            SeatHolders.of(ranked, asked),
                            asking,
                            asked,
                            place(ranked.choicesOf(asking), asked));
            return standing(ranked, asking, asked, verdict);
        });
    }

    /** The students whom an internship may have, best first: at most so many after the first so many. */
    public List<Standing> candidates(Internship internship, int skip, int limit) {
        return published.ask(ranked -> {
            int asking = indexOf(ranked, internship);
            int[] page = page(candidates.computeIfAbsent(asking, ranked::candidatesOf), skip, limit);
            SeatHolders holders = SeatHolders.of(ranked, asking);
            return IntStream.range(0, page.length)
                    .mapToObj(at -> standing(
                            ranked,
                            page[at],
                            asking,
                            internshipsView(ranked, holders, page[at], asking, skip + at + 1)))
                    .toList();
        });
    }

    /** The skills that would open the most further seats to a student, best first: at most so many after the first so many. */
    public List<SkillGain> skillGains(Student student, int skip, int limit) {
        return published
                .ask(ranked -> gains.computeIfAbsent(indexOf(ranked, student), asking -> SkillGains.of(ranked, asking)))
                .stream()
                .skip(skip)
                .limit(limit)
                .toList();
    }

    /** Why students of a university have no seat. */
    public Unmatched unmatched(String university) {
        return published.unmatched(university);
    }

    /** What each requirement of an internship costs it in students. */
    public RequirementCosts requirementCosts(Internship internship) {
        return published.ask(ranked -> RequirementCosts.of(ranked, indexOf(ranked, internship)));
    }

    /** What each requirement of an opening would cost it that is not posted yet. */
    public RequirementCosts requirementCostsOfDraft(Internship draft) {
        Market market = published.market();
        Market alone =
                new Market(market.asOf(), market.programme(), market.students(), List.of(draft), List.of(), Map.of());
        return RequirementCosts.ofDraft(RankedMarket.of(alone), 0);
    }

    private static int indexOf(RankedMarket ranked, Student student) {
        return ranked.studentIndex(student.id()).orElseThrow();
    }

    private static int indexOf(RankedMarket ranked, Internship internship) {
        return ranked.internshipIndex(internship.id()).orElseThrow();
    }

    private static int[] page(int[] order, int skip, int limit) {
        return Arrays.stream(order).skip(skip).limit(limit).toArray();
    }

    private Standing standing(RankedMarket ranked, int student, int internship, Verdict verdict) {
        Internship where = ranked.internship(internship);
        return new Standing(
                ranked.student(student),
                where,
                verdict,
                published.cutoff(where.id()).orElse(null));
    }

    private static Eligible studentsView(
            RankedMarket ranked, SeatHolders holders, int student, int internship, int rank) {
        boolean listed = ranked.student(student)
                .preferences()
                .ids()
                .contains(ranked.internship(internship).id());
        return eligible(ranked, holders, student, internship, rank, listed);
    }

    private static Eligible internshipsView(
            RankedMarket ranked, SeatHolders holders, int student, int internship, int rank) {
        boolean listed = ranked.internship(internship)
                .preferences()
                .ids()
                .contains(ranked.student(student).id());
        return eligible(ranked, holders, student, internship, rank, listed);
    }

    private static Eligible eligible(
            RankedMarket ranked, SeatHolders holders, int student, int internship, int rank, boolean listed) {
        return new Eligible(
                rank,
                listed,
                ranked.score(student, internship),
                Cutoffs.priorityOf(ranked, student, internship),
                holders.prospect(student, internship));
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
