package dev.talentpipeline.stack.process;

import java.io.IOException;

/** How to ask a process to end. */
public enum StopSignal {
    /** What nearly everything understands as a wish to end in order. */
    TERM,
    /** What PostgreSQL understands as a wish to end now: on TERM it would wait for its clients to leave. */
    INT;

    public void sendTo(ProcessHandle process) {
        if (this == TERM) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + name(), String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new ProcessException(
                    "Process %d could not be asked to end: %s".formatted(process.pid(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
