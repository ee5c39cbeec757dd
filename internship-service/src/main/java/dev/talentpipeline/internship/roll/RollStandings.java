package dev.talentpipeline.internship.roll;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts of rolls. */
public interface RollStandings {

    /**
     * The schools of the university in the order of their ids, those without one last.
     *
     * @param school only this one; null: all
     * @param programme as far as this programme goes; null: as far as any goes
     */
    List<RollStanding> of(String university, @Nullable String school, @Nullable String programme);
}
