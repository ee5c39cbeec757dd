package dev.talentpipeline.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    private final List<ChildProcess> started = new ArrayList<>();

    @AfterEach
    void killWhatIsLeft() {
        started.forEach(ChildProcess::kill);
    }

    @Test
    void reportsAProcessThatEndsBeforeItIsReadyWithItsLastLines() {
        ChildProcess child = started("echo 'the disk is full'; exit 3");

        assertThatThrownBy(() -> child.awaitReady(LONG, () -> false))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("worker ended (status 3) before it was ready")
                .hasMessageContaining("the disk is full");
    }

    @Test
    void reportsAProcessThatTakesTooLongWithItsLastLines() {
        ChildProcess child = started("echo 'still thinking'; sleep 60");

        assertThatThrownBy(() -> child.awaitReady(SHORT, () -> false))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("worker was not ready after")
                .hasMessageContaining("still thinking");
    }

    @Test
    void isReadyWhenTheProbeSaysSo() {
        ChildProcess child = started("touch up; sleep 60");

        child.awaitReady(LONG, () -> Files.exists(directory.resolve("up")));

        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void startsAgainAfterAKillAndAppendsToItsLog() {
        // given
        ChildProcess child = started("echo run >> runs; touch up; sleep 60");
        child.awaitReady(LONG, () -> Files.exists(directory.resolve("up")));

        // when
        child.kill();
        assertThat(child.exitStatus()).contains(137);
        child.start();

        // then
        child.awaitReady(
                LONG, () -> LogFile.lastLines(directory.resolve("runs"), 5).size() == 2);
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void killsAProcessThatDoesNotListenToItsStopSignal() {
        ChildProcess child = started("trap '' TERM; touch up; while true; do sleep 1; done");
        child.awaitReady(LONG, () -> Files.exists(directory.resolve("up")));

        child.stop(StopSignal.TERM, SHORT);

        assertThat(child.exitStatus()).contains(137);
    }

    @Test
    void letsAProcessEndByItselfWhenItListens() {
        ChildProcess child = started("trap 'exit 7' TERM; touch up; while true; do sleep 0.05; done");
        child.awaitReady(LONG, () -> Files.exists(directory.resolve("up")));

        child.stop(StopSignal.TERM, LONG);

        assertThat(child.exitStatus()).contains(7);
    }

    @Test
    void isFoundAgainByItsRecordUntilItEnds() {
        ChildProcess child = started("sleep 60");
        ProcessRecord record = ProcessRecord.read(child.plan().recordFile()).orElseThrow();
        assertThat(record.process()).isEqualTo(child.handle());

        child.kill();

        assertThat(record.process()).isEmpty();
    }

    @Test
    void isNotMistakenForAnotherProcessWithItsId() {
        ChildProcess child = started("sleep 60");
        ProcessRecord ofItsPredecessor = new ProcessRecord(
                child.handle().orElseThrow().pid(),
                child.handle().orElseThrow().info().startInstant().orElseThrow().minusSeconds(60));

        assertThat(ofItsPredecessor.process()).isEmpty();
    }

    private ChildProcess started(String script) {
        ChildProcess child = new ChildProcess(new ProcessPlan(
                "worker", List.of("sh", "-c", script), Map.of(), directory, directory.resolve("worker.log")));
        started.add(child);
        child.start();
        return child;
    }
}
