package dev.talentpipeline.matching.engine.retrieval;

import java.util.Arrays;

/** Numbers in an array that grows, in no particular order. */
final class IntBag {

    private int[] numbers = new int[4];
    private int size;

    int size() {
        return size;
    }

    int get(int at) {
        return numbers[at];
    }

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + Math.max(4, size / 2));
        }
        numbers[size++] = number;
    }

    void remove(int number) {
        for (int at = size - 1; at >= 0; at--) {
            if (numbers[at] == number) {
                numbers[at] = numbers[--size];
                return;
            }
        }
        throw new IllegalStateException("The number " + number + " was to be removed but is not there.");
    }
}
