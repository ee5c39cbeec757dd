package dev.talentpipeline.stack;

import dev.talentpipeline.stack.process.ChildProcess;
import dev.talentpipeline.stack.process.HttpProbe;
import dev.talentpipeline.stack.process.JavaCommand;
import dev.talentpipeline.stack.process.ProcessPlan;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Apicurio Registry as a child process on loopback, with its schemas in the database {@code registry}. */
public final class EmbeddedRegistry implements Registry, ProcessPart {

    private static final int MAXIMUM_HEAP_MEBIBYTES = 384;
    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);

    private final Installation installation;
    private final Database database;
    private final Path directory;
    private final Path log;
    private final int port;
    private final int managementPort;
    private volatile ChildProcess process;

    /**
     * @param database has to run when the registry starts
     * @param directory its working directory
     * @param log receives what the registry prints
     */
    public EmbeddedRegistry(
            Installation installation, Database database, Path directory, Path log, int port, int managementPort) {
        this.installation = installation;
        this.database = database;
        this.directory = directory.toAbsolutePath();
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
        this.process = new ChildProcess(plan(Map.of()));
    }

    @Override
    public void start() {
        if (!process.isAlive()) {
            process = new ChildProcess(plan(Map.ofEntries(
                    Map.entry("APICURIO_STORAGE_KIND", "sql"),
                    Map.entry("APICURIO_STORAGE_SQL_KIND", "postgresql"),
                    Map.entry("APICURIO_DATASOURCE_URL", database.jdbcUrl("registry")),
                    Map.entry("APICURIO_DATASOURCE_USERNAME", database.username()),
                    Map.entry("APICURIO_DATASOURCE_PASSWORD", database.password()),
                    // It would open twenty connections at its start, of which one machine needs one.
                    Map.entry("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "1"),
                    Map.entry("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "1"),
                    Map.entry("APICURIO_DATASOURCE_JDBC_MAX_SIZE", "10"),
                    Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                    Map.entry("QUARKUS_HTTP_PORT", String.valueOf(port)),
                    Map.entry("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false"),
                    Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                    Map.entry("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort)))));
            process.start();
        }
        URI subjects = URI.create(url() + "/apis/ccompat/v7/subjects");
        process.awaitReady(START_TIMEOUT, () -> HttpProbe.succeeds(subjects));
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public String address() {
        return url();
    }

    private ProcessPlan plan(Map<String, String> environment) {
        return new ProcessPlan(
                "registry",
                new JavaCommand(MAXIMUM_HEAP_MEBIBYTES)
                        .with("-XX:TieredStopAtLevel=1", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
                        .jar(installation.registryJar()),
                environment,
                directory,
                log);
    }
}
