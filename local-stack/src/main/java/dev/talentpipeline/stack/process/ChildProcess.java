package dev.talentpipeline.stack.process;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One process of the operating system that this JVM started. It can be killed and started again any number of times by the same plan.
 * Each process leads a session of its own, so that Ctrl-C at the terminal reaches only the JVM that then stops them in order.
 * Methods may be called from any thread; starting and stopping exclude each other.
 */
public final class ChildProcess {

    private static final int LAST_LINES = 20;
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
    private static final Optional<Path> SETSID = onPath("setsid");

    private final ProcessPlan plan;
    private volatile @Nullable Process process;

    public ChildProcess(ProcessPlan plan) {
        this.plan = plan;
    }

    public String name() {
        return plan.name();
    }

    public ProcessPlan plan() {
        return plan;
    }

    /** Starts the process. A process that is already running is left alone. */
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        List<String> command = new ArrayList<>();
        SETSID.ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(plan.command());
        try {
            Files.createDirectories(plan.directory());
            Files.createDirectories(plan.log().toAbsolutePath().getParent());
            Files.write(plan.log(), new byte[0], CREATE, APPEND);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(plan.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
            builder.environment().putAll(plan.environment());
            Process started = builder.start();
            process = started;
            ProcessRecord.of(started.toHandle()).write(plan.recordFile());
            OrphanGuard.watch(started.pid());
        } catch (IOException e) {
            throw new ProcessException("%s could not be started: %s.".formatted(plan.name(), e.getMessage()), e);
        }
    }

    /** Ends the process at once, as {@code kill -9} does, and waits until it is gone. */
    public synchronized void kill() {
        Process running = process;
        if (running != null && running.isAlive()) {
            running.destroyForcibly();
            awaitExit(running, KILL_PATIENCE);
            OrphanGuard.forget(running.pid());
        }
    }

    /** Asks the process to end by a signal, and kills it when it has not done so in time. */
    public synchronized void stop(StopSignal signal, Duration patience) {
        Process running = process;
        if (running != null && running.isAlive()) {
            signal.sendTo(running.toHandle());
            if (!awaitExit(running, patience)) {
                running.destroyForcibly();
                awaitExit(running, KILL_PATIENCE);
            }
            OrphanGuard.forget(running.pid());
        }
    }

    public boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** The running or last process; empty before the first start. */
    public Optional<ProcessHandle> handle() {
        return Optional.ofNullable(process).map(Process::toHandle);
    }

    /** The status that the process ended with; empty while it runs and before it was started. */
    public Optional<Integer> exitStatus() {
        return Optional.ofNullable(process).filter(ended -> !ended.isAlive()).map(Process::exitValue);
    }

    /** Waits until the probe says yes. A process that ends before that, or takes too long, is reported with its last lines. */
    public void awaitReady(Duration timeout, BooleanSupplier probe) {
        Instant deadline = Instant.now().plus(timeout);
        while (!probe.getAsBoolean()) {
            if (!isAlive()) {
                throw new ProcessException("%s ended (status %s) before it was ready. Its last lines:%n%s"
                        .formatted(name(), exitStatus().map(String::valueOf).orElse("unknown"), lastLinesIndented()));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new ProcessException("%s was not ready after %d s. Its last lines:%n%s"
                        .formatted(name(), timeout.toSeconds(), lastLinesIndented()));
            }
            pause();
        }
    }

    /** Waits until the process has ended; false when it still runs after the time given. */
    public boolean awaitEnd(Duration timeout) {
        Process running = process;
        boolean ended = running == null || awaitExit(running, timeout);
        if (ended && running != null) {
            OrphanGuard.forget(running.pid());
        }
        return ended;
    }

    /** The end of the log, oldest line first. */
    public List<String> lastLines() {
        return LogFile.lastLines(plan.log(), LAST_LINES);
    }

    private String lastLinesIndented() {
        return lastLines().stream()
                .map("  "::concat)
                .reduce((a, b) -> a + System.lineSeparator() + b)
                .orElse("  (none)");
    }

    private static boolean awaitExit(Process running, Duration patience) {
        try {
            return running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessException("Interrupted while waiting for a process.", e);
        }
    }

    private static Optional<Path> onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs a command that ends by itself and has to succeed. */
    public static void run(ProcessPlan plan, Duration timeout) {
        ChildProcess child = new ChildProcess(plan);
        child.start();
        if (!child.awaitEnd(timeout)) {
            child.kill();
            throw new ProcessException("%s did not finish in %d s. Its last lines:%n%s"
                    .formatted(plan.name(), timeout.toSeconds(), child.lastLinesIndented()));
        }
        int status = child.exitStatus().orElseThrow();
        if (status != 0) {
            throw new ProcessException("%s failed (status %d). Its last lines:%n%s"
                    .formatted(plan.name(), status, child.lastLinesIndented()));
        }
    }
}
