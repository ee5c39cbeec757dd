package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.preference.PreferenceTable;

/** Finds a matching. Whatever it finds is verified before anybody hears of it. */
@FunctionalInterface
public interface Engine {

    /**
     * Matches the students of the table with the free seats of the internships.
     *
     * @param freeSeats by internship
     */
    Matching match(PreferenceTable table, int[] freeSeats);
}
