package dev.talentpipeline.acceptance.browser;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Calls beside each other, of which each has to succeed. */
final class Parallel {

    private static final int IN_FLIGHT = 8;

    private Parallel() {}

    static <T> void each(List<T> each, Function<T, JsonNode> call) {
        all(each.stream().<Callable<JsonNode>>map(one -> () -> call.apply(one)).toList());
    }

    static void all(List<Callable<JsonNode>> calls) {
        try (ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT)) {
            for (var done : threads.invokeAll(calls)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The season could not be entered.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while entering the season.", e);
        }
    }
}
