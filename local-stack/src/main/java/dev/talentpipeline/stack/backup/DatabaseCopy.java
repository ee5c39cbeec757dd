package dev.talentpipeline.stack.backup;

import dev.talentpipeline.stack.process.ProcessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Copies all databases of a running PostgreSQL server as they are at one moment, by its low-level interface for base backups: the files,
 * which change while they are copied, with the log that was written meanwhile. The moment is that of the end of the copy; the server brings itself there
 * when it is first started on the copy, and refuses to start should a piece of the log be missing.
 *
 * <p>PostgreSQL 17 manual, section 25.3.4.
 */
final class DatabaseCopy {

    /** Folders that have to be there, with content that belongs to the running server only or comes separately. */
    private static final Set<String> LEFT_OUT = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT_FILES = Set.of("postmaster.pid", "postmaster.opts");

    private DatabaseCopy() {}

    /**
     * Copies the server's data.
     *
     * @param url of any of its databases
     * @param user a superuser
     * @param data the server's data directory
     * @param to is created
     */
    static void take(String url, String user, String password, Path data, Path to) throws IOException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            // The slot goes with the connection. While it is there the server keeps its log from here on.
            statement.execute("select pg_create_physical_replication_slot('backup', true, true)");
            String first = one(statement, "select pg_walfile_name(pg_backup_start('backup', true))");
            Folders.copy(data, to, DatabaseCopy::belongs);
            Files.copy(
                    data.resolve("global").resolve("pg_control"),
                    to.resolve("global").resolve("pg_control"));
            String last;
            try (PreparedStatement stop = connection.prepareStatement(
                            "select labelfile, pg_walfile_name(lsn) from pg_backup_stop(false)");
                    ResultSet stopped = stop.executeQuery()) {
                stopped.next();
                Files.writeString(to.resolve("backup_label"), stopped.getString(1));
                last = stopped.getString(2);
            }
            Folders.copy(data.resolve("pg_wal"), to.resolve("pg_wal"), segment -> isBetween(segment, first, last));
        } catch (SQLException e) {
            throw new ProcessException("The databases could not be copied: %s".formatted(e.getMessage()), e);
        }
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static boolean belongs(Path below) {
        String name = below.getFileName().toString();
        boolean ofServer =
                below.getNameCount() > 1 && LEFT_OUT.contains(below.getName(0).toString());
        return !ofServer
                && !LEFT_OUT_FILES.contains(below.toString())
                && !below.toString().equals("global/pg_control")
                && !name.startsWith("pgsql_tmp")
                && !name.startsWith("pg_internal.init");
    }

    /** Names of segments are hexadecimal and of one length, so that their order is that of the log. */
    private static boolean isBetween(Path segment, String first, String last) {
        String name = segment.toString();
        return name.length() == first.length() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
    }
}
