package dev.talentpipeline.matching.topology;

import dev.talentpipeline.matching.clearing.ClearingMarket;
import dev.talentpipeline.matching.clearing.ClearingResult;
import dev.talentpipeline.matching.topology.ClearingRun.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Clears on threads of its own, so that a clearing of minutes holds up neither the reading of events nor the small programmes beside it: large
 * markets wait for each other, and small ones only for small ones. Safe for use by many threads.
 */
final class ClearingWorkers implements AutoCloseable {

    private final Executor small;
    private final Executor large;
    private final int largeFrom;

    ClearingWorkers(Executor small, Executor large, int largeFrom) {
        this.small = small;
        this.large = large;
        this.largeFrom = largeFrom;
    }

    /** Two threads: one for small markets, one for those from so many members on. */
    static ClearingWorkers start(int largeFrom) {
        return new ClearingWorkers(worker("clearing-small"), worker("clearing-large"), largeFrom);
    }

    private static ExecutorService worker(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /**
     * Begins a clearing.
     *
     * @param members how many students and internships there are
     * @param market makes the market ready; called by the worker
     */
    Future<Done> begin(int members, Supplier<ClearingMarket> market, Instant now) {
        FutureTask<Done> run = new FutureTask<>(() -> {
            long startedNs = System.nanoTime();
            ClearingMarket ready = market.get();
            ClearingResult result = ready.clear(now);
            return new Done(ready, result, Duration.ofNanos(System.nanoTime() - startedNs));
        });
        (members < largeFrom ? small : large).execute(run);
        return run;
    }

    @Override
    public void close() {
        for (Executor worker : new Executor[] {small, large}) {
            if (worker instanceof ExecutorService service) {
                service.shutdownNow();
            }
        }
    }
}
