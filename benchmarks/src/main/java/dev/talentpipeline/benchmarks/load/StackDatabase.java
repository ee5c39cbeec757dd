package dev.talentpipeline.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;

/** The database server of a running stack, for what no service tells. */
public final class StackDatabase {

    private static final String USER = "pipeline";
    private static final String USUAL_PORT = "18432";

    private StackDatabase() {}

    /**
     * Opens a connection.
     *
     * @param directory of the stack, where the database keeps its password
     */
    public static Connection connect(Path directory, String database) throws IOException, SQLException {
        String port = System.getenv().getOrDefault("PIPELINE_PORT_POSTGRES", USUAL_PORT);
        String url = "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, database);
        return DriverManager.getConnection(url, USER, password(directory));
    }

    private static String password(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory, 4)) {
            Path file = files.filter(path -> path.getFileName().toString().equals("password"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "directory (%s) must hold the password of the stack's database.".formatted(directory)));
            return Files.readString(file).strip();
        }
    }
}
