package dev.talentpipeline.matching.engine.columns;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows of numbers, one for each slot, behind each other in one array. The first number of a row is its length. A row that changes is
 * appended anew; the room of old ones is won back once they are most of the array.
 *
 * <pre>
 *  offset  [ 1 | 0 | 14 ...              by slot; 0: no row
 *  data    [ - | 13 n n n … | 9 n n n …
 * </pre>
 */
final class RowPool {

    private static final int NO_ROW = 0;
    private static final int DEAD_MIN = 1 << 16;

    private int[] data = new int[1 << 12];
    private int[] offset = new int[64];
    private int used = 1;
    private int dead;

    int[] data() {
        return data;
    }

    /** Where the row of a slot begins; 0: it has none. */
    int at(int slot) {
        return slot < offset.length ? offset[slot] : NO_ROW;
    }

    boolean has(int slot) {
        return at(slot) != NO_ROW;
    }

    boolean holds(int slot, int[] row) {
        int at = at(slot);
        return at != NO_ROW && Arrays.equals(data, at, at + data[at], row, 0, row[0]);
    }

    void put(int slot, int[] row) {
        int length = row[0];
        remove(slot);
        if (slot >= offset.length) {
            offset = Arrays.copyOf(offset, Math.max(slot + 1, offset.length * 2));
        }
        if (dead > DEAD_MIN && dead > used / 2) {
            compact();
        }
        if (used + length > data.length) {
            data = Arrays.copyOf(data, Math.max(used + length, data.length + data.length / 2));
        }
        System.arraycopy(row, 0, data, used, length);
        offset[slot] = used;
        used += length;
    }

    void remove(int slot) {
        int at = at(slot);
        if (at != NO_ROW) {
            dead += data[at];
            offset[slot] = NO_ROW;
        }
    }

    private void compact() {
        arrange(IntStream.range(0, offset.length).toArray());
    }

    /** Lays the rows of the given slots behind each other in this order. Slots that are not given lose their rows. */
    void arrange(int[] slots) {
        int[] live = new int[Math.max(1 << 12, used - dead + (used - dead) / 4)];
        int[] moved = new int[offset.length];
        int end = 1;
        for (int slot : slots) {
            int at = offset[slot];
            if (at != NO_ROW) {
                System.arraycopy(data, at, live, end, data[at]);
                moved[slot] = end;
                end += data[at];
            }
        }
        data = live;
        offset = moved;
        used = end;
        dead = 0;
    }
}
