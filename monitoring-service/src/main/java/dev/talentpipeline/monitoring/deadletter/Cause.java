package dev.talentpipeline.monitoring.deadletter;

import dev.talentpipeline.monitoring.journal.DeadLetter;
import dev.talentpipeline.monitoring.journal.Entity;
import java.time.Instant;
import java.util.List;

/**
 * Dead letters of one topic that one reader set aside for one reason.
 *
 * @param topic where the events came from
 * @param deadLetters where they are now
 * @param why which reader it was, and its reason
 * @param events how many
 * @param open of how many nothing came yet, by being sent again or otherwise
 * @param entities what some of the latest are about
 */
public record Cause(
        String topic,
        String deadLetters,
        DeadLetter why,
        long events,
        long open,
        Instant firstAt,
        Instant lastAt,
        List<Entity> entities) {

    public Cause {
        entities = List.copyOf(entities);
    }

    /** The topic of which a topic holds the dead letters. */
    public static String source(String deadLetters, String group) {
        String suffix = "-" + group + "-dlt";
        return deadLetters.endsWith(suffix)
                ? deadLetters.substring(0, deadLetters.length() - suffix.length())
                : deadLetters;
    }
}
