package dev.talentpipeline.stack.process;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which process of the operating system something is, written to a file so that a later JVM finds it. Process ids are reused, so a process
 * counts as the recorded one only when it also started at the same time.
 *
 * @param pid its process id
 * @param startedAt when the operating system started it
 */
public record ProcessRecord(long pid, Instant startedAt) {

    /** The operating system counts process starts coarsely, and the counts move a little when its clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static ProcessRecord of(ProcessHandle process) {
        return new ProcessRecord(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** What a file says; empty when there is none or it says nothing whole. */
    public static Optional<ProcessRecord> read(Path file) {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(new ProcessRecord(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(Path file) {
        try {
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.write(unfinished, List.of(String.valueOf(pid), startedAt.toString()));
            Files.move(unfinished, file, REPLACE_EXISTING, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recorded process; empty when it has ended. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info()
                        .startInstant()
                        .filter(start ->
                                Duration.between(start, startedAt).abs().compareTo(TOLERANCE) < 0)
                        .isPresent());
    }
}
