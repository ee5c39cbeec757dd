package dev.talentpipeline.acceptance.instruments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the machine. */
final class Programs {

    private Programs() {}

    /** Where a program is; empty on a machine without it. */
    static Optional<Path> find(String name) {
        String[] folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of(folders)
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What a program said, errors included, and the status it ended with. */
    record Said(int status, String text) {}

    /** Runs a program to its end with this text as its input. */
    static Said run(List<String> command, String input) {
        try {
            Path text = Files.createTempFile("input", ".txt");
            try {
                Files.writeString(text, input);
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(text.toFile())
                        .start();
                String said = new String(process.getInputStream().readAllBytes(), UTF_8);
                return new Said(process.waitFor(), said);
            } finally {
                Files.delete(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
