package dev.talentpipeline.stack.backup;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a stack's directory has what a backup holds, and where a backup is put together or unpacked. Both are folders of the same directory, so that
 * they are moved in one step.
 *
 * <pre>
 * .pipeline/
 *   stack.json
 *   data/kafka/  data/postgres/{data/,password}  data/demo-loaded
 *   backup/      the copy that is being packed
 *   restored/    what takes the place of data
 *   replaced/    what was data, until the restored is in its place
 * </pre>
 */
final class Layout {

    static final String KAFKA = "kafka";
    static final String POSTGRES = "postgres";
    static final String STACK_FILE = "stack.json";
    static final String DEMO_MARK = "demo-loaded";

    private Layout() {}

    static Path data(Path root) {
        return root.resolve("data");
    }

    static Path copy(Path root) {
        return root.resolve("backup");
    }

    static Path restored(Path root) {
        return root.resolve("restored");
    }

    static Path replaced(Path root) {
        return root.resolve("replaced");
    }

    static Path databaseFiles(Path postgres) {
        return postgres.resolve("data");
    }

    static Path databasePassword(Path postgres) {
        return postgres.resolve("password");
    }

    static Path brokerFiles(Path kafka) {
        return kafka.resolve("data");
    }

    /** Single files: who may enter, and whether the demo is in the data. */
    static List<Path> marks(Path root) {
        return List.of(root.resolve(STACK_FILE), data(root).resolve(DEMO_MARK));
    }
}
