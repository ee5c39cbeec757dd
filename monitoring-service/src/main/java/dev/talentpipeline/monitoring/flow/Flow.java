package dev.talentpipeline.monitoring.flow;

import dev.talentpipeline.monitoring.lag.LagState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One topic with who writes and who reads it, as seen, against what is declared. */
public record Flow(String topic, List<Writing> writers, List<Reading> readers) {

    /** How what is seen stands to what is declared. */
    public enum Drift {
        /** As declared. */
        NONE,
        /** Seen, and not declared: somebody writes or reads who should not, or the catalogue is behind. */
        UNDECLARED,
        /** Declared, and not seen although there is something to read. */
        MISSING
    }

    /** A topic as the catalogue has it. */
    public record Declared(String topic, String writer, Set<String> readers) {}

    /**
     * What was seen of a writer.
     *
     * @param events how many of its events are in the journal
     * @param lastAt when the last of them reached the broker
     * @param perSecond how many a second in the last minute
     * @param delay how long they took from the writing to the broker in the last minute; null: there was none
     */
    public record Seen(
            String topic,
            String source,
            long events,
            Instant lastAt,
            double perSecond,
            @Nullable Delay delay) {}

    /** How long events took, in milliseconds: half of them at most the first, and so on. */
    public record Delay(long p50Ms, long p95Ms, long p99Ms) {}

    /**
     * What was seen of a reader in all partitions of a topic.
     *
     * @param begun whether it has read anything
     */
    public record SeenReader(String topic, String group, boolean running, boolean begun, long events, LagState state) {}

    /**
     * A service that writes the topic.
     *
     * @param seen null: nothing of it is in the journal
     */
    public record Writing(
            String service, Drift drift, @Nullable Seen seen) {}

    /**
     * A group that reads the topic.
     *
     * @param seen null: the broker knows nothing of it
     */
    public record Reading(
            String group, Drift drift, @Nullable SeenReader seen) {}

    /** The whole map, in the order of the catalogue. */
    public static List<Flow> map(List<Declared> catalogue, List<Seen> writers, List<SeenReader> readers) {
        return catalogue.stream()
                .map(topic -> {
                    Map<String, Seen> wrote = new TreeMap<>();
                    writers.stream()
                            .filter(seen -> seen.topic().equals(topic.topic()))
                            .forEach(seen -> wrote.put(seen.source(), seen));
                    Map<String, SeenReader> read = new TreeMap<>();
                    readers.stream()
                            .filter(seen -> seen.topic().equals(topic.topic()))
                            .forEach(seen -> read.put(seen.group(), seen));
                    return new Flow(topic.topic(), writing(topic, wrote), reading(topic, read, !wrote.isEmpty()));
                })
                .toList();
    }

    private static List<Writing> writing(Declared topic, Map<String, Seen> seen) {
        List<Writing> writing = new ArrayList<>();
        // Who has nothing to say yet is not missing.
        writing.add(new Writing(topic.writer(), Drift.NONE, seen.get(topic.writer())));
        seen.forEach((source, what) -> {
            if (!source.equals(topic.writer())) {
                writing.add(new Writing(source, Drift.UNDECLARED, what));
            }
        });
        return writing;
    }

    private static List<Reading> reading(Declared topic, Map<String, SeenReader> seen, boolean anythingToRead) {
        Set<String> groups = new TreeSet<>(topic.readers());
        groups.addAll(seen.keySet());
        List<Reading> reading = new ArrayList<>();
        for (String group : groups) {
            SeenReader what = seen.get(group);
            Drift drift = !topic.readers().contains(group)
                    ? Drift.UNDECLARED
                    : anythingToRead && (what == null || !what.begun()) ? Drift.MISSING : Drift.NONE;
            reading.add(new Reading(group, drift, what));
        }
        return reading;
    }
}
