package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.reason.Act;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens in a placement, by the name under which it is recorded. */
public enum Step {
    STARTED,
    COMPLETED,
    /** Broken off before its end. */
    ENDED,
    JOB_OFFERED,
    JOB_ACCEPTED,
    JOB_DECLINED,
    /** Given up; recorded with the release of the offer, never by itself. */
    RELEASED;

    /** Whose step it is to record; nobody's if it follows from something else. */
    Set<Party> recordedBy() {
        return switch (this) {
            case STARTED, COMPLETED, JOB_OFFERED -> EnumSet.of(Party.COMPANY);
            // A company that has gone away breaks off without saying so.
            case ENDED -> EnumSet.of(Party.COMPANY, Party.UNIVERSITY);
            case JOB_ACCEPTED, JOB_DECLINED -> EnumSet.of(Party.STUDENT);
            case RELEASED -> EnumSet.noneOf(Party.class);
        };
    }

    /** What the reason that it carries is given for; null: it carries none, or, released, that of the release. */
    public @Nullable Act act() {
        return switch (this) {
            case ENDED -> Act.END_PLACEMENT;
            case JOB_DECLINED -> Act.DECLINE_JOB;
            case STARTED, COMPLETED, JOB_OFFERED, JOB_ACCEPTED, RELEASED -> null;
        };
    }

    /**
     * Whether it counts as soon as it is recorded. An offer and its answer are each one side's own word, and the release was agreed on
     * before; what both sides live through counts once somebody else confirms it.
     */
    boolean standsByItself() {
        return switch (this) {
            case STARTED, COMPLETED, ENDED -> false;
            case JOB_OFFERED, JOB_ACCEPTED, JOB_DECLINED, RELEASED -> true;
        };
    }
}
