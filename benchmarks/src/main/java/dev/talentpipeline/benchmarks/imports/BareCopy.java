package dev.talentpipeline.benchmarks.imports;

import dev.talentpipeline.benchmarks.load.StackDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/** The yardstick: the same file into a table of texts with one key, by PostgreSQL itself, in the stack's own database server. */
final class BareCopy {

    private static final int COLUMNS = 15;

    private BareCopy() {}

    /**
     * Copies the file into a table that is dropped afterwards.
     *
     * @param directory of the stack, where the database keeps its password
     */
    static long milliseconds(Path directory, byte[] file) throws IOException, SQLException {
        try (Connection connection = StackDatabase.connect(directory, "internship");
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
}
