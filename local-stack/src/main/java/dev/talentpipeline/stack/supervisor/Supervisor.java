package dev.talentpipeline.stack.supervisor;

import dev.talentpipeline.stack.ProcessPart;
import dev.talentpipeline.stack.backup.TakingBackup;
import dev.talentpipeline.stack.process.ProcessException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts the parts of a stack as soon as what they need is there, reports each that dies, and stops them in the opposite order. A part that died
 * stays down until somebody restarts it: an end that nobody wanted has a cause, which a silent restart would hide. Any thread may call it.
 */
final class Supervisor {

    private final LocalStack stack;
    private final StackDirectory directory;
    private final Consumer<String> out;
    private final Map<String, Watched> watched = new LinkedHashMap<>();
    private volatile boolean stopping;

    /**
     * @param out receives progress and reports, line by line
     */
    Supervisor(LocalStack stack, StackDirectory directory, Consumer<String> out) {
        this.stack = stack;
        this.directory = directory;
        this.out = out;
        for (ProcessPart part : stack.parts()) {
            watched.put(part.name(), new Watched(part, directory.log(part.name()), this::reportDeath));
        }
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws ProcessException naming the part that could not be started, with its last lines
     */
    void start() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Steps steps = new Steps(threads);
            var unpacked = steps.after(stack::unpackServices);
            var database = steps.after(() -> begin(stack.database()));
            var broker = steps.after(() -> begin(stack.broker()));
            var documented = steps.after(this::writeDocument, database);
            var registry = steps.after(() -> begin(stack.registry()), database);
            var topics = steps.after(stack::createTopics, broker);
            var deployed = steps.after(this::deploy, registry, topics);
            var mail = steps.after(() -> begin(stack.mail()), broker);
            for (ServiceProcess service : stack.services()) {
                steps.after(() -> begin(service), deployed, documented, unpacked, mail);
            }
            try {
                steps.awaitAll();
            } catch (ProcessException e) {
                threads.shutdownNow();
                stop();
                throw e;
            }
        }
    }

    private void begin(ProcessPart part) {
        if (stopping) {
            throw new ProcessException("%s was not started, since the stack is being stopped.".formatted(part.name()));
        }
        Duration taken = named(part.name()).start();
        out.accept(String.format(
                Locale.ROOT, "  %-22s ready after %4.1f s   %s", part.name(), seconds(taken), part.address()));
    }

    private void deploy() {
        Instant begin = Instant.now();
        stack.registerSchemas();
        out.accept(String.format(
                Locale.ROOT,
                "  %-22s done  after %4.1f s",
                "topics and schemas",
                seconds(Duration.between(begin, Instant.now()))));
    }

    private void writeDocument() {
        var accounts = StackDocument.Accounts.completing(StackDocument.readAccounts(directory.stackFile()));
        stack.document(accounts).write(directory.stackFile());
    }

    /** Stops everything: services first, and what they lean on last. Does nothing the second time. */
    synchronized void stop() {
        stopping = true;
        watched.values().forEach(Watched::wantEnd);
        do {
            stopTogether(Stream.concat(stack.services().stream(), Stream.of(stack.mail()))
                    .toList());
            stopTogether(List.of(stack.registry()));
            stopTogether(List.of(stack.broker()));
            stopTogether(List.of(stack.database()));
            // A part that was just being started may have come up behind the first pass.
        } while (stack.parts().stream().anyMatch(ProcessPart::isRunning));
    }

    private static void stopTogether(List<? extends ProcessPart> parts) {
        CompletableFuture.allOf(parts.stream()
                        .map(part -> CompletableFuture.runAsync(
                                () -> part.process().stop(part.stopSignal(), Watched.STOP_PATIENCE),
                                task -> Thread.ofVirtual().start(task)))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    /** Stops a part if it runs, starts it, and returns when it is ready. */
    Duration restart(String name) {
        Watched part = named(name);
        part.stop();
        return part.start();
    }

    /** Writes all data into the file; the broker pauses meanwhile. */
    void backup(Path file, Consumer<String> reply) {
        if (!isReady()) {
            throw new ProcessException(
                    "Every part must be ready when a backup is taken. See which is not: ./pipeline status");
        }
        new TakingBackup(stack.broker(), stack.database(), directory.root(), Clock.systemUTC(), reply)
                .take(file, named(stack.broker().name())::whileStopped);
    }

    /** Whether {@link #stop} has been called. */
    boolean isStopping() {
        return stopping;
    }

    /** Whether every part is ready. */
    boolean isReady() {
        return watched.values().stream().allMatch(part -> part.phase() == Watched.Phase.READY);
    }

    /** A line for each part, and the last lines of those that died. */
    List<String> status() {
        List<String> lines = new ArrayList<>();
        for (Watched part : watched.values()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-22s %-9s %6d s   pid %-8s %s",
                    part.part().name(),
                    part.phase(),
                    Duration.between(part.since(), Instant.now()).toSeconds(),
                    pid(part.part()),
                    part.part().address()));
        }
        watched.values().stream()
                .filter(part -> part.phase() == Watched.Phase.DIED)
                .forEach(part -> lines.addAll(death(part)));
        return lines;
    }

    private static String pid(ProcessPart part) {
        return part.process()
                .handle()
                .filter(ProcessHandle::isAlive)
                .map(handle -> String.valueOf(handle.pid()))
                .orElse("-");
    }

    private void reportDeath(Watched part) {
        if (!stopping) {
            death(part).forEach(out);
        }
    }

    private List<String> death(Watched part) {
        String name = part.part().name();
        List<String> lines = new ArrayList<>();
        lines.add("%s died (status %s). Start it again with: ./pipeline restart %s. Its last lines:"
                .formatted(
                        name,
                        part.part().process().exitStatus().map(String::valueOf).orElse("unknown"),
                        name));
        part.part().process().lastLines().forEach(line -> lines.add("  | " + line));
        return lines;
    }

    private Watched named(String name) {
        return Optional.ofNullable(watched.get(name))
                .orElseThrow(() -> new UsageException("There is no part %s. The parts are %s."
                        .formatted(name, watched.keySet().stream().collect(Collectors.joining(", ")))));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** Steps that run as soon as those they need are done; the first failure keeps all that need it from starting. */
    private static final class Steps {

        private final ExecutorService threads;
        private final List<CompletableFuture<?>> all = new ArrayList<>();
        private final CompletableFuture<Void> failed = new CompletableFuture<>();

        /** One of the steps, to be named as needed by later ones. */
        private record Step(CompletableFuture<Void> done) {}

        Steps(ExecutorService threads) {
            this.threads = threads;
        }

        Step after(Runnable work, Step... needed) {
            CompletableFuture<?>[] before = Stream.of(needed).map(Step::done).toArray(CompletableFuture<?>[]::new);
            Step step = new Step(CompletableFuture.allOf(before).thenRunAsync(() -> attempt(work), threads));
            all.add(step.done());
            return step;
        }

        private void attempt(Runnable work) {
            try {
                work.run();
            } catch (RuntimeException e) {
                failed.completeExceptionally(e);
                throw e;
            }
        }

        void awaitAll() {
            CompletableFuture<Void> succeeded = CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new));
            try {
                CompletableFuture.anyOf(failed, succeeded).join();
            } catch (CompletionException e) {
                Throwable cause = e;
                while (cause instanceof CompletionException && cause.getCause() != null) {
                    cause = cause.getCause();
                }
                throw cause instanceof ProcessException known
                        ? known
                        : new ProcessException(String.valueOf(cause.getMessage()), cause);
            }
        }
    }
}
