package dev.talentpipeline.matching.engine.retrieval;

import java.util.Arrays;

/** Numbers in an array that grows, ascending, so that each is soon found again. Whoever comes later mostly has a higher number. */
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
            numbers = Arrays.copyOf(numbers, size + Math.max(4, size / 4));
        }
        int at = size > 0 && numbers[size - 1] > number ? placeOf(number) : size;
        System.arraycopy(numbers, at, numbers, at + 1, size - at);
        numbers[at] = number;
        size++;
    }

    void remove(int number) {
        int at = placeOf(number);
        if (at == size || numbers[at] != number) {
            throw new IllegalStateException("The number " + number + " was to be removed but is not there.");
        }
        size--;
        System.arraycopy(numbers, at + 1, numbers, at, size - at);
    }

    /** Where a number is, or would be. */
    private int placeOf(int number) {
        int at = Arrays.binarySearch(numbers, 0, size, number);
        return at < 0 ? -at - 1 : at;
    }
}
