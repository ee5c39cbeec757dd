package dev.talentpipeline.benchmarks.flow;

import dev.talentpipeline.benchmarks.load.FileImport;
import dev.talentpipeline.benchmarks.load.StackDatabase;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.process.ProcessRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * Turns monitoring-service off and on again. Off, its process is stopped, not ended: what comes on again is as warm as it was, and no figure holds the start of a JVM.
 * Before it counts as on it has read what was written meanwhile, and looked at it: otherwise a run with it would have the work of the runs without it to do.
 */
final class MonitoringSwitch implements AutoCloseable {

    private static final String NAME = "monitoring-service";
    private static final Duration CATCHING_UP = Duration.ofMinutes(10);
    private static final int LOOK_EVERY_MS = 500;

    /** How many events are in the journal that one of those who go along with it has yet to look at. */
    private static final String NOT_LOOKED_AT = """
            select coalesce(sum(journalled.last - followed."offset"), 0)
            from journal_followed followed
            join (select topic, partition, max("offset") as last from journal group by topic, partition) journalled
                using (topic, partition)
            """;

    private final Path directory;
    private final PipelineSession operations;
    private final long pid;

    /**
     * @param directory of the stack, which knows its processes
     */
    MonitoringSwitch(Path directory, PipelineSession operations) {
        this.directory = directory;
        this.operations = operations;
        pid = ProcessRecord.read(directory.resolve("data").resolve(NAME).resolve(NAME + ".pid"))
                .flatMap(ProcessRecord::process)
                .orElseThrow(
                        () -> new IllegalStateException(
                                NAME
                                        + " must run. Maybe the stack is not one of ./pipeline up on this machine, or it died: see ./pipeline status."))
                .pid();
    }

    void off() throws IOException {
        signal("STOP");
    }

    /** Returns when it has read everything and looked at it. */
    void on() throws IOException, InterruptedException, SQLException {
        signal("CONT");
        awaitJournal();
        try (Connection journal = StackDatabase.connect(directory, "monitoring")) {
            while (notLookedAt(journal) > 0) {
                Thread.sleep(LOOK_EVERY_MS);
            }
        }
    }

    private static long notLookedAt(Connection journal) throws SQLException {
        try (Statement statement = journal.createStatement();
                ResultSet counted = statement.executeQuery(NOT_LOOKED_AT)) {
            counted.next();
            return counted.getLong(1);
        }
    }

    /** Returns when everything is in the journal. */
    void awaitJournal() throws InterruptedException {
        Instant since = Instant.now();
        long deadlineNanos = System.nanoTime() + CATCHING_UP.toNanos();
        while (!isThereNothingToRead(since)) {
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new IllegalStateException(NAME + " must catch up within " + CATCHING_UP);
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private boolean isThereNothingToRead(Instant since) {
        JsonNode lag = FileImport.expect(operations.get("/api/v1/lag"));
        JsonNode at = lag.get("observedAt");
        if (at.isNull() || Instant.parse(at.asString()).isBefore(since)) {
            return false;
        }
        for (JsonNode group : lag.get("groups")) {
            if (group.get("group").asString().equals(NAME)) {
                return group.get("events").asLong() == 0 && group.get("running").asBoolean();
            }
        }
        return false;
    }

    private void signal(String signal) throws IOException {
        int status = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                .inheritIO()
                .start()
                .onExit()
                .join()
                .exitValue();
        if (status != 0) {
            throw new IllegalStateException("status (%d) of kill -%s %d must be 0.".formatted(status, signal, pid));
        }
    }

    @Override
    public void close() throws IOException {
        signal("CONT");
    }
}
