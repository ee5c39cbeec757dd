package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.preference.PreferenceTable;
import dev.talentpipeline.matching.preference.Priority;
import java.util.Arrays;

/** A preference table seen from the other side: for each internship its acceptable students, best first. */
final class InternshipsOrder {

    private final int[] start;
    private final long[] priorities;
    private final int[] pairs;

    InternshipsOrder(PreferenceTable table) {
        start = new int[table.internships() + 1];
        for (int pair = 0; pair < table.pairs(); pair++) {
            start[table.internshipAt(pair) + 1]++;
        }
        for (int internship = 0; internship < table.internships(); internship++) {
            start[internship + 1] += start[internship];
        }
        priorities = new long[table.pairs()];
        int[] filled = Arrays.copyOf(start, table.internships());
        int[] byStudent = new int[table.pairs()];
        int[] students = new int[table.pairs()];
        for (int student = 0; student < table.students(); student++) {
            for (int pair = table.rowStart(student); pair < table.rowEnd(student); pair++) {
                int at = filled[table.internshipAt(pair)]++;
                priorities[at] = table.priorityAt(pair);
                byStudent[at] = pair;
                students[at] = student;
            }
        }
        pairs = new int[table.pairs()];
        for (int internship = 0; internship < table.internships(); internship++) {
            int from = start[internship];
            int to = start[internship + 1];
            Arrays.sort(priorities, from, to);
            for (int at = from; at < to; at++) {
                // Rows were read student by student, so the students of a segment are sorted.
                pairs[at] = byStudent[Arrays.binarySearch(students, from, to, studentAt(at))];
            }
        }
    }

    int start(int internship) {
        return start[internship];
    }

    int end(int internship) {
        return start[internship + 1];
    }

    int studentAt(int place) {
        return Priority.index(priorities[place]);
    }

    /** The pair in the table that this place stands for. */
    int pairAt(int place) {
        return pairs[place];
    }
}
