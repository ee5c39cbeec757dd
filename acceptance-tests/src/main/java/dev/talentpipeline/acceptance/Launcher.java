package dev.talentpipeline.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The launcher script as a person would use it. */
public final class Launcher {

    private final Path root;
    private final Map<String, String> environment;

    /** The launcher of this checkout, run with these variables beside the usual ones. */
    public Launcher(Map<String, String> environment) {
        this.root = find();
        this.environment = environment;
    }

    /** The folder that the launcher stands in. */
    public Path checkout() {
        return root;
    }

    /** Runs {@code ./pipeline} with the arguments and returns what it printed; a non-zero exit is an exception that carries it. */
    public String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(root.resolve("pipeline").toString()));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("pipeline", ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            int exit = builder.start().waitFor();
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (exit != 0) {
                throw new IllegalStateException(
                        "exit (%d) of %s must be 0:%n%s".formatted(exit, String.join(" ", command), printed));
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running the launcher.", e);
        }
    }

    private static Path find() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isExecutable(folder.resolve("pipeline"))) {
                return folder;
            }
        }
        throw new IllegalStateException("The launcher must stand in this folder or one above it.");
    }
}
