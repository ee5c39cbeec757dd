package dev.talentpipeline.stack;

import dev.talentpipeline.stack.process.ProcessException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A PostgreSQL server on a port of the loopback address, seen through JDBC.
 *
 * @param username a superuser
 */
public record JdbcServer(int port, String username, String password) {

    private static final int LOGIN_TIMEOUT_S = 5;

    /** Whether it takes connections now. */
    public boolean accepts() {
        try (Connection connection = connect()) {
            return connection.isValid(LOGIN_TIMEOUT_S);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The URL of a database, which is created when it is not there yet. */
    public String jdbcUrl(String database) {
        if (!database.matches("[a-z_][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "database (%s) must be lower-case letters, digits and underscores.".formatted(database));
        }
        try (Connection connection = connect()) {
            if (!exists(connection, database)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE " + database);
                }
            }
        } catch (SQLException e) {
            throw new ProcessException("Database %s could not be created: %s".formatted(database, e.getMessage()), e);
        }
        return url(database);
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private Connection connect() throws SQLException {
        DriverManager.setLoginTimeout(LOGIN_TIMEOUT_S);
        return DriverManager.getConnection(url("postgres"), username, password);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }
}
