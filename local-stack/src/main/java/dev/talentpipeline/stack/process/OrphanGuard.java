package dev.talentpipeline.stack.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Kills the children of this JVM when the JVM itself dies without a word, as a test JVM does under {@code kill -9}: a shell reads their ids
 * from a pipe, and the pipe's end is the death of the JVM. Off unless a JVM asks for it, since the children of a supervisor outlive it on
 * purpose: what they hold is stopped in order by the next command.
 */
public final class OrphanGuard {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            pids=' '
            while read -r operation pid; do
              case $operation in
                watch) pids="$pids$pid " ;;
                forget) case $pids in *" $pid "*) pids="${pids%% $pid *} ${pids#* $pid }" ;; esac ;;
              esac
            done
            for pid in $pids; do kill -9 "$pid" 2>/dev/null; done
            """;

    private static @Nullable OutputStream toShell;

    private OrphanGuard() {}

    /** Starts guarding the processes that this JVM starts from now on. */
    public static synchronized void enable() {
        if (toShell == null) {
            try {
                toShell = new ProcessBuilder("sh", "-c", SCRIPT)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .getOutputStream();
            } catch (IOException e) {
                throw new ProcessException("The guard of child processes could not be started: " + e.getMessage(), e);
            }
        }
    }

    static synchronized void watch(long pid) {
        tell("watch " + pid);
    }

    static synchronized void forget(long pid) {
        tell("forget " + pid);
    }

    private static void tell(String line) {
        OutputStream shell = toShell;
        if (shell == null) {
            return;
        }
        try {
            shell.write((line + "\n").getBytes(US_ASCII));
            shell.flush();
        } catch (IOException e) {
            throw new ProcessException("The guard of child processes has gone: " + e.getMessage(), e);
        }
    }
}
