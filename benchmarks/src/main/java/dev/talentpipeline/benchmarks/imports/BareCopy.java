package dev.talentpipeline.benchmarks.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** The yardstick: the same file into a table of texts with one key, by PostgreSQL itself, in the stack's own database server. */
final class BareCopy {

    private static final int COLUMNS = 15;
    private static final String USER = "pipeline";

    private BareCopy() {}

    /**
     * Copies the file into a table that is dropped afterwards.
     *
     * @param directory of the stack, where the database keeps its password
     */
    static long milliseconds(Path directory, int port, byte[] file) throws IOException, SQLException {
        String url = "jdbc:postgresql://127.0.0.1:%d/internship".formatted(port);
        try (Connection connection = DriverManager.getConnection(url, USER, password(directory));
                Statement statement = connection.createStatement()) {
            String columns = IntStream.range(0, COLUMNS)
                    .mapToObj(i -> "c%d text%s".formatted(i, i == 0 ? " primary key" : ""))
                    .collect(Collectors.joining(", "));
            statement.execute("create schema import_benchmark");
            try {
                statement.execute("create table import_benchmark.bare (" + columns + ")");
                long began = System.nanoTime();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy import_benchmark.bare from stdin with (format csv, header true)",
                                new ByteArrayInputStream(file));
                return (System.nanoTime() - began) / 1_000_000;
            } finally {
                statement.execute("drop schema import_benchmark cascade");
            }
        }
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
