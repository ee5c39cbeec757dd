package dev.talentpipeline.kit.kafka;

import dev.talentpipeline.kit.kafka.ReaderReport.Outcome;
import dev.talentpipeline.kit.kafka.ReaderReport.Read;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reader makes of one partition, as it goes on from what was committed. Safe for use by many threads. */
public final class ReaderAccount {

    /** So many of the latest are listed one by one. */
    private static final int LISTED = 1_500;

    private final long from;
    private final @Nullable String schema;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private final long[] delays = new long[ReaderReport.DELAY_BOUNDS_MS.size() + 1];
    private final Deque<Read> tail = new ArrayDeque<>();

    /**
     * Goes on from a report.
     *
     * @param schema as what the reader reads
     */
    public ReaderAccount(ReaderReport report, @Nullable String schema) {
        from = report.from();
        this.schema = schema;
        counts.put(Outcome.APPLIED, report.applied());
        counts.put(Outcome.DUPLICATE, report.duplicate());
        counts.put(Outcome.DEAD, report.dead());
        counts.put(Outcome.OTHER, report.other());
        if (report.delays().size() == delays.length) {
            for (int bound = 0; bound < delays.length; bound++) {
                delays[bound] = report.delays().get(bound);
            }
        }
        tail.addAll(report.tail());
    }

    /**
     * A record is done with, at the first attempt.
     *
     * @param delayMs since it reached the broker
     */
    public void note(long offset, Outcome outcome, long delayMs) {
        note(new Read(offset, outcome), delayMs);
    }

    /**
     * A record is done with.
     *
     * @param delayMs since it reached the broker
     */
    public synchronized void note(Read read, long delayMs) {
        counts.merge(read.outcome(), 1L, Long::sum);
        int bound = 0;
        while (bound < ReaderReport.DELAY_BOUNDS_MS.size() && delayMs > ReaderReport.DELAY_BOUNDS_MS.get(bound)) {
            bound++;
        }
        delays[bound]++;
        if (!tail.isEmpty() && read.offset() <= tail.getLast().offset()) {
            // It reads again from further back: a list tells of one going, in order.
            tail.clear();
        }
        tail.addLast(read);
        if (tail.size() > LISTED) {
            tail.removeFirst();
        }
    }

    public synchronized ReaderReport report() {
        List<Long> within = new ArrayList<>();
        boolean any = false;
        for (long each : delays) {
            within.add(each);
            any |= each > 0;
        }
        return new ReaderReport(
                from,
                count(Outcome.APPLIED),
                count(Outcome.DUPLICATE),
                count(Outcome.DEAD),
                count(Outcome.OTHER),
                schema,
                any ? within : List.of(),
                List.copyOf(tail));
    }

    private long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}
