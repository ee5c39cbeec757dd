package dev.talentpipeline.schemas;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One topic of the broker as it is declared: what it is for, how it is kept, who writes it and who reads it. Services are named as {@code ce_source} and as their consumer
 * group name them, which is one name.
 *
 * @param name the topic's name
 * @param kind what stands on it
 * @param topic the topic of the catalogue whose records these are; null: those of all that the group reads
 * @param group the group that sets aside, or that gets again; null: it carries events
 * @param settings how the broker keeps it
 * @param writers who writes it, by name
 * @param readers who reads it, by name
 */
public record Channel(
        String name,
        Kind kind,
        @Nullable Topic<?> topic,
        @Nullable ConsumerGroup group,
        Map<String, String> settings,
        List<String> writers,
        List<String> readers) {

    /** What stands on a topic. */
    public enum Kind {
        /** Events, by the catalogue. */
        EVENTS,
        /** Records that a group could not process, as they were. */
        DEAD_LETTERS,
        /** Dead letters on their way back to the group that set them aside. */
        REDRIVE,
        /** What the group says became of each of those. */
        REDRIVEN
    }

    public Channel {
        settings = Map.copyOf(settings);
        writers = writers.stream().sorted().toList();
        readers = readers.stream().sorted().toList();
    }
}
