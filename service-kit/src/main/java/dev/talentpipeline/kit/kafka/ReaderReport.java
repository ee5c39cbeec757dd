package dev.talentpipeline.kit.kafka;

import dev.talentpipeline.schemas.SchemaFingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has made of one partition, as it stands beside the offset that it commits. It commits both in one request, so what it says is true up to that very offset,
 * whatever crash comes next.
 *
 * <pre>
 * r1 from=100 applied=37 duplicate=2 dead=1 other=0 schema=5f3a… delays=0,0,30,10 retried=125x3 tail=120:A20.1D2X1A3
 *                                                   │           │              │             │   │  │ └ two dropped as held already
 *                                                   │           │              │             │   │  └ a gap of one offset: the end of a transaction
 *                                                   │           │              │             │   └ twenty applied
 *                                                   │           │              │             └ offset of the first one that is listed
 *                                                   │           │              └ the one at offset 125 at the third attempt
 *                                                   │           └ none within 1 ms, none within 2 ms, thirty within 5 ms, ten within 10 ms
 *                                                   └ fingerprint of the schema as which the reader reads
 * </pre>
 *
 * @param from the offset at which the account begins
 * @param applied how many changed something since
 * @param duplicate how many were held already
 * @param dead how many were set aside
 * @param other how many were read of which the reader said nothing
 * @param schema by {@link SchemaFingerprint}, as what the reader reads whatever was written; null: it does not say
 * @param delays how many were done with within each of {@link #DELAY_BOUNDS_MS} and no less, from when they reached the broker; the last is of those that took longer; empty: it does not
 *     say
 * @param tail what became of the latest, one by one, in their order; as many as there is room for
 */
public record ReaderReport(
        long from,
        long applied,
        long duplicate,
        long dead,
        long other,
        @Nullable String schema,
        List<Long> delays,
        List<Read> tail) {

    /** By what delays are told apart, in milliseconds. */
    public static final List<Long> DELAY_BOUNDS_MS = List.of(
            1L, 2L, 5L, 10L, 20L, 50L, 100L, 200L, 500L, 1_000L, 2_000L, 5_000L, 10_000L, 20_000L, 50_000L, 100_000L,
            200_000L, 500_000L);

    /** A broker takes 4,096 bytes. */
    private static final int LONGEST = 3_300;
    /** Of those that took more than one attempt; there are few, as everything behind them waits. */
    private static final int RETRIED = 20;

    private static final Pattern FORM = Pattern.compile(
            "r1 from=(\\d+) applied=(\\d+) duplicate=(\\d+) dead=(\\d+) other=(\\d+)"
                    + "(?: schema=([0-9a-f]+))?(?: delays=([\\d,]+))?(?: retried=([\\dx,]+))? tail=(?:(\\d+):([ADXO.\\d]*))?");
    private static final Pattern ATTEMPTS = Pattern.compile("(\\d+)x(\\d+)");
    private static final Pattern RUN = Pattern.compile("([ADXO.])(\\d+)");
    private static final String GAP = ".";

    public ReaderReport {
        delays = List.copyOf(delays);
        tail = List.copyOf(tail);
    }

    /** What became of a record. */
    public enum Outcome {
        APPLIED("A"),
        DUPLICATE("D"),
        DEAD("X"),
        OTHER("O");

        private final String letter;

        Outcome(String letter) {
            this.letter = letter;
        }
    }

    /**
     * A record that was read.
     *
     * @param attempts how often the reader tried, the last time included; 1 as well from one that does not say it, or began anew in between
     */
    public record Read(long offset, Outcome outcome, int attempts) {

        public Read(long offset, Outcome outcome) {
            this(offset, outcome, 1);
        }
    }

    public static ReaderReport beginningAt(long offset) {
        return new ReaderReport(offset, 0, 0, 0, 0, null, List.of(), List.of());
    }

    /** How many were read. */
    public long records() {
        return applied + duplicate + dead + other;
    }

    /** With so many of the latest left that it fits beside an offset. */
    public String encoded() {
        List<String> runs = new ArrayList<>();
        long first = 0;
        int length = 0;
        int at = tail.size() - 1;
        long next = -1;
        // From the end, so that what does not fit is the oldest.
        while (at >= 0 && length < LONGEST) {
            Read last = tail.get(at);
            if (next >= 0 && last.offset() + 1 < next) {
                runs.addFirst(GAP + (next - last.offset() - 1));
                length += runs.getFirst().length();
            }
            int run = 1;
            while (at - run >= 0
                    && tail.get(at - run).outcome() == last.outcome()
                    && tail.get(at - run).offset() == last.offset() - run) {
                run++;
            }
            runs.addFirst(last.outcome().letter + run);
            length += runs.getFirst().length();
            first = last.offset() - run + 1;
            next = first;
            at -= run;
        }
        return "r1 from=%d applied=%d duplicate=%d dead=%d other=%d%s%s%s tail=%s"
                .formatted(
                        from,
                        applied,
                        duplicate,
                        dead,
                        other,
                        schema == null ? "" : " schema=" + schema,
                        delays.isEmpty()
                                ? ""
                                : " delays="
                                        + delays.stream().map(String::valueOf).collect(Collectors.joining(",")),
                        retried(first),
                        runs.isEmpty() ? "" : first + ":" + String.join("", runs));
    }

    private String retried(long from) {
        List<String> retried = tail.stream()
                .filter(read -> read.attempts() > 1 && read.offset() >= from)
                .map(read -> read.offset() + "x" + read.attempts())
                .toList();
        return retried.isEmpty()
                ? ""
                : " retried="
                        + String.join(",", retried.subList(Math.max(0, retried.size() - RETRIED), retried.size()));
    }

    /** What stands beside an offset; empty: nothing of this kind does. */
    public static Optional<ReaderReport> parse(@Nullable String metadata) {
        Matcher report = FORM.matcher(metadata == null ? "" : metadata);
        if (!report.matches()) {
            return Optional.empty();
        }
        List<Read> tail = new ArrayList<>();
        Map<Long, Integer> attempts = attempts(report.group(8));
        if (report.group(9) != null) {
            long offset = Long.parseLong(report.group(9));
            Matcher runs = RUN.matcher(report.group(10));
            while (runs.find()) {
                long length = Long.parseLong(runs.group(2));
                if (!runs.group(1).equals(GAP)) {
                    Outcome outcome = outcome(runs.group(1));
                    for (long each = 0; each < length; each++) {
                        tail.add(new Read(offset + each, outcome, attempts.getOrDefault(offset + each, 1)));
                    }
                }
                offset += length;
            }
        }
        return Optional.of(new ReaderReport(
                number(report, 1),
                number(report, 2),
                number(report, 3),
                number(report, 4),
                number(report, 5),
                report.group(6),
                delays(report.group(7)),
                tail));
    }

    private static List<Long> delays(@Nullable String counts) {
        return counts == null
                ? List.of()
                : Stream.of(counts.split(",")).map(Long::valueOf).toList();
    }

    private static Map<Long, Integer> attempts(@Nullable String retried) {
        Map<Long, Integer> attempts = new HashMap<>();
        Matcher each = ATTEMPTS.matcher(retried == null ? "" : retried);
        while (each.find()) {
            attempts.put(Long.valueOf(each.group(1)), Integer.valueOf(each.group(2)));
        }
        return attempts;
    }

    private static long number(Matcher report, int group) {
        return Long.parseLong(report.group(group));
    }

    private static Outcome outcome(String letter) {
        for (Outcome each : Outcome.values()) {
            if (each.letter.equals(letter)) {
                return each;
            }
        }
        throw new IllegalArgumentException("letter (%s) must be that of an outcome.".formatted(letter));
    }
}
