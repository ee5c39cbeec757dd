package dev.talentpipeline.console;

import dev.talentpipeline.stack.Database;
import dev.talentpipeline.stack.Infrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole console on a free port and a real database. */
public final class RunningConsole implements AutoCloseable {

    public static final String ACCOUNTS = """
            {"console": "http://localhost:8080",
             "clients": [{"id": "beida", "secret": "beida-secret", "role": "UNIVERSITY", "org": "beida"},
                         {"id": "watch", "secret": "watch-secret", "role": "OPERATIONS"}],
             "users": [{"name": "li", "password": "li-password", "role": "UNIVERSITY", "org": "beida"},
                       {"name": "qian", "password": "qian-password", "role": "UNIVERSITY", "org": "beida", "school": "law"},
                       {"name": "chen", "password": "chen-password", "role": "COMPANY", "org": "xinhe"},
                       {"name": "zhao", "password": "zhao-password", "role": "STUDENT", "org": "beida", "person": "p-zhao"},
                       {"name": "admin", "password": "admin-password", "role": "OPERATIONS", "org": "platform"}]}
            """;

    private final ConfigurableApplicationContext context;

    private RunningConsole(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts one.
     *
     * @param database is made if it is not there
     * @param settings further properties, as `name=value`
     */
    public static RunningConsole start(String database, Path accounts, String... settings) {
        Database server = Infrastructure.sharedDatabase();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", "0");
        properties.put("spring.datasource.url", server.jdbcUrl(database));
        properties.put("spring.datasource.username", server.username());
        properties.put("spring.datasource.password", server.password());
        properties.put("spring.jmx.enabled", "false");
        properties.put("talentpipeline.accounts-file", accounts.toString());
        properties.put("talentpipeline.password-strength", "4");
        properties.put("talentpipeline.client-secret-strength", "4");
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            properties.put(parts[0], parts[1]);
        }
        List<String> arguments = new ArrayList<>();
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new RunningConsole(SpringApplication.run(ConsoleApplication.class, arguments.toArray(String[]::new)));
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public static Path accountsFile(String json) {
        try {
            Path file = Files.createTempFile("accounts", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://localhost:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** The first column of what the query finds. */
    public static List<String> query(String database, String sql, String... parameters) {
        Database server = Infrastructure.sharedDatabase();
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(database), server.username(), server.password());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
