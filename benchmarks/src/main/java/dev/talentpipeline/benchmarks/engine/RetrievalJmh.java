package dev.talentpipeline.benchmarks.engine;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.columns.Standing;
import dev.talentpipeline.matching.engine.retrieval.Admission;
import dev.talentpipeline.matching.engine.retrieval.ChoiceSearch;
import dev.talentpipeline.matching.engine.retrieval.OpeningIndex;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The search for choices by itself: {@code java -jar benchmarks.jar jmh Retrieval}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RetrievalJmh {

    private static final int STUDENTS = 1_000;

    /** How many openings there are. */
    @Param({"10000", "100000"})
    public int openings;

    private @Nullable ChoiceSearch search;
    private int[] students = new int[0];
    private int next;

    /** Makes the market. */
    @Setup
    public void setUp() {
        SyntheticMarket synthetic = new SyntheticMarket(1);
        FlatMarket market = new FlatMarket(synthetic.programme(), SyntheticMarket.NOW, SyntheticMarket.TOPICS);
        synthetic.internships(openings, 3).forEach(market::put);
        students = synthetic.students(STUDENTS, List.of()).stream()
                .mapToInt(market::put)
                .toArray();
        search = new ChoiceSearch(market, OpeningIndex.of(market));
    }

    /** The first twenty choices of a student. */
    @Benchmark
    public int topTwenty() {
        return find(20);
    }

    /** The first choice of a student. */
    @Benchmark
    public int first() {
        return find(1);
    }

    private int find(int wanted) {
        next = (next + 1) % STUDENTS;
        ChoiceSearch made = search;
        return made == null ? 0 : made.find(students[next], wanted, Standing.FIRST, Members.NOBODY, Admission.ANY);
    }
}
