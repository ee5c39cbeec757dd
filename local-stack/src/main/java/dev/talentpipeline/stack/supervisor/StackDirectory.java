package dev.talentpipeline.stack.supervisor;

import dev.talentpipeline.stack.process.ProcessPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a stack keeps what it has, readable by its owner only.
 *
 * <pre>
 * .pipeline/
 *   stack.json          addresses, clients and users of this stack
 *   control.sock        the supervisor listens here
 *   data/NAME/          what a part has to find again after a restart, and NAME.pid
 *   apps/NAME/          services unpacked for a quick start
 *   logs/NAME.log       what a process printed
 *   run/                the supervisor's own marks
 * </pre>
 *
 * @param root {@code .pipeline}
 */
record StackDirectory(Path root) {

    static StackDirectory open(Path root) {
        StackDirectory directory = new StackDirectory(root);
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            for (String part : new String[] {"data", "apps", "logs", "run"}) {
                Files.createDirectories(root.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory;
    }

    Path stackFile() {
        return root.resolve("stack.json");
    }

    Path controlSocket() {
        return root.resolve("control.sock");
    }

    Path data(String name) {
        return root.resolve("data").resolve(name);
    }

    Path app(String name) {
        return root.resolve("apps").resolve(name);
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** Says which process supervises this stack. */
    Path supervisorRecord() {
        return root.resolve("run").resolve("supervisor.pid");
    }

    /** The record of a part's process. */
    Path processRecord(String name) {
        return data(name).resolve(name + ProcessPlan.RECORD_SUFFIX);
    }

    /** There while every process of the stack is ready. */
    Path readyMark() {
        return root.resolve("run").resolve("ready");
    }

    /** There once the demo programme has been loaded into this data. */
    Path demoMark() {
        return root.resolve("data").resolve("demo-loaded");
    }

    /** Removes everything. */
    void erase() {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
