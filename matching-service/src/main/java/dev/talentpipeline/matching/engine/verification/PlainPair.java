package dev.talentpipeline.matching.engine.verification;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.columns.PlaceList;
import dev.talentpipeline.matching.engine.columns.StudentRow;
import java.util.HashSet;
import java.util.Set;

/**
 * Rules and score of one student's pairs, read plainly from the facts, a second time and apart from the engine's own way of judging. One
 * instance serves one thread.
 */
final class PlainPair {

    private static final double REMOTELY = 0.5;

    private final FlatMarket facts;
    private final int[] s;
    /** By skill, in halves. */
    private final int[] weights;
    /** The student's levels by skill, 0: none. */
    private final int[] levels;

    private int student = Members.NOBODY;
    private int who;

    PlainPair(FlatMarket facts, int[] weights) {
        this.facts = facts;
        this.weights = weights;
        s = facts.studentData();
        levels = new int[facts.skills()];
    }

    /** Turns to a student; whether there are facts about them. */
    boolean turnTo(int other) {
        setLevels(false);
        student = other;
        who = facts.studentAt(other);
        setLevels(true);
        return who != 0;
    }

    private void setLevels(boolean known) {
        if (who == 0) {
            return;
        }
        int from = who + StudentRow.WORDS;
        for (int word = from; word < from + (s[who + StudentRow.SKILLS_OCCUPATIONS] >>> 16); word++) {
            levels[s[word] >> 3] = known ? s[word] & 7 : 0;
        }
    }

    /** Whether the two may meet. The row of the internship begins in {@code i} at {@code what}. */
    boolean mayMeet(int internship, int[] i, int what) {
        int traits = s[who + StudentRow.TRAITS];
        int demands = i[what + InternshipRow.TRAITS];
        boolean remotely = (traits & demands & StudentRow.REMOTE) != 0;
        return (traits & StudentRow.SEEKING) != 0
                && (demands & InternshipRow.OPEN) != 0
                && (traits & 0b11) >= (demands & 0b11)
                && (traits & 0b11100) >= (demands & 0b11100)
                && i[what + InternshipRow.STIPEND] >= s[who + StudentRow.STIPEND]
                && i[what + InternshipRow.FIRST_DAY] >= s[who + StudentRow.FIRST_DAY]
                && i[what + InternshipRow.FIRST_DAY] <= s[who + StudentRow.LAST_DAY]
                && i[what + InternshipRow.LAST_DAY] <= s[who + StudentRow.LAST_DAY]
                && skillsSuffice(i, what)
                && (remotely || locationPart(i[what + InternshipRow.REGION]) > REMOTELY)
                && majorIsAdmitted(i, what)
                && ((traits & StudentRow.ONLY_LISTED) == 0
                        || facts.listOfStudent(student).has(internship))
                && ((demands & InternshipRow.ONLY_LISTED) == 0
                        || facts.listOfInternship(internship).has(student))
                && !facts.isExcluded(internship, student)
                && !facts.isApart(student, internship);
    }

    private boolean majorIsAdmitted(int[] i, int what) {
        int from = majorsFrom(i, what);
        int to = topicsFrom(i, what);
        boolean admitted = from == to;
        for (int word = from; word < to; word++) {
            admitted |= i[word] == s[who + StudentRow.MAJOR];
        }
        return admitted;
    }

    private boolean skillsSuffice(int[] i, int what) {
        boolean suffice = true;
        for (int word = what + InternshipRow.WORDS; word < preferredFrom(i, what); word++) {
            suffice &= levels[i[word] >> 3] >= (i[word] & 7);
        }
        return suffice;
    }

    int millionths(int[] i, int what) {
        double paid = i[what + InternshipRow.STIPEND];
        return facts.weights()
                .millionths(
                        skillsPart(i, what),
                        occupationPart(i[what + InternshipRow.OCCUPATION]),
                        researchPart(i, what),
                        locationPart(i[what + InternshipRow.REGION]),
                        datesPart(i[what + InternshipRow.FIRST_DAY]),
                        paid / (paid + Math.max(3000.0, s[who + StudentRow.STIPEND])));
    }

    double datesPart(int firstDay) {
        int delay = Math.max(0, firstDay - s[who + StudentRow.FIRST_DAY]);
        return delay >= 182 ? 0 : 1 - delay / 182.0;
    }

    double skillsPart(int[] i, int what) {
        double sum = 0;
        int whole = 0;
        int preferred = preferredFrom(i, what);
        int end = majorsFrom(i, what);
        for (int word = what + InternshipRow.WORDS; word < end; word++) {
            int skill = word >= preferred ? i[word] : i[word] >> 3;
            whole += weights[skill];
            if (word >= preferred) {
                sum += weights[skill] * (levels[skill] >= 3 ? 1 : levels[skill] / 3.0);
            } else if ((i[word] & 7) == 5) {
                sum += weights[skill];
            } else {
                int beyond = levels[skill] - (i[word] & 7);
                sum += weights[skill] * (0.5 + 0.5 * beyond / (5.0 - (i[word] & 7)));
            }
        }
        return whole == 0 ? 0.5 : sum / whole;
    }

    double occupationPart(int occupation) {
        int counts = s[who + StudentRow.SKILLS_OCCUPATIONS];
        int from = who + StudentRow.WORDS + (counts >>> 16);
        double part = (counts & 0xFFFF) == 0 ? 0.5 : 0;
        for (int word = from; word < from + (counts & 0xFFFF); word++) {
            if (s[word] == occupation) {
                part = 1;
            }
        }
        return part;
    }

    boolean offersTopics() {
        return (s[who + StudentRow.REGIONS_TOPICS] & 0xFFFF) > 0;
    }

    private double researchPart(int[] i, int what) {
        int wanted = i[what + InternshipRow.MAJORS_TOPICS] & 0xFFFF;
        if (wanted == 0) {
            return 0.5;
        }
        int offered = regionsFrom() + (s[who + StudentRow.REGIONS_TOPICS] >>> 16);
        double sum = 0;
        for (int word = topicsFrom(i, what); word < topicsFrom(i, what) + wanted; word++) {
            float nearest = 0;
            for (int own = offered; own < offered + (s[who + StudentRow.REGIONS_TOPICS] & 0xFFFF); own++) {
                nearest = Math.max(nearest, facts.topicAlignment(s[own], i[word]));
            }
            sum += nearest;
        }
        return sum / wanted;
    }

    double locationPart(int region) {
        int count = s[who + StudentRow.REGIONS_TOPICS] >>> 16;
        if (region < 0) {
            return REMOTELY;
        }
        for (int place = 0; place < count; place++) {
            if (s[regionsFrom() + place] == region) {
                return count == 1 ? 1 : 1 - 0.4 * place / (count - 1);
            }
        }
        return count == 0 ? 0.8 : REMOTELY;
    }

    private int regionsFrom() {
        int counts = s[who + StudentRow.SKILLS_OCCUPATIONS];
        return who + StudentRow.WORDS + (counts >>> 16) + (counts & 0xFFFF);
    }

    private static int preferredFrom(int[] i, int what) {
        return what + InternshipRow.WORDS + (i[what + InternshipRow.REQUIRED_PREFERRED] >>> 16);
    }

    private static int majorsFrom(int[] i, int what) {
        return preferredFrom(i, what) + (i[what + InternshipRow.REQUIRED_PREFERRED] & 0xFFFF);
    }

    private static int topicsFrom(int[] i, int what) {
        return majorsFrom(i, what) + (i[what + InternshipRow.MAJORS_TOPICS] >>> 16);
    }

    /** What each skill weighs, in halves: 2, and one more for each time that the openings naming it can be doubled without exceeding all. */
    static int[] skillWeights(FlatMarket facts) {
        int[] i = facts.internshipData();
        int openings = 0;
        int[] naming = new int[facts.skills()];
        for (int internship = 0; internship < facts.internships().size(); internship++) {
            if (!facts.isOpen(internship)) {
                continue;
            }
            openings++;
            int what = facts.internshipAt(internship);
            int required = i[what + InternshipRow.REQUIRED_PREFERRED] >>> 16;
            int named = required + (i[what + InternshipRow.REQUIRED_PREFERRED] & 0xFFFF);
            Set<Integer> skills = new HashSet<>();
            for (int place = 0; place < named; place++) {
                int word = i[what + InternshipRow.WORDS + place];
                skills.add(place < required ? word >> 3 : word);
            }
            skills.forEach(skill -> naming[skill]++);
        }
        int[] weights = new int[naming.length];
        for (int skill = 0; skill < weights.length; skill++) {
            weights[skill] = 2;
            for (long doubled = 2L * naming[skill]; doubled > 0 && doubled <= openings && weights[skill] < 10; ) {
                weights[skill]++;
                doubled *= 2;
            }
        }
        return weights;
    }

    /** What a side thinks of a member: its place in the list, or after all places what is missing from the best score. */
    static int regard(PlaceList list, int member, int millionths) {
        int place = list.placeOf(member);
        return place >= 0 ? place : (1 << 20) + 1_000_000 - millionths;
    }
}
