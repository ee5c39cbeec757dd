package dev.talentpipeline.matching.preference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Where each listed member stands in a preference list, looked up by the member's index. */
final class ListPlaces {

    static final int NOT_LISTED = -1;
    private static final ListPlaces EMPTY = new ListPlaces(new long[0]);

    /** Member's index in the upper half, place in the lower; sorted. */
    private final long[] placed;

    private ListPlaces(long[] placed) {
        this.placed = placed;
    }

    /** Those of the list that are known; the others have not arrived or are gone, and the places of the rest stay as they are. */
    static ListPlaces of(List<String> ids, Map<String, Integer> indexes) {
        if (ids.isEmpty()) {
            return EMPTY;
        }
        long[] placed = new long[ids.size()];
        int known = 0;
        for (int place = 0; place < ids.size(); place++) {
            Integer index = indexes.get(ids.get(place));
            if (index != null) {
                placed[known++] = (long) index << 32 | place;
            }
        }
        placed = Arrays.copyOf(placed, known);
        Arrays.sort(placed);
        return new ListPlaces(placed);
    }

    int placeOf(int index) {
        if (placed.length == 0) {
            return NOT_LISTED;
        }
        int at = Arrays.binarySearch(placed, (long) index << 32);
        if (at < 0) {
            at = -at - 1;
        }
        return at < placed.length && placed[at] >>> 32 == index ? (int) placed[at] : NOT_LISTED;
    }

    boolean has(int index) {
        return placeOf(index) != NOT_LISTED;
    }
}
