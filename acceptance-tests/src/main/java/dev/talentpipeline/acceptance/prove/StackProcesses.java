package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.acceptance.Launcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds processes of the running stack still and lets them go on, as a machine does that swaps or is paused: they keep their connections and answer nothing. */
final class StackProcesses {

    private final Launcher launcher;

    StackProcesses(Launcher launcher) {
        this.launcher = launcher;
    }

    void freeze(String name) {
        signal("-STOP", name);
    }

    void thaw(String name) {
        signal("-CONT", name);
    }

    private void signal(String signal, String name) {
        List<String> command = List.of("kill", signal, pid(name));
        try {
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException("exit (%d) of %s must be 0.".formatted(exit, command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending a signal.", e);
        }
    }

    private String pid(String name) {
        String status = launcher.run("status");
        Matcher line = Pattern.compile("(?m)^\\s*" + Pattern.quote(name) + "\\s.*\\bpid (\\d+)")
                .matcher(status);
        if (!line.find()) {
            throw new IllegalStateException("%s must be one of the running processes:%n%s".formatted(name, status));
        }
        return line.group(1);
    }
}
