package dev.talentpipeline.benchmarks;

import dev.talentpipeline.benchmarks.engine.EngineBenchmark;
import dev.talentpipeline.benchmarks.flow.OfferLatency;
import dev.talentpipeline.benchmarks.flow.PipelineBenchmark;
import dev.talentpipeline.benchmarks.imports.ImportBenchmark;
import dev.talentpipeline.benchmarks.pages.PagesBenchmark;
import dev.talentpipeline.benchmarks.search.SearchBenchmark;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The entry: {@code java -jar benchmarks.jar NAME [arguments]}. A new benchmark is one more entry of the map. */
public final class Benchmarks {

    /** One benchmark, run with the arguments after its name. */
    @FunctionalInterface
    public interface Benchmark {

        void run(String... arguments) throws Exception;
    }

    private static final Map<String, Benchmark> BY_NAME = new TreeMap<>(Map.of(
            "engine",
            EngineBenchmark::run,
            "import",
            ImportBenchmark::run,
            "jmh",
            org.openjdk.jmh.Main::main,
            "latency",
            OfferLatency::run,
            "pages",
            PagesBenchmark::run,
            "pipeline",
            PipelineBenchmark::run,
            "search",
            SearchBenchmark::run));

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Benchmark benchmark = arguments.length == 0 ? null : BY_NAME.get(arguments[0]);
        if (benchmark == null) {
            System.err.println("Usage: java -jar benchmarks.jar NAME, where NAME is one of " + BY_NAME.keySet());
            System.exit(2);
            return;
        }
        benchmark.run(Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
