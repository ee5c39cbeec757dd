package dev.talentpipeline.internship.owndata;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The topics on which something personal of erased people stood, the state stores that were filled from them, and their dead letters. */
public interface ErasedTopics {

    /**
     * Has the topics let go soon of what is not the latest of its key. What they keep of older states for replays goes with it.
     *
     * @param within how long that may take at most
     */
    void letGo(List<UUID> people, Duration within);

    /** Takes the dead letters of the people out. */
    void emptyDeadLetters(List<UUID> people);

    /** Whether no topic holds anything of the people any more but tombstones. */
    boolean areClean(List<UUID> people);

    /** Has the topics keep again what they keep. */
    void keepAgain();
}
