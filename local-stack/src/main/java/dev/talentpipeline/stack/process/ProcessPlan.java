package dev.talentpipeline.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a process.
 *
 * @param name what people call it
 * @param command program and arguments
 * @param environment added to this JVM's own environment; secrets travel here, since command lines are readable by everyone
 * @param directory its working directory, created when missing; {@link #recordFile()} in it says which process it is
 * @param log receives its output and its errors, appended
 */
public record ProcessPlan(
        String name, List<String> command, Map<String, String> environment, Path directory, Path log) {

    /** Ends the name of the file that records a process. */
    public static final String RECORD_SUFFIX = ".pid";

    public ProcessPlan {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Where a running process of this plan is recorded as a {@link ProcessRecord}. */
    public Path recordFile() {
        return directory.resolve(name + RECORD_SUFFIX);
    }
}
