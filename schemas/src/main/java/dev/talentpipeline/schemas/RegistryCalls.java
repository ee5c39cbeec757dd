package dev.talentpipeline.schemas;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to the registry again until they are answered. An answer that breaks off in the middle never ends, and the registry's client
 * would wait for the rest of it for good; so each attempt has a thread of its own and a bounded time.
 */
final class RegistryCalls {

    /** For whoever can do nothing without an answer. */
    static final Duration WITHOUT_END = Duration.ofNanos(Long.MAX_VALUE);

    private static final Logger LOG = LoggerFactory.getLogger(RegistryCalls.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Duration attempt;
    private final Duration patience;

    /**
     * Calls with the given bounds.
     *
     * @param attempt after which one attempt is given up
     * @param patience after which the last failure is thrown
     */
    RegistryCalls(Duration attempt, Duration patience) {
        this.attempt = attempt;
        this.patience = patience;
    }

    @FunctionalInterface
    interface Request<R> {
        R send() throws IOException;
    }

    /**
     * The answer to a request.
     *
     * @param purpose what the answer is needed for
     */
    <R> R answerTo(String purpose, Request<R> request) {
        long startedNs = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return send(request);
            } catch (IOException | RuntimeException e) {
                boolean worthWaiting =
                        RegistryFaults.ofTheEnvironment(e) && System.nanoTime() - startedNs < patience.toNanos();
                if (!worthWaiting) {
                    throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
                }
                LOG.warn("Waiting for the schema registry, needed for {}: {}", purpose, RegistryFaults.reason(e));
                sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private <R> R send(Request<R> request) throws IOException {
        FutureTask<R> sending = new FutureTask<>(request::send);
        Thread.ofVirtual().name("registry-call").start(sending);
        try {
            return sending.get(attempt.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e);
        } catch (TimeoutException e) {
            HttpTimeoutException fault = new HttpTimeoutException("no whole answer within " + attempt);
            fault.initCause(e);
            throw fault;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } finally {
            sending.cancel(true);
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
