package dev.talentpipeline.benchmarks.flow;

import dev.talentpipeline.benchmarks.flow.PipelineFigures.Rate;
import dev.talentpipeline.benchmarks.flow.PipelineFigures.Run;
import dev.talentpipeline.benchmarks.load.FileImport;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Profiles on their way to offers, through a running stack: how many a second with monitoring and without it, by turns, each time beside a bare Kafka Streams hop on the same
 * broker; and how long one takes when so many come a second.
 */
public final class PipelineBenchmark {

    private static final int USUAL_STUDENTS = 5_000;
    private static final int USUAL_SECONDS = 20;

    /** As many files as an organisation may have waiting, and one is committed a second. */
    private static final int MOST_SECONDS = 20;

    private static final int COMMITS_AT_ONCE = 4;

    private static final int COMMIT_INTERVAL_MS = 50;
    private static final List<Integer> RATES = List.of(100, 500, 1_000);

    /** Each order as often as the other, so that what grows or cools down during the run weighs on both alike. */
    private static final List<Boolean> WITH_MONITORING = List.of(true, false, false, true, true, false, false, true);

    private static final int WARMING_UP = 2;

    private static final Duration GIVE_UP = Duration.ofMinutes(10);
    private static final Path PAGE = Path.of("docs", "benchmarks-pipeline.md");

    private final PipelineClient client;
    private final StackFile stack;
    private final Path directory;
    private final int students;
    private final int seconds;
    private final int partitions;

    private PipelineBenchmark(PipelineClient client, Path stackFile, int students, int seconds) {
        this.client = client;
        this.stack = client.stack();
        this.directory = stackFile.toAbsolutePath().resolveSibling("");
        this.students = students;
        this.seconds = seconds;
        partitions = OfferWatch.partitions(stack.kafka(), "student-profiles");
    }

    /**
     * Runs it against the stack that wrote the given {@code stack.json} and writes the page. Before it may stand how many students come in each run, and for how many seconds
     * each rate is kept.
     */
    public static void run(String... arguments) throws Exception {
        if (arguments.length == 0 || arguments.length > 3) {
            throw new IllegalArgumentException(
                    "arguments (%d) must be students and seconds, which may be left out, and the path of a running stack's stack.json."
                            .formatted(arguments.length));
        }
        int students = arguments.length > 1 ? Integer.parseInt(arguments[0]) : USUAL_STUDENTS;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[1]) : USUAL_SECONDS;
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new IllegalArgumentException("seconds (%d) must be 1 to %d.".formatted(seconds, MOST_SECONDS));
        }
        Path stackFile = Path.of(arguments[arguments.length - 1]);
        try (PipelineClient client = PipelineClient.fromStackFile(stackFile)) {
            String page = new PipelineBenchmark(client, stackFile, students, seconds).measured();
            Files.writeString(PAGE, page);
            System.out.println(page);
        }
    }

    private String measured() throws IOException, InterruptedException, ExecutionException, SQLException {
        List<Run> runs = new ArrayList<>();
        List<Double> hops = new ArrayList<>();
        List<Rate> rates = new ArrayList<>();
        try (MonitoringSwitch monitoring = new MonitoringSwitch(directory, client.operations());
                BareHop hop = new BareHop(stack.kafka(), partitions, COMMIT_INTERVAL_MS);
                QuietTopics topics = new QuietTopics(stack.kafka(), OfferWatch.TOPICS)) {
            int bytes = 0;
            for (int time = 0; time < WARMING_UP; time++) {
                bytes = throughput(true).profileBytes();
                topics.await();
                hop.recordsPerSecond(PipelineFigures.HOP_RECORDS, bytes);
            }
            for (boolean on : WITH_MONITORING) {
                if (on) {
                    monitoring.on();
                } else {
                    monitoring.off();
                }
                topics.await();
                Run run = throughput(on);
                if (on) {
                    Instant ended = Instant.now();
                    monitoring.awaitJournal();
                    run = run.journalled(Duration.between(ended, Instant.now()));
                }
                runs.add(run);
                topics.await();
                hops.add(hop.recordsPerSecond(PipelineFigures.HOP_RECORDS, bytes));
                System.out.printf(
                        "monitoring %s: %.0f offers a second, %.0f events a second; bare hop: %.0f records a second%n",
                        on ? "on" : "off", run.offersPerSecond(), run.eventsPerSecond(), hops.getLast());
            }
            for (int rate : RATES) {
                monitoring.on();
                topics.await();
                rates.add(latency(rate));
                System.out.println(rates.getLast());
            }
        }
        return new PipelineFigures(students, seconds, runs, hops, rates).page();
    }

    /** From the commit of files, one in each programme, to the last of their students' offers. */
    private Run throughput(boolean monitored) throws InterruptedException, ExecutionException {
        OpenMarket market = new OpenMarket(client, partitions, students);
        List<FileImport> files = new ArrayList<>();
        for (int file = 0; file < partitions; file++) {
            files.add(market.prepared(file, students / partitions));
        }
        int all = students / partitions * partitions;
        try (OfferWatch watch = new OfferWatch(stack, market.programmes())) {
            double tookSeconds = committed(files, Duration.ZERO, watch, all);
            return new Run(monitored, all / tookSeconds, watch.records() / tookSeconds, watch.profileBytes(), 0);
        }
    }

    /** A file a second, whatever has become of the one before it. */
    private Rate latency(int rate) throws InterruptedException, ExecutionException {
        OpenMarket market = new OpenMarket(client, partitions, rate * seconds);
        List<FileImport> files = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            files.add(market.prepared(second, rate));
        }
        try (OfferWatch watch = new OfferWatch(stack, market.programmes())) {
            double tookSeconds = committed(files, Duration.ofSeconds(1), watch, rate * seconds);
            return Rate.of(rate, rate * seconds / tookSeconds, watch.latenciesMs());
        }
    }

    /** Commits the files, with so much time in between, and gives how many seconds went by until the last offer. */
    private static double committed(List<FileImport> files, Duration between, OfferWatch watch, int offers)
            throws InterruptedException, ExecutionException {
        Instant began = Instant.now();
        // As many as the service commits at a time.
        try (ScheduledExecutorService committing = Executors.newScheduledThreadPool(COMMITS_AT_ONCE)) {
            List<Future<?>> commits = new ArrayList<>();
            for (int file = 0; file < files.size(); file++) {
                FileImport each = files.get(file);
                commits.add(committing.schedule(
                        () -> {
                            each.commit();
                            return null;
                        },
                        between.multipliedBy(file).toMillis(),
                        TimeUnit.MILLISECONDS));
            }
            watch.await(offers, GIVE_UP);
            for (Future<?> commit : commits) {
                commit.get();
            }
        }
        if (watch.offers() < offers) {
            throw new IllegalStateException(
                    "offers (%d) must be %d within %s.".formatted(watch.offers(), offers, GIVE_UP));
        }
        return Duration.between(began, watch.lastOfferAt()).toMillis() / 1e3;
    }
}
