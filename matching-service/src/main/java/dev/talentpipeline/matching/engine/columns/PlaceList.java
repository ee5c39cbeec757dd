package dev.talentpipeline.matching.engine.columns;

import java.util.Arrays;

/** Whom one side named, best first, by slot: read in order, and asked for the place of a slot. Immutable. */
public final class PlaceList {

    public static final int NOT_LISTED = -1;
    static final PlaceList EMPTY = new PlaceList(new int[0]);

    /** Up to this length a search from the front is as quick as any other. */
    private static final int SHORT = 12;

    private final int[] inOrder;
    /** Slot in the upper half, place in the lower, sorted; empty for a short list. */
    private final long[] bySlot;

    private PlaceList(int[] inOrder) {
        this.inOrder = inOrder;
        this.bySlot = new long[inOrder.length > SHORT ? inOrder.length : 0];
        for (int place = 0; place < bySlot.length; place++) {
            bySlot[place] = (long) inOrder[place] << 32 | place;
        }
        Arrays.sort(bySlot);
    }

    static PlaceList of(int[] inOrder) {
        if (inOrder.length > Standing.PLACES_MAX) {
            throw new IllegalArgumentException("A preference list (" + inOrder.length + " long) may be at most "
                    + Standing.PLACES_MAX + " long. Maybe leave the rest to the scores.");
        }
        return inOrder.length == 0 ? EMPTY : new PlaceList(inOrder);
    }

    public int size() {
        return inOrder.length;
    }

    public int slotAt(int place) {
        return inOrder[place];
    }

    /** The place of a slot from 0, {@link #NOT_LISTED} if it has none. */
    public int placeOf(int slot) {
        if (bySlot.length == 0) {
            for (int place = 0; place < inOrder.length; place++) {
                if (inOrder[place] == slot) {
                    return place;
                }
            }
            return NOT_LISTED;
        }
        int at = Arrays.binarySearch(bySlot, (long) slot << 32);
        at = at < 0 ? -at - 1 : at;
        return at < bySlot.length && bySlot[at] >>> 32 == slot ? (int) bySlot[at] : NOT_LISTED;
    }

    public boolean has(int slot) {
        return placeOf(slot) != NOT_LISTED;
    }

    boolean sameAs(PlaceList other) {
        return Arrays.equals(inOrder, other.inOrder);
    }
}
