package dev.talentpipeline.stack.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.stack.process.LogFile;
import dev.talentpipeline.stack.process.ProcessException;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts the supervisor as a process that outlives this one, and shows what it prints until the stack is ready. */
final class Detached {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
    private static final long LOG_BYTES = 1024 * 1024;

    private Detached() {}

    /** Returns 0 when the stack is ready, and the supervisor's status when it gave up. */
    static int start(StackDirectory directory, List<String> upArguments, PrintStream out) {
        Path log = directory.log("supervisor");
        LogFile.rotate(log, LOG_BYTES);
        try {
            Files.deleteIfExists(directory.readyMark());
            long shown = Files.exists(log) ? Files.size(log) : 0;
            Process supervisor = new ProcessBuilder(command(upArguments))
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            while (true) {
                boolean ready = Files.exists(directory.readyMark());
                boolean ended = !supervisor.isAlive();
                shown = show(log, shown, out);
                if (ready) {
                    out.println("The stack goes on in the background: ./pipeline status, ./pipeline down.");
                    return 0;
                }
                if (ended) {
                    return supervisor.exitValue() == 0 ? 1 : supervisor.exitValue();
                }
                Thread.sleep(POLL_INTERVAL);
            }
        } catch (IOException e) {
            throw new ProcessException("The supervisor could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** The same JVM with the same options and class path, in a session of its own. */
    private static List<String> command(List<String> upArguments) {
        List<String> command = new ArrayList<>(List.of("setsid", "nohup"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PipelineCommand.class.getName(), "up"));
        upArguments.stream().filter(argument -> !argument.equals("--detach")).forEach(command::add);
        return command;
    }

    private static long show(Path log, long from, PrintStream out) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] fresh = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(fresh);
            out.print(new String(fresh, UTF_8));
            out.flush();
            return from + fresh.length;
        }
    }
}
