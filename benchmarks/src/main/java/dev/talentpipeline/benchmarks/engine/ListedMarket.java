package dev.talentpipeline.benchmarks.engine;

import dev.talentpipeline.matching.engine.assignment.ListedPairs;
import java.util.Arrays;
import java.util.Random;

/** A market with lists: some internships far more popular than others, each with its own opinion of every student. */
final class ListedMarket {

    final int students;
    final int internships;
    final int[] start;
    final int[] choice;
    final int[] place;
    final int[] seats;

    ListedMarket(int students, int preferences, int internships, int seatsEach) {
        this.students = students;
        this.internships = internships;
        Random random = new Random(7);
        start = new int[students + 1];
        choice = new int[students * preferences];
        place = new int[choice.length];
        seats = new int[internships];
        Arrays.fill(seats, seatsEach);
        for (int student = 0; student < students; student++) {
            int from = student * preferences;
            start[student + 1] = from + preferences;
            for (int at = from; at < from + preferences; at++) {
                int drawn = popular(random);
                while (isIn(drawn, from, at)) {
                    drawn = popular(random);
                }
                choice[at] = drawn;
                place[at] = random.nextInt(1 << 20);
            }
        }
    }

    private int popular(Random random) {
        double drawn = random.nextDouble();
        return (int) (internships * (0.7 * drawn + 0.3 * drawn * drawn));
    }

    private boolean isIn(int drawn, int from, int to) {
        for (int at = from; at < to; at++) {
            if (choice[at] == drawn) {
                return true;
            }
        }
        return false;
    }

    ListedPairs pairs() {
        return new ListedPairs(internships, start, choice, place);
    }
}
