package dev.talentpipeline.matching.engine.columns;

import java.util.Arrays;

/** A set of pairs of slots by open addressing, without boxing. */
final class PairSet {

    private static final long FREE = -1;

    private long[] table = filled(64);
    private int size;

    boolean has(int student, int internship) {
        return table[placeOf(pair(student, internship))] != FREE;
    }

    boolean add(int student, int internship) {
        long pair = pair(student, internship);
        int place = placeOf(pair);
        if (table[place] != FREE) {
            return false;
        }
        table[place] = pair;
        if (++size * 2 > table.length) {
            rehash(table.length * 2);
        }
        return true;
    }

    boolean remove(int student, int internship) {
        int place = placeOf(pair(student, internship));
        if (table[place] == FREE) {
            return false;
        }
        table[place] = FREE;
        size--;
        // Whoever was pushed on by the removed one moves up, so that no search ends too early.
        int mask = table.length - 1;
        for (int next = (place + 1) & mask; table[next] != FREE; next = (next + 1) & mask) {
            long moved = table[next];
            table[next] = FREE;
            table[placeOf(moved)] = moved;
        }
        return true;
    }

    private int placeOf(long pair) {
        int mask = table.length - 1;
        long hash = pair * 0x9E3779B97F4A7C15L;
        int place = (int) (hash >>> 32) & mask;
        while (table[place] != FREE && table[place] != pair) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void rehash(int length) {
        long[] old = table;
        table = filled(length);
        for (long pair : old) {
            if (pair != FREE) {
                table[placeOf(pair)] = pair;
            }
        }
    }

    private static long pair(int student, int internship) {
        return (long) student << 32 | internship;
    }

    private static long[] filled(int length) {
        long[] table = new long[length];
        Arrays.fill(table, FREE);
        return table;
    }
}
