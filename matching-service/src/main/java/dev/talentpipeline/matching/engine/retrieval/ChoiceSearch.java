package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.Ceilings;
import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.Judge;
import dev.talentpipeline.matching.engine.columns.PlaceList;
import dev.talentpipeline.matching.engine.columns.Prospect;
import dev.talentpipeline.matching.engine.columns.Standing;
import java.util.Arrays;

/**
 * Finds a student's next choices: the exact first ones of all internships that they may have, in their order, after a given one. The rows
 * of the index fall into segments with one upper bound of the score each; the segments are read in the order of their bounds, until no
 * further one can hold anything better than what was found. (The idea of the threshold algorithm of R. Fagin, A. Lotem and M. Naor,
 * Optimal aggregation algorithms for middleware, 2003.)
 *
 * <p>Keeps scratch space, so one instance serves one thread.
 */
public final class ChoiceSearch {

    private final FlatMarket market;
    private final Judge judge;
    private final Prospect prospect;
    private final Segments segments;
    private final Best best;

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
        judge = new Judge(market);
        prospect = new Prospect(market, judge);
        segments = new Segments(index, judge, prospect);
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
        prospect.consider();
        segments.collect();
        for (int place = 0; place < segments.size(); place++) {
            // An equal bound may still win by the lottery.
            if (segments.regardAt(place) > best.regardLimit()) {
                break;
            }
            read(segments.at(place));
        }
        best.sort();
        for (int at = 0; at < best.size(); at++) {
            take(best.memberAt(at), best.standingAt(at), best.regardAt(at));
        }
    }

    private void read(int segment) {
        OpeningRow row = segments.row(segment);
        int skill = segments.skill(segment);
        boolean rest = segments.isRest(segment);
        boolean elsewhere = segments.isElsewhereOnly(segment);
        int location = segments.location(segment);
        long offered = skill == Segments.NO_SKILL ? brief : Brief.withLevel(brief, judge.levelAt(judge.skillAt(skill)));
        for (int at = segments.from(segment); at < segments.to(segment); at++) {
            long demanded = row.briefAt(at);
            if (!Brief.maySuit(offered, demanded)) {
                continue;
            }
            boolean interested = prospect.isInterestedIn(row.occupationAt(at));
            if (interested && rest) {
                continue;
            }
            int lack = skill == Segments.NO_SKILL ? 0 : prospect.lack(skill, Brief.level(demanded));
            int research = row.hasTopics(at) ? prospect.research() : 0;
            int others = row.worthAt(at)
                    + location
                    + prospect.occupation(interested)
                    + prospect.dates(Brief.earliestDay(demanded));
            int regard = Ceilings.regard(others + research - lack * row.lossUnitAt(at));
            int opening = row.openingAt(at);
            if (regard <= best.regardLimit()
                    && regard <= admission.regardLimit(opening)
                    && !(elsewhere && judge.regionSuits(row.regionAt(at)))) {
                weigh(row, at, others);
            }
        }
    }

    /** Works out a narrower bound from all skills, then from the topics, before an opening is looked at in full. */
    private void weigh(OpeningRow row, int at, int others) {
        int opening = row.openingAt(at);
        int lack = prospect.lack(row.facets(), row.facetsAt(at));
        if (lack == Prospect.IMPOSSIBLE) {
            return;
        }
        int limit = Math.min(best.regardLimit(), admission.regardLimit(opening));
        int withoutResearch = others - lack * row.lossUnitAt(at);
        int research = row.hasTopics(at) ? prospect.research() : 0;
        if (Ceilings.regard(withoutResearch + research) > limit) {
            return;
        }
        if (research > 0
                && Ceilings.regard(withoutResearch + prospect.research(row.facets(), row.facetsAt(at))) > limit) {
            return;
        }
        consider(opening);
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
}
