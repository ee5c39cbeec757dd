package dev.talentpipeline.console.api;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks for the parts of a page at the same time. */
public final class Together {

    private Together() {}

    /** The results in the order of the items. A failure of one is a failure of the whole. */
    public static <T, R> List<R> each(List<T> items, Function<T, R> reading) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> results = items.stream()
                    .map(item -> threads.submit(() -> reading.apply(item)))
                    .toList();
            // Closing waits for all, so what is taken here is there already or about to be.
            return results.stream().map(Together::result).toList();
        }
    }

    /**
     * Begins a reading that goes on while others begin.
     *
     * @return waits for what comes of it
     */
    public static <R> Supplier<R> begin(Callable<R> reading) {
        FutureTask<R> task = new FutureTask<>(reading);
        Thread.ofVirtual().start(task);
        return () -> result(task);
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The console is stopping.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A part of the page could not be made.", e);
        }
    }
}
