package dev.talentpipeline.stack.supervisor;

import dev.talentpipeline.stack.process.ProcessRecord;
import dev.talentpipeline.stack.process.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Processes of a stack whose supervisor has died: found by their records, and stopped in order. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What others lean on, in the order in which it is stopped; everything else goes before. */
    private static final List<String> LAST = List.of("registry", "kafka", "postgres");

    private final StackDirectory directory;

    Leftovers(StackDirectory directory) {
        this.directory = directory;
    }

    /** A part whose process still runs. */
    record Leftover(String name, ProcessHandle process) {}

    /** In the order in which they have to be stopped. */
    List<Leftover> find() {
        Path data = directory.root().resolve("data");
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        List<Leftover> found = new ArrayList<>();
        try (Stream<Path> parts = Files.list(data)) {
            for (Path part : parts.filter(Files::isDirectory).sorted().toList()) {
                String name = part.getFileName().toString();
                find(name).ifPresent(process -> found.add(new Leftover(name, process)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.comparingInt(leftover -> LAST.indexOf(leftover.name())));
        return List.copyOf(found);
    }

    /** The running process of a part. */
    Optional<ProcessHandle> find(String name) {
        return ProcessRecord.read(directory.processRecord(name)).flatMap(ProcessRecord::process);
    }

    /** The running supervisor, though it may not answer. */
    Optional<ProcessHandle> supervisor() {
        return ProcessRecord.read(directory.supervisorRecord()).flatMap(ProcessRecord::process);
    }

    /** Stops the supervisor, should it hang, and then all that it left. Each stop is told. */
    void stopAll(Consumer<String> out) {
        supervisor().ifPresent(ProcessHandle::destroyForcibly);
        List<Leftover> leftovers = find();
        CompletableFuture.allOf(leftovers.stream()
                        .filter(leftover -> !LAST.contains(leftover.name()))
                        .map(leftover -> CompletableFuture.runAsync(() -> stop(leftover, out)))
                        .toArray(CompletableFuture[]::new))
                .join();
        leftovers.stream().filter(leftover -> LAST.contains(leftover.name())).forEach(leftover -> stop(leftover, out));
    }

    private static void stop(Leftover leftover, Consumer<String> out) {
        StopSignal signal = leftover.name().equals("postgres") ? StopSignal.INT : StopSignal.TERM;
        signal.sendTo(leftover.process());
        leftover.process()
                .onExit()
                .completeOnTimeout(leftover.process(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (leftover.process().isAlive()) {
            leftover.process().destroyForcibly();
            leftover.process().onExit().join();
        }
        out.accept("  %-22s stopped, which an earlier supervisor had left".formatted(leftover.name()));
    }
}
