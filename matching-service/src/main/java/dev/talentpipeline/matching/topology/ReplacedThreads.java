package dev.talentpipeline.matching.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts another thread for one that died, after a pause. Faults of records never come here, they are dead letters; what does come is the
 * environment or a mistake of ours, and neither gets better by standing still.
 */
final class ReplacedThreads implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ReplacedThreads.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Counter replaced;

    ReplacedThreads(MeterRegistry meters) {
        replaced = Counter.builder("talentpipeline.streams.threads.replaced")
                .description("Threads that died and were replaced")
                .register(meters);
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable fault) {
        LOG.error("A thread of the market died and is replaced", fault);
        replaced.increment();
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
