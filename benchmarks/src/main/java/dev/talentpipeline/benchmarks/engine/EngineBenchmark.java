package dev.talentpipeline.benchmarks.engine;

import dev.talentpipeline.benchmarks.Measured;
import dev.talentpipeline.matching.engine.assignment.ListedAcceptance;
import dev.talentpipeline.matching.engine.assignment.ListedPairs;
import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.columns.Standing;
import dev.talentpipeline.matching.engine.retrieval.Admission;
import dev.talentpipeline.matching.engine.retrieval.ChoiceSearch;
import dev.talentpipeline.matching.engine.retrieval.OpeningIndex;
import dev.talentpipeline.matching.engine.verification.ListedVerifier;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Student;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures the engine against its goals, both sides of a ratio in one run, and writes {@code docs/benchmarks.md} if there is a
 * {@code docs} folder. With {@code --scale=N} everything is N times smaller, to try it out; {@code --runs=N} takes the
 * median of N runs instead of five.
 */
public final class EngineBenchmark {

    private static final int TOP = 20;

    private final Report report = new Report();
    private final int scale;
    private final int runs;

    private EngineBenchmark(int scale, int runs) {
        this.scale = scale;
        this.runs = runs;
    }

    public static void run(String... arguments) throws IOException {
        int scale = 1;
        int runs = 5;
        for (String argument : arguments) {
            if (argument.startsWith("--scale=")) {
                scale = Integer.parseInt(argument.substring("--scale=".length()));
            } else if (argument.startsWith("--runs=")) {
                runs = Integer.parseInt(argument.substring("--runs=".length()));
            } else {
                throw new IllegalArgumentException(
                        "The argument " + argument + " is not known. Maybe --scale=10 or --runs=1 was meant.");
            }
        }
        EngineBenchmark benchmark = new EngineBenchmark(scale, runs);
        benchmark.lists();
        benchmark.retrieval(100_000 / scale, false);
        benchmark.retrieval(1_000_000 / scale, true);
        new ClearingBenchmark(benchmark.report, runs).run(1_000_000 / scale);
        Path docs = Path.of("docs");
        if (scale == 1 && Files.isDirectory(docs)) {
            Path page = docs.resolve("benchmarks.md");
            String old = Files.exists(page) ? Files.readString(page) : Page.TITLE;
            Files.writeString(page, Page.into(old, Page.of(benchmark.report, runs)));
        }
    }

    private void lists() {
        ListedMarket market = new ListedMarket(1_000_000 / scale, 10, 100_000 / scale, 8);
        ListedPairs pairs = market.pairs();
        Measured flat = Measured.of(2, runs, () -> {
            int[] matching = ListedAcceptance.studentOptimal(pairs, market.seats);
            if (!ListedVerifier.verify(pairs, market.seats, matching).sound()) {
                throw new IllegalStateException("The matching is not stable.");
            }
        });
        CollectionsAcceptance collections = new CollectionsAcceptance(market);
        Measured plain = Measured.of(1, runs, collections::match);
        report.add(
                "deferred acceptance, %,d students × 10 preferences, %,d seats, with verification"
                        .formatted(market.students, market.internships * 8),
                "1.5 s",
                Measured.shown(flat.medianMs()),
                flat.medianMs() <= 1_500);
        report.note(
                "the same over `HashMap` and `PriorityQueue`, without verification",
                Measured.shown(plain.medianMs()) + ratio(plain.medianMs() / flat.medianMs()));
    }

    private void retrieval(int openings, boolean goal) throws IOException {
        SyntheticMarket synthetic = new SyntheticMarket(1);
        List<Internship> internships = synthetic.internships(openings, 3);
        List<Student> students = synthetic.students(1_000, List.of());
        FlatMarket market = new FlatMarket(synthetic.programme(), SyntheticMarket.NOW, SyntheticMarket.TOPICS);
        internships.forEach(market::put);
        int[] slots = students.stream().mapToInt(market::put).toArray();
        ChoiceSearch search = new ChoiceSearch(market, OpeningIndex.of(market));
        Measured engine = perStudent(Measured.of(5, runs, () -> {
            for (int slot : slots) {
                search.find(slot, TOP, Standing.FIRST, Members.NOBODY, Admission.ANY);
            }
        }));
        try (LuceneYardstick lucene = new LuceneYardstick(internships)) {
            List<Student> asked = students.subList(0, 200);
            Measured yardstick = Measured.of(1, runs, () -> asked.forEach(student -> lucene.search(student, TOP)));
            double luceneMs = yardstick.medianMs() / asked.size();
            String work = "exact top-%d of %,d internships for a student, one thread".formatted(TOP, openings);
            String measured = Measured.shown(engine.medianMs()) + " on average over 1,000 students";
            if (goal) {
                report.add(work, "0.4 ms", measured, engine.medianMs() <= 0.4);
                report.add(
                        "the same by Lucene 10.3.2",
                        "at least 30 times as long",
                        Measured.shown(luceneMs) + ratio(luceneMs / engine.medianMs()),
                        luceneMs >= 30 * engine.medianMs());
            } else {
                report.note(work, measured);
                report.note(
                        "the same by Lucene 10.3.2", Measured.shown(luceneMs) + ratio(luceneMs / engine.medianMs()));
            }
        }
    }

    private static Measured perStudent(Measured thousand) {
        return new Measured(
                thousand.medianMs() / 1e3, thousand.p95Ms() / 1e3, thousand.p99Ms() / 1e3, thousand.meanMs() / 1e3);
    }

    private static String ratio(double times) {
        return String.format(Locale.ROOT, " (%.1f times)", times);
    }
}
