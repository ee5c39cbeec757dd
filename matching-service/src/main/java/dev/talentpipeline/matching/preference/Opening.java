package dev.talentpipeline.matching.preference;

import dev.talentpipeline.matching.market.Internship;

/**
 * An internship prepared for being compared with every student.
 *
 * @param region region number, or {@link Vocabulary#UNKNOWN} where it is remote only
 * @param majors major numbers; empty: all
 * @param requiredSkills skill numbers, beside their least levels
 * @param excluded students that are not acceptable
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared nor shown: it lives inside one ranking, whose loops read it.
record Opening(
        int index,
        Internship facts,
        boolean takesPart,
        boolean open,
        int[] majors,
        int[] requiredSkills,
        int[] requiredLevels,
        int[] preferredSkills,
        int occupation,
        int[] topics,
        int region,
        long startDay,
        long endDay,
        ListPlaces listed,
        boolean onlyListed,
        ListPlaces excluded) {}
