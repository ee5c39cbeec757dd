package dev.talentpipeline.stack.container;

import dev.talentpipeline.stack.process.ProcessException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Whether tests may use containers: a Docker engine has to answer, and to have every image already. Nothing is ever pulled, so that a test run
 * does not depend on a network.
 *
 * @param program the command line client of the engine
 */
public record ContainerEngine(String program) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The engine that the command line client {@code docker} speaks to. */
    public static ContainerEngine docker() {
        return new ContainerEngine("docker");
    }

    /** Whether the engine answers and has all of these images. */
    public boolean has(List<String> images) {
        List<String> command = new ArrayList<>(List.of(program, "image", "inspect", "--format", "{{.Id}}"));
        command.addAll(images);
        try {
            Process inspection = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (inspection.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return inspection.exitValue() == 0;
            }
            inspection.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessException("Interrupted while asking for container images.", e);
        }
    }
}
