package dev.talentpipeline.matching.engine.columns;

import dev.talentpipeline.matching.preference.Lottery;
import java.util.Arrays;

/**
 * The members of one side: each id has a slot, numbered from 0 and never reused, and a lottery number. Whoever is named in a list before
 * they arrive has a slot from then on. Ids are found by open addressing over slots; nothing is boxed.
 */
public final class Members {

    /** The slot of whoever is not known. */
    public static final int NOBODY = -1;

    private final Lottery lottery;
    private String[] ids = new String[64];
    private long[] numbers = new long[64];
    /** Slot + 1 by hash; 0 is free. Its length is a power of two, at least twice the members. */
    private int[] table = new int[128];

    private int size;

    Members(String seed) {
        lottery = new Lottery(seed);
    }

    /** How many slots there are. */
    public int size() {
        return size;
    }

    public String id(int slot) {
        return ids[slot];
    }

    /** The lottery number, to be compared as unsigned: the lower wins. */
    public long number(int slot) {
        return numbers[slot];
    }

    /** The slot of a member, {@link #NOBODY} if there is none. */
    public int slotOf(String id) {
        int at = table[placeOf(id)];
        return at - 1;
    }

    /** The slot of a member, a new one if there is none. */
    int enrol(String id) {
        int place = placeOf(id);
        if (table[place] != 0) {
            return table[place] - 1;
        }
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
            rehash(size * 4);
            place = placeOf(id);
        }
        ids[size] = id;
        numbers[size] = lottery.numberOf(id);
        table[place] = ++size;
        return size - 1;
    }

    /** Whether the lottery puts the one before the other; ids decide between equal numbers. */
    public boolean drawnBefore(int one, int other) {
        int order = Long.compareUnsigned(numbers[one], numbers[other]);
        return order != 0 ? order < 0 : ids[one].compareTo(ids[other]) < 0;
    }

    private int placeOf(String id) {
        int mask = table.length - 1;
        int hash = id.hashCode() * 0x9E3779B9;
        int place = (hash ^ hash >>> 15) & mask;
        while (table[place] != 0 && !ids[table[place] - 1].equals(id)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void rehash(int length) {
        table = new int[length];
        for (int slot = 0; slot < size; slot++) {
            table[placeOf(ids[slot])] = slot + 1;
        }
    }
}
