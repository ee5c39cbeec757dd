package dev.talentpipeline.matching.clearing;

import java.util.Arrays;

/** Who gets which internship, as pairs of indexes in no particular order. The arrays belong to it alone. */
public final class Matching {

    private final int[] students;
    private final int[] internships;

    private Matching(int[] students, int[] internships) {
        this.students = students;
        this.internships = internships;
    }

    /**
     * A matching of pairs that are given apart; nothing is checked, that is the verifier's work.
     *
     * @param students the student of each pair
     * @param internships the internship of each pair
     */
    public static Matching of(int[] students, int[] internships) {
        return new Matching(students.clone(), internships.clone());
    }

    public int size() {
        return students.length;
    }

    public int studentAt(int pair) {
        return students[pair];
    }

    public int internshipAt(int pair) {
        return internships[pair];
    }

    /** Collects pairs. */
    static final class Builder {

        private int[] students = new int[64];
        private int[] internships = new int[64];
        private int size;

        void add(int student, int internship) {
            if (size == students.length) {
                students = Arrays.copyOf(students, size * 2);
                internships = Arrays.copyOf(internships, size * 2);
            }
            students[size] = student;
            internships[size++] = internship;
        }

        Matching build() {
            return new Matching(Arrays.copyOf(students, size), Arrays.copyOf(internships, size));
        }
    }
}
