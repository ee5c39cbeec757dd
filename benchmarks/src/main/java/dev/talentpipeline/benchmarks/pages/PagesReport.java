package dev.talentpipeline.benchmarks.pages;

import static dev.talentpipeline.benchmarks.Measured.shown;

import dev.talentpipeline.benchmarks.Machine;
import dev.talentpipeline.benchmarks.Measured;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page of what was measured. */
record PagesReport(int students, int internships, int people, Duration thinking) {

    private static final double PROMISED_MS = 300;

    /** A list that somebody looked at. */
    record Seen(String list, double ms, int bytes) {}

    String page(Collection<Seen> seen) throws IOException {
        String rows = seen.stream()
                .collect(Collectors.groupingBy(Seen::list, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
        return """
                # Benchmark of pages

                `./pipeline bench pages [STUDENTS INTERNSHIPS]` writes this page: %,d students, %,d internships and an offer for each of them in one programme, and %d people
                who are signed in at the console of a running stack. Some offers are accepted, some of these endorsed, and some of these have an agreement; companies have invited, openings wait
                for approval, everybody has been told, and some events could not be read. So each list has rows: one that has none, or of which a part cannot be shown, ends
                the run. Each person looks at the lists of their desk, one after the other, and thinks for %d s in between. A time is from the request to the last
                byte at the reader, who runs on the same cores; sizes are before compression.

                | | |
                | --- | --- |
                | date | %s |
                | machine | %s, %d cores |
                | Java | %s %s |

                | list | visits | median | p95 | p95 to reach | | bytes |
                | --- | --- | --- | --- | --- | --- | --- |
                %s
                """.formatted(
                        students,
                        internships,
                        people,
                        thinking.toSeconds(),
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.processor(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.vm.name"),
                        Runtime.version(),
                        rows);
    }

    private static String row(String list, List<Seen> visits) {
        Measured times = Measured.of(visits.stream().mapToDouble(Seen::ms).toArray());
        return "| `%s` | %d | %s | %s | %s | %s | %,d |"
                .formatted(
                        list,
                        visits.size(),
                        shown(times.medianMs()),
                        shown(times.p95Ms()),
                        shown(PROMISED_MS),
                        times.p95Ms() <= PROMISED_MS ? "reached" : "missed",
                        visits.stream().mapToInt(Seen::bytes).max().orElseThrow());
    }
}
