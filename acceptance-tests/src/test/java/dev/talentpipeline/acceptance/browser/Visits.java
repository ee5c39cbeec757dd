package dev.talentpipeline.acceptance.browser;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** How long pages took and how much they weighed, over all visits of the test JVM. */
final class Visits {

    /** Of a page, compressed, with everything that it loads. */
    static final int MOST_BYTES = 300 * 1024;

    /** Until a page can be used. */
    static final double LONGEST_MS = 1000;

    /** Of fewer visits of a page, one that met a busy machine would say something of the page. */
    static final int ENOUGH_OF_A_PAGE = 3;

    private static final int ENOUGH = 20;

    private static final int SLOWEST_SHOWN = 5;

    private static final List<Visit> ALL = new CopyOnWriteArrayList<>();

    private Visits() {}

    /**
     * One page, once.
     *
     * @param usableMs until the document is there and its scripts have run
     * @param bytes compressed, with everything that the page loads, whether or not the browser had it already
     */
    record Visit(String page, Look look, double usableMs, long bytes) {}

    /** A page by its visits. */
    private record Times(String page, List<Visit> visits) {

        /** The time of the visit in the middle: a machine that is busy with something else slows down some, but hardly half of them. */
        double medianMs() {
            return medianOf(visits);
        }

        @Override
        public String toString() {
            return "%s %.0f ms (median of %d)".formatted(page, medianMs(), visits.size());
        }
    }

    static void add(Visit visit) {
        ALL.add(visit);
    }

    /** The first few tell of a system that has just started. */
    static boolean areMany() {
        return ALL.size() >= ENOUGH;
    }

    /** Those that were slow in most of enough visits. */
    static List<String> slowPages() {
        return byPage().stream()
                .filter(page -> page.visits().size() >= ENOUGH_OF_A_PAGE)
                .filter(page -> page.medianMs() > LONGEST_MS)
                .map(Times::toString)
                .toList();
    }

    static String summary() {
        if (ALL.isEmpty()) {
            return "No page was visited.";
        }
        List<Visit> byTime = byTime(ALL);
        Visit heaviest =
                ALL.stream().max(Comparator.comparingLong(Visit::bytes)).orElseThrow();
        return "%d visits of %d pages: usable after %.0f ms (p50), %.0f ms (p95); the slowest: %s; at most %d KiB (%s)"
                .formatted(
                        byTime.size(),
                        byPage().size(),
                        medianOf(ALL),
                        byTime.get(byTime.size() * 95 / 100).usableMs(),
                        byPage().stream()
                                .limit(SLOWEST_SHOWN)
                                .map(Times::toString)
                                .collect(Collectors.joining(", ")),
                        heaviest.bytes() / 1024,
                        heaviest.page());
    }

    /** The slowest first. */
    private static List<Times> byPage() {
        Map<String, List<Visit>> pages =
                ALL.stream().collect(Collectors.groupingBy(Visit::page, TreeMap::new, Collectors.toList()));
        return pages.entrySet().stream()
                .map(page -> new Times(page.getKey(), page.getValue()))
                .sorted(Comparator.comparingDouble(Times::medianMs).reversed())
                .toList();
    }

    private static double medianOf(List<Visit> visits) {
        return byTime(visits).get(visits.size() / 2).usableMs();
    }

    private static List<Visit> byTime(List<Visit> visits) {
        return visits.stream()
                .sorted(Comparator.comparingDouble(Visit::usableMs))
                .toList();
    }
}
