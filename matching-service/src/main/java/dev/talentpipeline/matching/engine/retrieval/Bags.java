package dev.talentpipeline.matching.engine.retrieval;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bags by place and key, made when they are first needed. */
final class Bags {

    private @Nullable IntBag[] @Nullable [] bags = new IntBag[16][];

    /** The bag of a place and key; null: nothing was ever put there. */
    @Nullable IntBag bag(int place, int key) {
        if (place >= bags.length) {
            return null;
        }
        @Nullable IntBag[] byKey = bags[place];
        return byKey == null || key >= byKey.length ? null : byKey[key];
    }

    IntBag bagFor(int place, int key) {
        if (place >= bags.length) {
            bags = Arrays.copyOf(bags, Math.max(place + 1, bags.length * 2));
        }
        @Nullable IntBag[] byKey = bags[place];
        if (byKey == null || key >= byKey.length) {
            int length = Math.max(key + 1, byKey == null ? 16 : byKey.length * 2);
            byKey = byKey == null ? new IntBag[length] : Arrays.copyOf(byKey, length);
            bags[place] = byKey;
        }
        IntBag bag = byKey[key];
        if (bag == null) {
            bag = new IntBag();
            byKey[key] = bag;
        }
        return bag;
    }
}
