package dev.talentpipeline.stack.supervisor;

import java.util.ArrayList;
import java.util.List;

/**
 * The options of {@code restore}.
 *
 * @param file the backup
 * @param replace whether data that is there may go
 * @param keepTopics whether the topics that are there stay
 */
record RestoreOptions(String file, boolean replace, boolean keepTopics) {

    static RestoreOptions parse(List<String> arguments) {
        boolean replace = false;
        boolean keepTopics = false;
        List<String> files = new ArrayList<>();
        for (String argument : arguments) {
            switch (argument) {
                case "--replace" -> replace = true;
                case "--keep-topics" -> keepTopics = true;
                default -> {
                    if (argument.startsWith("--")) {
                        throw new UsageException(
                                "restore does not know %s. It knows --replace and --keep-topics.".formatted(argument));
                    }
                    files.add(argument);
                }
            }
        }
        if (files.size() != 1) {
            throw new UsageException("restore needs the name of one file that ./pipeline backup wrote.");
        }
        if (keepTopics && !replace) {
            throw new UsageException(
                    "--keep-topics needs --replace: the databases that are there go, and the topics stay.");
        }
        return new RestoreOptions(files.getFirst(), replace, keepTopics);
    }
}
