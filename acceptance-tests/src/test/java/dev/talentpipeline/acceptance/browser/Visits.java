package dev.talentpipeline.acceptance.browser;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** How long pages took and how much they weighed, over all visits of the test JVM. */
final class Visits {

    /** Of a page, compressed, with everything that it loads. */
    static final int MOST_BYTES = 300 * 1024;

    /** Until a page can be used. */
    static final double LONGEST_MS = 1000;

    private static final int ENOUGH = 20;

    private static final List<Visit> ALL = new CopyOnWriteArrayList<>();

    private Visits() {}

    /**
     * One page, once.
     *
     * @param usableMs until the document is there and its scripts have run
     * @param bytes compressed, with everything that the page loads, whether or not the browser had it already
     */
    record Visit(String page, Look look, double usableMs, long bytes) {}

    static void add(Visit visit) {
        ALL.add(visit);
    }

    /** The first few tell of a system that has just started. */
    static boolean areMany() {
        return ALL.size() >= ENOUGH;
    }

    /** The time of the visit in the middle: a machine that is busy with something else slows down some, but hardly half of them. */
    static double medianMs() {
        List<Visit> byTime = byTime();
        return byTime.get(byTime.size() / 2).usableMs();
    }

    static String summary() {
        List<Visit> byTime = byTime();
        Visit heaviest =
                ALL.stream().max(Comparator.comparingLong(Visit::bytes)).orElseThrow();
        Visit slowest = byTime.getLast();
        return "%d visits of pages: usable after %.0f ms (p50), %.0f ms (p95), at most %.0f ms (%s); at most %d KiB (%s)"
                .formatted(
                        byTime.size(),
                        medianMs(),
                        byTime.get(byTime.size() * 95 / 100).usableMs(),
                        slowest.usableMs(),
                        slowest.page(),
                        heaviest.bytes() / 1024,
                        heaviest.page());
    }

    private static List<Visit> byTime() {
        return ALL.stream().sorted(Comparator.comparingDouble(Visit::usableMs)).toList();
    }
}
