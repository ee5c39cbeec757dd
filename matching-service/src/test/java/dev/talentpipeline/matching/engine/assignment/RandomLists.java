package dev.talentpipeline.matching.engine.assignment;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Random lists on both sides, some of them short. A seed gives one market. */
public final class RandomLists {

    private final int[][] students;
    private final int[][] internships;
    private final int[] seats;

    public RandomLists(long seed, int studentsMax, int internshipsMax) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        students = new int[random.nextInt(1, studentsMax + 1)][];
        internships = new int[random.nextInt(1, internshipsMax + 1)][];
        for (int student = 0; student < students.length; student++) {
            students[student] = shuffled(internships.length, random);
        }
        for (int internship = 0; internship < internships.length; internship++) {
            internships[internship] = shuffled(students.length, random);
        }
        seats = random.ints(internships.length, 0, 3).toArray();
    }

    private static int[] shuffled(int members, Random random) {
        int[] all = IntStream.range(0, members).toArray();
        for (int at = members - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int moved = all[at];
            all[at] = all[other];
            all[other] = moved;
        }
        int length = random.nextInt(3) > 0 ? members : random.nextInt(members + 1);
        return Arrays.copyOf(all, length);
    }

    public int[][] students() {
        return students;
    }

    public int[][] internships() {
        return internships;
    }

    public int[] seats() {
        return seats;
    }
}
