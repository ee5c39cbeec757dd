package dev.talentpipeline.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanGuardIT {

    @TempDir
    private Path directory;

    @Test
    void killsTheChildrenOfAJvmThatWasKilled() throws Exception {
        // given
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        directory.toString())
                .start();
        String said = parent.inputReader().readLine();
        assertThat(said).isEqualTo("started");
        ProcessHandle kept = child("kept");
        ProcessHandle restarted = child("restarted");

        // when
        parent.destroyForcibly();

        // then
        kept.onExit().get(10, TimeUnit.SECONDS);
        restarted.onExit().get(10, TimeUnit.SECONDS);
        assertThat(kept.isAlive()).isFalse();
        assertThat(restarted.isAlive()).isFalse();
    }

    private ProcessHandle child(String name) {
        return ProcessRecord.read(plan(directory, name).recordFile())
                .flatMap(ProcessRecord::process)
                .orElseThrow();
    }

    private static ProcessPlan plan(Path directory, String name) {
        return new ProcessPlan(name, List.of("sleep", "60"), Map.of(), directory, directory.resolve(name + ".log"));
    }

    /** A JVM with two children, one of which was killed and started again. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) throws Exception {
            OrphanGuard.enable();
            Path directory = Path.of(arguments[0]);
            ChildProcess kept = new ChildProcess(plan(directory, "kept"));
            ChildProcess restarted = new ChildProcess(plan(directory, "restarted"));
            kept.start();
            restarted.start();
            restarted.kill();
            restarted.start();
            System.out.println("started");
            Thread.currentThread().join();
        }
    }
}
