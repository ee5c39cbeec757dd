package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.Judge;
import dev.talentpipeline.matching.engine.columns.PlaceList;
import dev.talentpipeline.matching.engine.columns.Standing;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds a student's next choices: the exact first ones of all internships that they may have, in their order, after a given one. The rows
 * of the index fall into segments with one upper bound of the score each; the segments are read in the order of their bounds, until no
 * further one can hold anything better than what was found. (The idea of the threshold algorithm of R. Fagin, A. Lotem and M. Naor,
 * Optimal aggregation algorithms for middleware, 2003.)
 *
 * <p>Keeps scratch space, so one instance serves one thread.
 */
public final class ChoiceSearch {

    private static final int REST = -1;

    private final FlatMarket market;
    private final OpeningIndex index;
    private final Judge judge;
    private final Best best;

    private OpeningRow[] segmentRows = new OpeningRow[64];
    /** Where a segment begins in its row; {@link #REST}: all of the row but the occupations of interest. */
    private int[] segmentFrom = new int[64];

    private int[] segmentTo = new int[64];
    /** The key skill of a segment's row, -1: none. */
    private int[] segmentSkill = new int[64];
    /** How well the place suits. */
    private double[] segmentLocation = new double[64];
    /** What is missing from the best score at the bound, then the number of the segment. */
    private long[] segmentOrder = new long[64];

    private int segments;

    private int[] found = new int[16];
    private long[] standings = new long[16];
    private int[] regards = new int[16];
    private int size;

    private int student;
    private long brief;
    private long afterStanding;
    private int afterInternship;
    private Admission admission = Admission.ANY;

    public ChoiceSearch(FlatMarket market, OpeningIndex index) {
        this.market = market;
        this.index = index;
        judge = new Judge(market);
        best = new Best(market.internships());
    }

    /**
     * Finds the next choices; gives how many, fewer than wanted only if there are no more.
     *
     * @param after standing of the choice after which to go on, {@link Standing#FIRST} to begin
     * @param afterWhich the internship of that choice
     * @param asked leaves out internships that would not take the student
     */
    public int find(int who, int wanted, long after, int afterWhich, Admission asked) {
        student = who;
        afterStanding = after;
        afterInternship = afterWhich;
        admission = asked;
        size = 0;
        judge.consider(who);
        if (!judge.seeks()) {
            return 0;
        }
        brief = Brief.ofStudent(market.studentData(), market.studentAt(who));
        findListed(wanted);
        if (size < wanted && !judge.acceptsOnlyListed()) {
            findScored(wanted - size);
        }
        return size;
    }

    public int internshipAt(int at) {
        return found[at];
    }

    /** Where the found internship stands with the student. */
    public long standingAt(int at) {
        return standings[at];
    }

    /** What the found internship thinks of the student. */
    public int regardAt(int at) {
        return regards[at];
    }

    private void findListed(int wanted) {
        PlaceList list = market.listOfStudent(student);
        int from = afterStanding == Standing.FIRST ? 0 : Standing.regard(afterStanding) + 1;
        for (int place = from; place < list.size() && size < wanted; place++) {
            int internship = list.slotAt(place);
            if (judge.mayMeet(internship)) {
                int regard = judge.internshipsRegard(internship, judge.millionths(internship));
                if (admission.wouldTake(internship, student, regard)) {
                    take(internship, Standing.of(place, market.internships().number(internship)), regard);
                }
            }
        }
    }

    private void take(int internship, long standing, int regard) {
        if (size == found.length) {
            found = Arrays.copyOf(found, size * 2);
            standings = Arrays.copyOf(standings, size * 2);
            regards = Arrays.copyOf(regards, size * 2);
        }
        found[size] = internship;
        standings[size] = standing;
        regards[size++] = regard;
    }

    private void findScored(int wanted) {
        best.start(wanted);
        collectSegments();
        Arrays.sort(segmentOrder, 0, segments);
        for (int at = 0; at < segments; at++) {
            // An equal bound may still win by the lottery.
            if ((int) (segmentOrder[at] >>> 32) > best.regardLimit()) {
                break;
            }
            read((int) segmentOrder[at], (int) (segmentOrder[at] >>> 32));
        }
        best.sort();
        for (int at = 0; at < best.size(); at++) {
            take(best.memberAt(at), best.standingAt(at), best.regardAt(at));
        }
    }

    private void read(int segment, int segmentBound) {
        OpeningRow row = segmentRows[segment];
        int from = segmentFrom[segment];
        boolean rest = from == REST;
        int skill = segmentSkill[segment];
        double location = segmentLocation[segment];
        for (int at = rest ? 0 : from; at < segmentTo[segment]; at++) {
            if (!Brief.maySuit(brief, row.briefAt(at)) || (rest && judge.isInterestedIn(row.occupationAt(at)))) {
                continue;
            }
            int opening = row.openingAt(at);
            int limit = admission.regardLimit(opening);
            if (segmentBound > limit) {
                continue;
            }
            int bound = bound(row, at, skill, location, !rest);
            if (bound <= limit && bound <= best.regardLimit()) {
                consider(opening);
            }
        }
    }

    private int bound(OpeningRow row, int at, int skill, double location, boolean interested) {
        long theirs = row.briefAt(at);
        return Standing.scored(judge.millionthsMax(
                judge.skillsMax(skill, row.shareAt(at)),
                interested,
                judge.researchMax(row.hasTopics(at)),
                location,
                Brief.earliestDay(theirs),
                Brief.highestStipend(theirs)));
    }

    private void consider(int internship) {
        if (!judge.mayMeet(internship)) {
            return;
        }
        int millionths = judge.millionths(internship);
        int regard = judge.studentsRegard(internship, millionths);
        if (Standing.isListed(regard) || regard > best.regardLimit()) {
            return;
        }
        long standing = Standing.of(regard, market.internships().number(internship));
        if (!Standing.before(afterStanding, afterInternship, standing, internship, market.internships())) {
            return;
        }
        int regardOfStudent = judge.internshipsRegard(internship, millionths);
        if (admission.wouldTake(internship, student, regardOfStudent)) {
            best.offer(standing, internship, regardOfStudent);
        }
    }

    private void collectSegments() {
        segments = 0;
        if (judge.regionCount() == 0) {
            for (int region = 0; region < market.regions(); region++) {
                collectRegion(region);
            }
        }
        for (int place = 0; place < judge.regionCount(); place++) {
            int region = judge.regionAt(place);
            if (firstPlaceOf(region) == place) {
                collectRegion(region);
            }
        }
        if (judge.worksRemotely()) {
            collectPlace(OpeningIndex.place(-1, true), -1);
            for (int region = 0; judge.regionCount() > 0 && region < market.regions(); region++) {
                if (firstPlaceOf(region) < 0) {
                    collectPlace(OpeningIndex.place(region, true), region);
                }
            }
        }
    }

    private int firstPlaceOf(int region) {
        for (int place = 0; place < judge.regionCount(); place++) {
            if (judge.regionAt(place) == region) {
                return place;
            }
        }
        return -1;
    }

    private void collectRegion(int region) {
        collectPlace(OpeningIndex.place(region, false), region);
        collectPlace(OpeningIndex.place(region, true), region);
    }

    private void collectPlace(int place, int region) {
        double location = judge.locationPart(region);
        collectRow(index.row(place, OpeningIndex.NO_KEY), -1, location);
        for (int at = 0; at < judge.skillCount(); at++) {
            int skill = judge.skillAt(at);
            collectRow(index.row(place, skill + 1), skill, location);
        }
    }

    private void collectRow(@Nullable OpeningRow row, int skill, double location) {
        if (row == null || row.size() == 0) {
            return;
        }
        if (judge.occupationCount() > 0) {
            for (int place = 0; place < judge.occupationCount(); place++) {
                int occupation = judge.occupationAt(place);
                int from = row.from(occupation);
                if (from < row.size() && row.occupationAt(from) == occupation && isFirst(occupation, place)) {
                    addSegment(row, from, row.from(occupation + 1), skill, location);
                }
            }
        }
        addSegment(row, REST, row.size(), skill, location);
    }

    private boolean isFirst(int occupation, int place) {
        for (int earlier = 0; earlier < place; earlier++) {
            if (judge.occupationAt(earlier) == occupation) {
                return false;
            }
        }
        return true;
    }

    private void addSegment(OpeningRow row, int from, int to, int skill, double location) {
        if (segments == segmentFrom.length) {
            segmentRows = Arrays.copyOf(segmentRows, segments * 2);
            segmentFrom = Arrays.copyOf(segmentFrom, segments * 2);
            segmentTo = Arrays.copyOf(segmentTo, segments * 2);
            segmentSkill = Arrays.copyOf(segmentSkill, segments * 2);
            segmentLocation = Arrays.copyOf(segmentLocation, segments * 2);
            segmentOrder = Arrays.copyOf(segmentOrder, segments * 2);
        }
        segmentRows[segments] = row;
        segmentFrom[segments] = from;
        segmentTo[segments] = to;
        segmentSkill[segments] = skill;
        segmentLocation[segments] = location;
        segmentOrder[segments] = (long) bound(row, from != REST, skill, location) << 32 | segments;
        segments++;
    }

    /** What the student thinks at best of an opening of a row. */
    private int bound(OpeningRow row, boolean interested, int skill, double location) {
        double researchMax = Math.max(judge.researchMax(true), judge.researchMax(false));
        return Standing.scored(judge.millionthsMax(
                judge.skillsMax(skill, row.shareMin()),
                interested,
                researchMax,
                location,
                Integer.MIN_VALUE / 4,
                row.stipendMax()));
    }
}
