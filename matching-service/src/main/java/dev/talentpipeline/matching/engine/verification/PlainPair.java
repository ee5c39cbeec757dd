package dev.talentpipeline.matching.engine.verification;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import dev.talentpipeline.matching.engine.columns.PlaceList;
import dev.talentpipeline.matching.engine.columns.StudentRow;
import java.util.HashSet;
import java.util.Set;

/** Rules and score of one pair, read plainly from the facts, a second time and apart from the engine's own way of judging. */
final class PlainPair {

    private static final double REMOTELY = 0.5;

    private final FlatMarket facts;
    private final int[] s;
    private final int[] i;
    /** By skill, in halves. */
    private final int[] weights;

    PlainPair(FlatMarket facts, int[] weights) {
        this.facts = facts;
        this.weights = weights;
        s = facts.studentData();
        i = facts.internshipData();
    }

    boolean mayMeet(int student, int internship) {
        int who = facts.studentAt(student);
        int what = facts.internshipAt(internship);
        if (who == 0 || what == 0) {
            return false;
        }
        int traits = s[who + StudentRow.TRAITS];
        int demands = i[what + InternshipRow.TRAITS];
        boolean remotely = (traits & demands & StudentRow.REMOTE) != 0;
        return facts.isSeeking(student)
                && facts.isOpen(internship)
                && (traits & 0b11) >= (demands & 0b11)
                && (traits & 0b11100) >= (demands & 0b11100)
                && i[what + InternshipRow.STIPEND] >= s[who + StudentRow.STIPEND]
                && i[what + InternshipRow.FIRST_DAY] >= s[who + StudentRow.FIRST_DAY]
                && i[what + InternshipRow.FIRST_DAY] <= s[who + StudentRow.LAST_DAY]
                && i[what + InternshipRow.LAST_DAY] <= s[who + StudentRow.LAST_DAY]
                && (remotely || locationPart(who, what) > REMOTELY)
                && majorIsAdmitted(who, what)
                && skillsSuffice(who, what)
                && ((traits & StudentRow.ONLY_LISTED) == 0
                        || facts.listOfStudent(student).has(internship))
                && ((demands & InternshipRow.ONLY_LISTED) == 0
                        || facts.listOfInternship(internship).has(student))
                && !facts.isExcluded(internship, student)
                && !facts.isApart(student, internship);
    }

    private boolean majorIsAdmitted(int who, int what) {
        int from = majorsFrom(what);
        int to = topicsFrom(what);
        boolean admitted = from == to;
        for (int word = from; word < to; word++) {
            admitted |= i[word] == s[who + StudentRow.MAJOR];
        }
        return admitted;
    }

    private boolean skillsSuffice(int who, int what) {
        boolean suffice = true;
        for (int word = what + InternshipRow.WORDS; word < preferredFrom(what); word++) {
            suffice &= level(who, i[word] >> 3) >= (i[word] & 7);
        }
        return suffice;
    }

    private int level(int who, int skill) {
        int from = who + StudentRow.WORDS;
        for (int word = from; word < from + (s[who + StudentRow.SKILLS_OCCUPATIONS] >>> 16); word++) {
            if (s[word] >> 3 == skill) {
                return s[word] & 7;
            }
        }
        return 0;
    }

    int millionths(int student, int internship) {
        int who = facts.studentAt(student);
        int what = facts.internshipAt(internship);
        int delay = Math.max(0, i[what + InternshipRow.FIRST_DAY] - s[who + StudentRow.FIRST_DAY]);
        double paid = i[what + InternshipRow.STIPEND];
        return facts.weights()
                .millionths(
                        skillsPart(who, what),
                        occupationPart(who, what),
                        researchPart(who, what),
                        locationPart(who, what),
                        delay >= 182 ? 0 : 1 - delay / 182.0,
                        paid / (paid + Math.max(3000.0, s[who + StudentRow.STIPEND])));
    }

    private double skillsPart(int who, int what) {
        double sum = 0;
        int whole = 0;
        for (int word = what + InternshipRow.WORDS; word < majorsFrom(what); word++) {
            int weight = weights[word >= preferredFrom(what) ? i[word] : i[word] >> 3];
            whole += weight;
            if (word >= preferredFrom(what)) {
                int level = level(who, i[word]);
                sum += weight * (level >= 3 ? 1 : level / 3.0);
            } else if ((i[word] & 7) == 5) {
                sum += weight;
            } else {
                int beyond = level(who, i[word] >> 3) - (i[word] & 7);
                sum += weight * (0.5 + 0.5 * beyond / (5.0 - (i[word] & 7)));
            }
        }
        return whole == 0 ? 0.5 : sum / whole;
    }

    private double occupationPart(int who, int what) {
        int counts = s[who + StudentRow.SKILLS_OCCUPATIONS];
        int from = who + StudentRow.WORDS + (counts >>> 16);
        double part = (counts & 0xFFFF) == 0 ? 0.5 : 0;
        for (int word = from; word < from + (counts & 0xFFFF); word++) {
            if (s[word] == i[what + InternshipRow.OCCUPATION]) {
                part = 1;
            }
        }
        return part;
    }

    private double researchPart(int who, int what) {
        int wanted = i[what + InternshipRow.MAJORS_TOPICS] & 0xFFFF;
        if (wanted == 0) {
            return 0.5;
        }
        int offered = regionsFrom(who) + (s[who + StudentRow.REGIONS_TOPICS] >>> 16);
        double sum = 0;
        for (int word = topicsFrom(what); word < topicsFrom(what) + wanted; word++) {
            float nearest = 0;
            for (int own = offered; own < offered + (s[who + StudentRow.REGIONS_TOPICS] & 0xFFFF); own++) {
                nearest = Math.max(nearest, facts.topicAlignment(s[own], i[word]));
            }
            sum += nearest;
        }
        return sum / wanted;
    }

    private double locationPart(int who, int what) {
        int region = i[what + InternshipRow.REGION];
        int count = s[who + StudentRow.REGIONS_TOPICS] >>> 16;
        if (region < 0) {
            return REMOTELY;
        }
        for (int place = 0; place < count; place++) {
            if (s[regionsFrom(who) + place] == region) {
                return count == 1 ? 1 : 1 - 0.4 * place / (count - 1);
            }
        }
        return count == 0 ? 0.8 : REMOTELY;
    }

    private int regionsFrom(int who) {
        int counts = s[who + StudentRow.SKILLS_OCCUPATIONS];
        return who + StudentRow.WORDS + (counts >>> 16) + (counts & 0xFFFF);
    }

    private int preferredFrom(int what) {
        return what + InternshipRow.WORDS + (i[what + InternshipRow.REQUIRED_PREFERRED] >>> 16);
    }

    private int majorsFrom(int what) {
        return preferredFrom(what) + (i[what + InternshipRow.REQUIRED_PREFERRED] & 0xFFFF);
    }

    private int topicsFrom(int what) {
        return majorsFrom(what) + (i[what + InternshipRow.MAJORS_TOPICS] >>> 16);
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
