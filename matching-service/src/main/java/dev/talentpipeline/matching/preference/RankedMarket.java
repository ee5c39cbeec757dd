package dev.talentpipeline.matching.preference;

import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.Seat;
import dev.talentpipeline.matching.market.Student;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A market in which every pair can be judged: may the two meet, how well do they suit each other, where does each stand with the
 * other. Students and internships go by index here. Judging keeps scratch space, so one instance serves one thread at a time.
 */
public final class RankedMarket {

    /** The index of whoever is not in the market. */
    public static final int NOBODY = -1;

    private final Market market;
    private final Preparation prepared;
    private final Scoring scoring;
    private final boolean[] holdsSeat;
    private final int[] taken;

    private RankedMarket(Market market, TopicAlignment alignment) {
        this.market = market;
        prepared = new Preparation(market);
        scoring = new Scoring(
                ScoringPolicy.of(market.programme().weights()), prepared.topics(alignment), prepared.skillWeights);
        holdsSeat = new boolean[prepared.candidates.length];
        taken = new int[prepared.openings.length];
        for (Seat seat : market.seats()) {
            studentIndex(seat.pair().studentId()).ifPresent(student -> holdsSeat[student] |= !seat.kept());
            internshipIndex(seat.pair().internshipId()).ifPresent(internship -> taken[internship]++);
        }
    }

    public static RankedMarket of(Market market) {
        return of(market, new SharedTerms());
    }

    public static RankedMarket of(Market market, TopicAlignment alignment) {
        return new RankedMarket(market, alignment);
    }

    public Market market() {
        return market;
    }

    public int students() {
        return prepared.candidates.length;
    }

    public int internships() {
        return prepared.openings.length;
    }

    public Student student(int student) {
        return prepared.candidates[student].facts();
    }

    public Internship internship(int internship) {
        return prepared.openings[internship].facts();
    }

    public OptionalInt studentIndex(String id) {
        return found(prepared.studentIndexes.get(id));
    }

    public OptionalInt internshipIndex(String id) {
        return found(prepared.internshipIndexes.get(id));
    }

    private static OptionalInt found(@Nullable Integer index) {
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** The student's lottery number, to be compared as unsigned. */
    public long lotteryNumber(int student) {
        return prepared.lotteryNumbers[student];
    }

    /** The first rule that keeps the two from meeting; null: they may. */
    public @Nullable Rule firstFailing(int student, int internship) {
        return Eligibility.firstFailing(prepared.candidates[student], prepared.openings[internship]);
    }

    /** All rules that keep the two from meeting, in their order; none: they may. */
    public Set<Rule> failing(int student, int internship) {
        return Eligibility.failing(prepared.candidates[student], prepared.openings[internship]);
    }

    /** The required skills that the student has not, or at too low a level, by name. */
    public List<RequiredSkill> lackingSkills(int student, int internship) {
        Candidate candidate = prepared.candidates[student];
        Opening opening = prepared.openings[internship];
        List<RequiredSkill> lacking = new ArrayList<>();
        for (int place = Eligibility.nextLacking(candidate, opening, 0);
                place != Eligibility.NONE;
                place = Eligibility.nextLacking(candidate, opening, place + 1)) {
            lacking.add(new RequiredSkill(
                    prepared.skillName(opening.requiredSkills()[place]), opening.requiredLevels()[place]));
        }
        return lacking;
    }

    public Score score(int student, int internship) {
        return scoring.score(prepared.candidates[student], prepared.openings[internship]);
    }

    /** What the internship thinks of the student; to be asked of eligible pairs. */
    public long internshipsPriority(int student, int internship) {
        return internshipsPriority(student, internship, millionths(student, internship));
    }

    private long internshipsPriority(int student, int internship, int millionths) {
        int place = prepared.openings[internship].listed().placeOf(student);
        return place == ListPlaces.NOT_LISTED ? Priority.scored(millionths, student) : Priority.listed(place, student);
    }

    private long studentsPriority(int student, int internship, int millionths) {
        int place = prepared.candidates[student].listed().placeOf(internship);
        return place == ListPlaces.NOT_LISTED
                ? Priority.scored(millionths, internship)
                : Priority.listed(place, internship);
    }

    private int millionths(int student, int internship) {
        return scoring.millionths(prepared.candidates[student], prepared.openings[internship]);
    }

    /** Whether a student takes part in clearings: in the market with consent, and without a seat. */
    public boolean seeks(int student) {
        Candidate candidate = prepared.candidates[student];
        return candidate.active() && candidate.takesPart() && candidate.facts().consent() && !holdsSeat[student];
    }

    /** Whether an internship takes part in clearings: in the market, whether or not it has a free seat. */
    public boolean takesPart(int internship) {
        Opening opening = prepared.openings[internship];
        return opening.open() && opening.takesPart();
    }

    /** For every internship the seats that a clearing may fill: none of one that takes no part, and never fewer than none. */
    public int[] freeSeats() {
        return IntStream.range(0, internships()).map(this::freeSeats).toArray();
    }

    /** The seats of one internship that a clearing may fill. */
    public int freeSeats(int internship) {
        return takesPart(internship) ? Math.max(0, internship(internship).seats() - taken[internship]) : 0;
    }

    /** All eligible internships, in the student's order. */
    public int[] choicesOf(int student) {
        long[] order = new long[internships()];
        int size = 0;
        for (int internship = 0; internship < internships(); internship++) {
            if (firstFailing(student, internship) == null) {
                order[size++] = studentsPriority(student, internship, millionths(student, internship));
            }
        }
        Arrays.sort(order, 0, size);
        return indexes(order, size);
    }

    /** All eligible students, in the internship's order. */
    public int[] candidatesOf(int internship) {
        long[] order = new long[students()];
        int size = 0;
        for (int student = 0; student < order.length; student++) {
            if (firstFailing(student, internship) == null) {
                order[size++] = internshipsPriority(student, internship);
            }
        }
        Arrays.sort(order, 0, size);
        return indexes(order, size);
    }

    private static int[] indexes(long[] order, int size) {
        return Arrays.stream(order, 0, size).mapToInt(Priority::index).toArray();
    }
}
