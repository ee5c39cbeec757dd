package dev.talentpipeline.monitoring.redrive;

import java.util.List;
import java.util.Map;

/** Dead letters as they stand on their topics, and the way back to their readers. */
public interface DeadLetterTopics {

    /** What came of trying to send one. */
    enum Result {
        SENT,
        /** It is not on its topic any more. */
        GONE,
        /** Nothing is left of it, since its person was erased. */
        ERASED
    }

    /** Sends raw records to the reader that set them aside, in this order; returns when the broker has them. By number. */
    Map<Long, Result> sendAgain(List<Redrives.Queued> records);
}
