package dev.talentpipeline.matching.engine.columns;

import java.util.Arrays;

/** Puts a row together in scratch space. */
final class Row {

    private static final int COUNT_MAX = 0xFFFF;

    private int[] numbers = new int[64];
    private int size;

    void start(int fixed) {
        size = fixed;
        Arrays.fill(numbers, 0, fixed, 0);
    }

    void set(int at, int number) {
        numbers[at] = number;
    }

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    void setCounts(int at, int first, int second) {
        if (first > COUNT_MAX || second > COUNT_MAX) {
            throw new IllegalArgumentException(
                    "A profile may name at most " + COUNT_MAX + " things of a kind, but names "
                            + Math.max(first, second) + ". Maybe several profiles became one.");
        }
        numbers[at] = first << 16 | second;
    }

    /** The numbers, the length first; valid until the next row is started. */
    int[] done() {
        numbers[0] = size;
        return numbers;
    }

    /** A day, held within what a number can carry. */
    static int day(long epochDay) {
        return Math.clamp(epochDay, Integer.MIN_VALUE / 4, Integer.MAX_VALUE / 4);
    }
}
