package dev.talentpipeline.monitoring.flow;

import dev.talentpipeline.monitoring.lag.LagState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
        /** Declared, and not seen although others write there, or although there is something to read. */
        MISSING
    }

    /** A topic as the catalogue has it. */
    public record Declared(String topic, String writer, Set<String> readers) {}

    /**
     * What was seen of a writer.
     *
     * @param events how many of its events are in the journal
     * @param firstAt when the first of them reached the broker
     * @param lastAt when the last of them reached the broker
     * @param perSecond how many a second in the last minute
     * @param delay how long they took from the writing to the broker in the last minute; null: there was none
     * @param unreadable how many of those in the last minute nobody can read
     */
    public record Seen(
            String topic,
            String source,
            long events,
            Instant firstAt,
            Instant lastAt,
            double perSecond,
            @Nullable Delay delay,
            long unreadable) {}

    /** How long events took, in milliseconds: half of them at most the first, and so on. */
    public record Delay(long p50Ms, long p95Ms, long p99Ms) {

        private static final double HALF = 0.5;
        private static final double MOST = 0.95;
        private static final double NEARLY_ALL = 0.99;

        /**
         * By how many took how long.
         *
         * @param boundsMs by what they are told apart
         * @param counts for each part, how many took at most each bound and more than the one before, and how many longer than all
         * @return null: there was none
         */
        static @Nullable Delay over(List<Long> boundsMs, List<List<Long>> counts) {
            long[] together = new long[boundsMs.size() + 1];
            long all = 0;
            for (List<Long> part : counts) {
                for (int bound = 0; bound < part.size() && bound < together.length; bound++) {
                    together[bound] += part.get(bound);
                    all += part.get(bound);
                }
            }
            return all == 0
                    ? null
                    : new Delay(
                            within(boundsMs, together, all * HALF),
                            within(boundsMs, together, all * MOST),
                            within(boundsMs, together, all * NEARLY_ALL));
        }

        /** The bound within which so many were; of those that took longer than all bounds, twice the last. */
        private static long within(List<Long> boundsMs, long[] counts, double many) {
            long so = 0;
            for (int bound = 0; bound < boundsMs.size(); bound++) {
                so += counts[bound];
                if (so >= many) {
                    return boundsMs.get(bound);
                }
            }
            return 2 * boundsMs.getLast();
        }
    }

    /**
     * How a reader got on in the last minute, by its own account.
     *
     * @param perSecond how many events a second it was done with
     * @param failed how many it set aside
     * @param delay how long they took from the broker until they were done with; null: there was none
     */
    public record Pace(
            double perSecond, long failed, @Nullable Delay delay) {}

    /**
     * What was seen of a reader in all partitions of a topic.
     *
     * @param begun whether it has read anything
     * @param pace null: it keeps no account
     */
    public record SeenReader(
            String topic,
            String group,
            boolean running,
            boolean begun,
            long events,
            LagState state,
            @Nullable Pace pace) {}

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

    /**
     * The whole map, in the order of the catalogue.
     *
     * @param begunBy what was written before then every reader should have begun to read by the time at which they were looked at
     */
    public static List<Flow> map(
            List<Declared> catalogue, List<Seen> writers, List<SeenReader> readers, Instant begunBy) {
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
                    return new Flow(
                            topic.topic(),
                            writing(topic, wrote),
                            reading(topic, read, wasWrittenBefore(begunBy, wrote.values())));
                })
                .toList();
    }

    private static boolean wasWrittenBefore(Instant then, Collection<Seen> writers) {
        return writers.stream().anyMatch(writer -> writer.firstAt().isBefore(then));
    }

    private static List<Writing> writing(Declared topic, Map<String, Seen> seen) {
        List<Writing> writing = new ArrayList<>();
        Seen declared = seen.get(topic.writer());
        // Who has nothing to say yet is not missing, unless others say it.
        writing.add(new Writing(
                topic.writer(), declared == null && !seen.isEmpty() ? Drift.MISSING : Drift.NONE, declared));
        seen.forEach((source, what) -> {
            if (!source.equals(topic.writer())) {
                writing.add(new Writing(source, Drift.UNDECLARED, what));
            }
        });
        return writing;
    }

    private static List<Reading> reading(Declared topic, Map<String, SeenReader> seen, boolean shouldHaveBegun) {
        Set<String> groups = new TreeSet<>(topic.readers());
        groups.addAll(seen.keySet());
        List<Reading> reading = new ArrayList<>();
        for (String group : groups) {
            SeenReader what = seen.get(group);
            Drift drift = !topic.readers().contains(group)
                    ? Drift.UNDECLARED
                    : shouldHaveBegun && (what == null || !what.begun()) ? Drift.MISSING : Drift.NONE;
            reading.add(new Reading(group, drift, what));
        }
        return reading;
    }
}
