package dev.talentpipeline.benchmarks.flow;

import static dev.talentpipeline.benchmarks.Measured.shown;

import dev.talentpipeline.benchmarks.Machine;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** What was seen in one run, as a page. */
record PipelineFigures(int students, int seconds, List<Run> runs, List<Double> hops, List<Rate> rates) {

    static final int HOP_RECORDS = 100_000;

    private static final double PROMISED_COST = 0.10;

    /**
     * Students of some files, from their commit to the last offer.
     *
     * @param eventsPerSecond of all kinds that were written on the way
     * @param profileBytes key and value, on average
     * @param journalledSeconds how long after the last offer monitoring had read everything; 0: it was off
     */
    record Run(
            boolean monitored,
            double offersPerSecond,
            double eventsPerSecond,
            int profileBytes,
            double journalledSeconds) {

        Run journalled(Duration after) {
            return new Run(monitored, offersPerSecond, eventsPerSecond, profileBytes, after.toMillis() / 1e3);
        }
    }

    /**
     * Profiles that came at a rate.
     *
     * @param reachedPerSecond offers, from the first profile to the last offer
     */
    record Rate(int perSecond, double reachedPerSecond, double p50Ms, double p99Ms) {

        /** @param sortedMs the shortest first */
        static Rate of(int perSecond, double reachedPerSecond, double... sortedMs) {
            return new Rate(perSecond, reachedPerSecond, percentile(sortedMs, 50), percentile(sortedMs, 99));
        }

        private static double percentile(double[] sorted, int percent) {
            return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1];
        }
    }

    String page() throws IOException {
        double on = median(
                runs.stream().filter(Run::monitored).map(Run::offersPerSecond).toList());
        double off = median(runs.stream()
                .filter(run -> !run.monitored())
                .map(Run::offersPerSecond)
                .toList());
        double events = median(
                runs.stream().filter(Run::monitored).map(Run::eventsPerSecond).toList());
        double hop = median(hops);
        double cost = 1 - on / off;
        return """
                # Benchmark of the pipeline

                `./pipeline bench pipeline [STUDENTS [SECONDS]]` writes this page: everything in one run, through the front door of a running stack
                (`./pipeline up --detach --no-demo`).

                | | |
                | --- | --- |
                | date | %s |
                | machine | %s, %d cores, for the whole stack and what measures it |
                | Java | %s %s |
                | load | %,d students a run, by a file in each of the programmes, one in each partition, with a place for everybody |

                | work | to reach | measured | |
                | --- | --- | --- | --- |
                | profiles that become offers, from the commit of the files to the last offer on its topic, with monitoring |  | %,.0f a second |  |
                | events of all kinds written meanwhile |  | %,.0f a second |  |
                | a bare Kafka Streams hop on the same broker: exactly once, as many partitions, 50 ms between commits, records of %d bytes |  | %,.0f a second: %.1f times the events, %.1f times the offers |  |
                | the same profiles without monitoring |  | %,.0f a second |  |
                | from the last offer until monitoring has read everything, as it [gives way](adr/0055-who-watches-gives-way.md) |  | %,.0f s |  |
                | cost of monitoring: medians of %d runs with and %d without, by turns | at most 10 %% | %.1f %% | %s |

                | profiles that come, a second, for %d s | offers, a second | event → offer, p50 | p99 |
                | --- | --- | --- | --- |
                %s

                Each run: %s.

                ## What is measured

                - Students come as files, since a PUT each has a transaction each, which [costs](benchmarks-import.md) as much as a hundred rows: the connections, not the
                  pipeline, would be measured. From the commit of a file on, every step is that of a single profile: outbox, relay, topic, matcher, proposal, admission one by one,
                  outbox, relay, topic; and notices are written meanwhile.
                - Latency is from the time at which the profile was written, before its transaction was committed, to its offer in the hands of a reader of the topic. The rate is kept by a
                  file a second, of that many rows, whatever has become of those before; the programme clears every 200 ms. Where offers come slower than profiles, latency is the queue.
                - Without monitoring its process is stopped (`SIGSTOP`), and with it again it counts only after it has read everything and looked at it: it is as warm as before. The orders on-off and off-on
                  are as frequent.
                - Two runs that are not counted come before. Each begins when nothing was written to any topic for 5 s: the mails of the run before have left by then.
                - The bare hop runs between the runs, one after each, and hands on %,d records from their sending to their reading.
                """.formatted(
                LocalDate.now(ZoneOffset.UTC),
                Machine.processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"),
                Runtime.version(),
                students,
                on,
                events,
                runs.getFirst().profileBytes(),
                hop,
                hop / events,
                hop / on,
                off,
                median(runs.stream()
                        .filter(Run::monitored)
                        .map(Run::journalledSeconds)
                        .toList()),
                runs.stream().filter(Run::monitored).count(),
                runs.stream().filter(run -> !run.monitored()).count(),
                100 * cost,
                cost <= PROMISED_COST ? "reached" : "missed",
                seconds,
                rates.stream().map(PipelineFigures::row).collect(Collectors.joining("\n")),
                runs.stream()
                        .map(run -> "%s %,.0f".formatted(run.monitored() ? "with" : "without", run.offersPerSecond()))
                        .collect(Collectors.joining(", ")),
                HOP_RECORDS);
    }

    private static String row(Rate rate) {
        return "| %,d | %,.0f | %s | %s |"
                .formatted(rate.perSecond(), rate.reachedPerSecond(), shown(rate.p50Ms()), shown(rate.p99Ms()));
    }

    private static double median(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
