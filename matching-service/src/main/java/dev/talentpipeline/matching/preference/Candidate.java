package dev.talentpipeline.matching.preference;

import dev.talentpipeline.matching.market.Student;

/**
 * A student prepared for being compared with every opening: words are numbers, dates are days, lists are looked up by index.
 *
 * @param levels level by skill number; a skill that no opening mentions has no number
 * @param regions region numbers, best first; empty: any
 * @param listed own preference list
 * @param barred internships with which an offer was declined, vetoed or refused
 * @param waiting internships with which a new attempt waits for newer information
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared nor shown: it lives inside one ranking, whose loops read it.
record Candidate(
        int index,
        Student facts,
        boolean takesPart,
        boolean active,
        int major,
        byte[] levels,
        int[] occupations,
        int[] topics,
        int[] regions,
        long availableFromDay,
        long availableUntilDay,
        ListPlaces listed,
        boolean onlyListed,
        ListPlaces barred,
        ListPlaces waiting) {

    int level(int skill) {
        return levels[skill];
    }
}
