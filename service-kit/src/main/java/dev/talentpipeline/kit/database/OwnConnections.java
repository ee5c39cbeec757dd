package dev.talentpipeline.kit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Opens connections to PostgreSQL that belong to one thread each and are known by a name there. A server that does not answer is given up after a while. */
public final class OwnConnections {

    private static final int NO_ANSWER_SECONDS = 30;

    private final String url;
    private final Properties settings;

    private OwnConnections(String url, Properties settings) {
        this.url = url;
        this.settings = settings;
    }

    /**
     * To a database.
     *
     * @param name under which it lists them
     */
    public static OwnConnections of(String url, @Nullable String user, @Nullable String password, String name) {
        Properties settings = new Properties();
        set(settings, "user", user);
        set(settings, "password", password);
        settings.setProperty("ApplicationName", name);
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("socketTimeout", Integer.toString(NO_ANSWER_SECONDS));
        return new OwnConnections(url, settings);
    }

    private static void set(Properties settings, String name, @Nullable String value) {
        if (value != null) {
            settings.setProperty(name, value);
        }
    }

    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, settings);
    }
}
