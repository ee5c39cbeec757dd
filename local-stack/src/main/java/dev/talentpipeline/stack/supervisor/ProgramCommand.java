package dev.talentpipeline.stack.supervisor;

import dev.talentpipeline.stack.client.StackFile;
import dev.talentpipeline.stack.process.ProcessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs a program of the checkout against the running stack: {@code prove}, {@code bench} and {@code replay}. The program gets every word of the
 * command as an argument, and after them where the stack is.
 */
final class ProgramCommand {

    private final StackDirectory directory;
    private final Path jar;

    ProgramCommand(StackDirectory directory, Path jar) {
        this.directory = directory;
        this.jar = jar;
    }

    /** Runs a program that reads {@code stack.json}. */
    int run(List<String> arguments) {
        return run(
                arguments, () -> List.of(directory.stackFile().toAbsolutePath().toString()));
    }

    /** Runs a program that is told the addresses of the broker and the registry. */
    int runWithAddresses(List<String> arguments) {
        return run(arguments, () -> {
            StackFile stack = StackFile.read(directory.stackFile());
            return List.of("--kafka=" + stack.kafka(), "--registry=" + stack.registry());
        });
    }

    private int run(List<String> arguments, Supplier<List<String>> whereTheStackIs) {
        if (!Files.isRegularFile(jar)) {
            throw new ProcessException(
                    "%s is not there. Maybe it has not been built: mvn -DskipTests package".formatted(jar));
        }
        if (!Files.isRegularFile(directory.stackFile())) {
            throw new ProcessException(
                    "%s is not there. Start the stack first: ./pipeline up --detach".formatted(directory.stackFile()));
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString()));
        command.addAll(arguments);
        command.addAll(whereTheStackIs.get());
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new ProcessException("%s could not be started: %s".formatted(jar, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
