package dev.talentpipeline.benchmarks.imports;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicLong;

/** Watches the heap of the internship service, by what it tells of itself. Closing ends the watch. */
final class ServiceHeap implements AutoCloseable {

    private static final String USED = "jvm_memory_used_bytes{area=\"heap\"";
    private static final String MAXIMUM = "jvm_memory_max_bytes{area=\"heap\"";
    private static final long PAUSE_MS = 250;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI metrics;
    private final AtomicLong highestBytes = new AtomicLong();
    private final Thread watch;

    ServiceHeap(URI metrics) {
        this.metrics = metrics;
        watch = Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
        while (!Thread.interrupted()) {
            try {
                highestBytes.accumulateAndGet((long) sum(USED), Math::max);
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private double sum(String metric) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(metric))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .filter(bytes -> bytes > 0)
                    .sum();
        } catch (IOException e) {
            // A watch that misses one look has others.
            return 0;
        }
    }

    /** The most that was seen, in MiB. */
    long highestMebibytes() {
        return highestBytes.get() >> 20;
    }

    /** What the service may use at most, in MiB; 0 where it cannot be asked. */
    long maximumMebibytes() throws InterruptedException {
        return (long) sum(MAXIMUM) >> 20;
    }

    @Override
    public void close() {
        watch.interrupt();
        http.shutdownNow();
        http.close();
    }
}
