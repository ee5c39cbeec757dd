package dev.talentpipeline.stack.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.stack.process.ChildProcess;
import dev.talentpipeline.stack.process.JavaCommand;
import dev.talentpipeline.stack.process.ProcessPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * A service's jar, unpacked to a thin jar beside its libraries. The JVM starts that faster than a jar of jars, and a new build while the
 * service runs does not pull its classes away.
 *
 * @param jar the thin jar
 */
record UnpackedApp(Path jar) {

    private static final int MAXIMUM_HEAP_MEBIBYTES = 128;
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /** Unpacks the jar unless the directory already holds just this jar's content. */
    static UnpackedApp of(Path built, Path directory, Path log) {
        Path jar = directory.resolve(built.getFileName()).toAbsolutePath();
        Path mark = directory.resolve("unpacked-from");
        try {
            String identity = identity(built);
            if (!Files.exists(mark) || !Files.readString(mark).equals(identity)) {
                empty(directory);
                ChildProcess.run(
                        new ProcessPlan(
                                "unpack-" + built.getFileName(),
                                new JavaCommand(MAXIMUM_HEAP_MEBIBYTES)
                                        .with("-XX:TieredStopAtLevel=1", "-Djarmode=tools")
                                        .jar(
                                                built.toAbsolutePath(),
                                                "extract",
                                                "--force",
                                                "--destination",
                                                directory.toAbsolutePath().toString()),
                                Map.of(),
                                directory,
                                log),
                        TIMEOUT);
                Files.writeString(mark, identity);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new UnpackedApp(jar);
    }

    /** Where the JVM keeps what it learnt in a training run; a new build begins without. */
    Path cache() {
        return jar.resolveSibling("classes.aot");
    }

    /** Removes what a training run left that did not end well. */
    void forgetCache() {
        try {
            Files.deleteIfExists(cache());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By content: a reproducible build gives every jar the same time, and often the same size. */
    private static String identity(Path built) throws IOException {
        CRC32 sum = new CRC32();
        try (ZipFile jar = new ZipFile(built.toFile())) {
            jar.stream().forEach(entry -> sum.update((entry.getName() + entry.getCrc()).getBytes(UTF_8)));
        }
        return "%s %d %08x".formatted(built.toAbsolutePath(), Files.size(built), sum.getValue());
    }

    private static void empty(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
