package dev.talentpipeline.benchmarks.engine;

import dev.talentpipeline.benchmarks.Measured;
import dev.talentpipeline.matching.engine.assignment.RollingMarket;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.verification.StabilityVerifier;
import dev.talentpipeline.matching.engine.verification.Verdict;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.Student;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Full clearings from profiles at growing sizes, and single changes in the largest market. */
final class ClearingBenchmark {

    private static final int THREADS = 2;
    private static final int STUDENTS_PER_INTERNSHIP = 10;
    private static final int SEATS_MAX = 16;
    private static final int CHANGES = 2_000;

    private final Report report;
    private final int runs;

    ClearingBenchmark(Report report, int runs) {
        this.report = report;
        this.runs = runs;
    }

    void run(int largest) {
        double before = 0;
        SyntheticMarket synthetic = new SyntheticMarket(1);
        List<Internship> internships = synthetic.internships(largest / STUDENTS_PER_INTERNSHIP, SEATS_MAX);
        for (int students = largest / 100; students <= largest; students *= 10) {
            List<Student> profiles = synthetic.students(students, internships);
            Market market =
                    new Market(SyntheticMarket.NOW, synthetic.programme(), profiles, internships, List.of(), Map.of());
            double ms = clear(market, students == largest);
            if (before > 0) {
                report.note(
                        "growth of that from %,d to %,d students".formatted(students / 10, students),
                        String.format(
                                Locale.ROOT,
                                "%.1f times; n log n would be %.1f times",
                                ms / before,
                                10 * Math.log(students) / Math.log(students / 10.0)));
            }
            before = ms;
            if (students == largest) {
                change(market, synthetic, ms);
                memory(market);
            }
        }
    }

    private double clear(Market market, boolean goal) {
        double[] loadAndClear = new double[runs];
        double[] verify = new double[runs];
        // At the largest size the smaller ones have warmed everything up.
        for (int run = goal ? 0 : -1; run < runs; run++) {
            long from = System.nanoTime();
            RollingMarket rolling = RollingMarket.of(market, SyntheticMarket.TOPICS, THREADS);
            long cleared = System.nanoTime();
            Verdict verdict = StabilityVerifier.verify(rolling.facts(), List.of(), matching(rolling), THREADS);
            if (!verdict.sound()) {
                throw new IllegalStateException("The matching is not stable: " + verdict);
            }
            if (run >= 0) {
                loadAndClear[run] = (cleared - from) / 1e6;
                verify[run] = (System.nanoTime() - cleared) / 1e6;
            }
        }
        double clearMs = Measured.of(loadAndClear).medianMs();
        double verifyMs = Measured.of(verify).medianMs();
        String work = "full clearing from profiles, %,d students × %,d internships, with verification"
                .formatted(market.students().size(), market.internships().size());
        String measured = Measured.shown(clearMs + verifyMs) + ", of which verification " + Measured.shown(verifyMs);
        if (goal) {
            long heapMiB = Runtime.getRuntime().maxMemory() >> 20;
            report.add(
                    work,
                    "60 s on 2 cores, heap 6 GiB",
                    measured + ", heap at most " + heapMiB + " MiB",
                    clearMs + verifyMs <= 60_000 && heapMiB <= 6 * 1024);
        } else {
            report.note(work, measured);
        }
        return clearMs + verifyMs;
    }

    private static int[] matching(RollingMarket rolling) {
        return IntStream.range(0, rolling.facts().students().size())
                .map(rolling::internshipOf)
                .toArray();
    }

    private void change(Market market, SyntheticMarket synthetic, double fullMs) {
        RollingMarket rolling = RollingMarket.of(market, SyntheticMarket.TOPICS, THREADS);
        Random random = new Random(3);
        double[] arrivals = new double[CHANGES];
        double[] withdrawals = new double[CHANGES];
        double[] declines = new double[CHANGES];
        List<Student> arriving = synthetic.students(CHANGES, market.internships());
        for (int change = -CHANGES / 10; change < CHANGES; change++) {
            int at = Math.max(0, change);
            Student arrival = arriving.get(at);
            arrivals[at] = timeMs(() -> rolling.put(arrival));
            Student leaving = any(market, random);
            withdrawals[at] = timeMs(() -> rolling.eraseStudent(leaving.id()));
            Pair pair = anyMatched(market, rolling, random);
            rolling.bind(pair);
            declines[at] = timeMs(() -> {
                rolling.keepApart(pair);
                rolling.free(pair);
            });
        }
        report("arrival", Measured.of(arrivals), fullMs);
        report("withdrawal", Measured.of(withdrawals), fullMs);
        report("decline", Measured.of(declines), fullMs);
        if (!StabilityVerifier.verify(rolling.facts(), List.of(), matching(rolling), THREADS)
                .sound()) {
            throw new IllegalStateException("The matching is not stable after the changes.");
        }
    }

    private void report(String what, Measured one, double fullMs) {
        report.add(
                "one " + what + " in that market",
                "p99 10 ms; 1,000 times faster than a full clearing",
                String.format(
                        Locale.ROOT,
                        "p50 %s, p99 %s; %,.0f times at the mean",
                        Measured.shown(one.medianMs()),
                        Measured.shown(one.p99Ms()),
                        fullMs / one.meanMs()),
                one.p99Ms() <= 10 && fullMs >= 1_000 * one.meanMs());
    }

    private static double timeMs(Runnable change) {
        long from = System.nanoTime();
        change.run();
        return (System.nanoTime() - from) / 1e6;
    }

    private static Student any(Market market, Random random) {
        return market.students().get(random.nextInt(market.students().size()));
    }

    private static Pair anyMatched(Market market, RollingMarket rolling, Random random) {
        while (true) {
            Student student = any(market, random);
            int internship = rolling.internshipOf(rolling.facts().students().slotOf(student.id()));
            if (internship != Members.NOBODY) {
                return new Pair(student.id(), rolling.facts().internships().id(internship));
            }
        }
    }

    private void memory(Market market) {
        List<RollingMarket> kept = new ArrayList<>();
        long before = usedBytes();
        kept.add(RollingMarket.of(market, SyntheticMarket.TOPICS, THREADS));
        long all = usedBytes() - before;
        Market withoutStudents =
                new Market(market.asOf(), market.programme(), List.of(), market.internships(), List.of(), Map.of());
        before = usedBytes();
        kept.add(RollingMarket.of(withoutStudents, SyntheticMarket.TOPICS, THREADS));
        long internships = usedBytes() - before;
        long bytes = (all - internships) / market.students().size();
        report.add(
                "memory a student in the engine, "
                        + kept.getFirst().facts().students().size() + " students, beside their ids and the state store",
                "400 bytes",
                bytes + " bytes (all internships together: " + (internships >> 20) + " MiB)",
                bytes <= 400);
    }

    private static long usedBytes() {
        for (int time = 0; time < 3; time++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
