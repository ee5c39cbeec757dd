package dev.talentpipeline.stack.supervisor;

import dev.talentpipeline.stack.ProcessPart;
import dev.talentpipeline.stack.process.LogFile;
import dev.talentpipeline.stack.process.ProcessException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A part under supervision. It knows whether the part's end was wanted, and reports an end that was not. Starting, restarting and stopping
 * exclude each other.
 */
final class Watched {

    /** How far a part is. */
    enum Phase {
        WAITING,
        STARTING,
        READY,
        STOPPED,
        DIED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final long LOG_BYTES = 5L * 1024 * 1024;

    private final ProcessPart part;
    private final Path log;
    private final Consumer<Watched> onDeath;
    private volatile Phase phase = Phase.WAITING;
    private volatile Instant since = Instant.now();
    private volatile boolean endWanted;

    /**
     * @param onDeath told when the part has ended and nobody wanted it to
     */
    Watched(ProcessPart part, Path log, Consumer<Watched> onDeath) {
        this.part = part;
        this.log = log;
        this.onDeath = onDeath;
    }

    ProcessPart part() {
        return part;
    }

    Phase phase() {
        return phase;
    }

    Instant since() {
        return since;
    }

    /** Starts the part and returns, when it is ready, how long that took. */
    synchronized Duration start() {
        Instant begin = Instant.now();
        LogFile.rotate(log, LOG_BYTES);
        endWanted = false;
        enter(Phase.STARTING);
        try {
            part.start();
        } catch (ProcessException e) {
            enter(part.isRunning() ? Phase.STARTING : Phase.DIED);
            throw e;
        }
        enter(Phase.READY);
        ProcessHandle process = part.process().handle().orElseThrow();
        Thread.ofVirtual().name("watch-" + part.name()).start(() -> {
            process.onExit().join();
            ended(process);
        });
        return Duration.between(begin, Instant.now());
    }

    /** Asks the part to end, and kills it when it takes too long. */
    synchronized void stop() {
        endWanted = true;
        part.process().stop(part.stopSignal(), STOP_PATIENCE);
        if (phase != Phase.WAITING) {
            enter(Phase.STOPPED);
        }
    }

    /** Stops the part, does the work, and starts the part again whatever came of it. */
    synchronized void whileStopped(Runnable work) {
        stop();
        try {
            work.run();
        } finally {
            start();
        }
    }

    /** Lets an end that comes now count as wanted, even while the part is still starting. */
    void wantEnd() {
        endWanted = true;
    }

    private void ended(ProcessHandle process) {
        boolean isLatest = part.process().handle().filter(process::equals).isPresent();
        if (isLatest && !endWanted) {
            enter(Phase.DIED);
            onDeath.accept(this);
        }
    }

    private void enter(Phase next) {
        phase = next;
        since = Instant.now();
    }
}
