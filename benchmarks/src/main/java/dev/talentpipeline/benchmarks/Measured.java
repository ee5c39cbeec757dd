package dev.talentpipeline.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Times of one work, in milliseconds. */
public record Measured(double medianMs, double p95Ms, double p99Ms, double meanMs) {

    /** Runs some work so often, after so many runs that do not count, and takes the times. */
    public static Measured of(int warmups, int runs, Runnable work) {
        for (int run = 0; run < warmups; run++) {
            work.run();
        }
        double[] timesMs = new double[runs];
        for (int run = 0; run < runs; run++) {
            long from = System.nanoTime();
            work.run();
            timesMs[run] = (System.nanoTime() - from) / 1e6;
        }
        return of(timesMs);
    }

    public static Measured of(double... timesMs) {
        double[] sorted = timesMs.clone();
        Arrays.sort(sorted);
        return new Measured(
                sorted[sorted.length / 2],
                sorted[Math.min(sorted.length - 1, sorted.length * 95 / 100)],
                sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)],
                Arrays.stream(sorted).average().orElseThrow());
    }

    /** A time as people read it. */
    public static String shown(double ms) {
        if (ms < 1) {
            return String.format(Locale.ROOT, "%.0f µs", ms * 1e3);
        }
        return ms < 1_000
                ? String.format(Locale.ROOT, ms < 10 ? "%.2f ms" : "%.0f ms", ms)
                : String.format(Locale.ROOT, "%.2f s", ms / 1e3);
    }
}
