package dev.talentpipeline.console.student;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ranked choices, the dearest first, and what one press of a button makes of their order. */
record ChoiceOrder(List<String> ids) {

    ChoiceOrder {
        ids = List.copyOf(ids);
    }

    /** One place nearer to the top; the same if it is there, or not in it. */
    ChoiceOrder up(@Nullable String id) {
        return swapped(id, -1);
    }

    /** One place nearer to the end. */
    ChoiceOrder down(@Nullable String id) {
        return swapped(id, 1);
    }

    ChoiceOrder without(@Nullable String id) {
        return new ChoiceOrder(ids.stream().filter(one -> !one.equals(id)).toList());
    }

    /** At the end, unless it is there already. */
    ChoiceOrder with(@Nullable String id) {
        if (id == null || ids.contains(id)) {
            return this;
        }
        List<String> more = new ArrayList<>(ids);
        more.add(id);
        return new ChoiceOrder(more);
    }

    private ChoiceOrder swapped(@Nullable String id, int by) {
        int at = id == null ? -1 : ids.indexOf(id);
        int other = at + by;
        if (at < 0 || other < 0 || other >= ids.size()) {
            return this;
        }
        List<String> order = new ArrayList<>(ids);
        Collections.swap(order, at, other);
        return new ChoiceOrder(order);
    }
}
