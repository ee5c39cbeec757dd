package dev.talentpipeline.stack.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Seeded random choices. {@link Random}'s algorithm is part of its specification, so the same seed draws the same on
 * every machine and JDK.
 */
final class Draws {

    private final Random random;

    private Draws(long seed) {
        this.random = new Random(seed);
    }

    /** Draws of one entity, which do not change when entities before it are drawn differently. */
    static Draws of(long seed, String entity) {
        byte[] name = (seed + "/" + entity).getBytes(StandardCharsets.UTF_8);
        return new Draws(UUID.nameUUIDFromBytes(name).getMostSignificantBits());
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** As many different ones as asked for, or all where there are fewer, in random order. */
    <T> List<T> several(List<T> choices, int count) {
        List<T> shuffled = new ArrayList<>(choices);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
    }
}
