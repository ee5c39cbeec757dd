package dev.talentpipeline.stack;

import dev.talentpipeline.schemas.Deployment;
import dev.talentpipeline.stack.container.ContainerEngine;
import dev.talentpipeline.stack.container.Containers;
import dev.talentpipeline.stack.process.Aim;
import dev.talentpipeline.stack.process.OrphanGuard;
import dev.talentpipeline.stack.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * What the tests of a service need around them: a real broker with every topic, a real PostgreSQL and a real registry with every schema.
 *
 * <p>{@link #shared()} starts them once a JVM, on free ports and with data that is thrown away, and ends them with the JVM. Any thread may use
 * it. Each part can be killed and started again on the same address and data:
 *
 * <pre>{@code
 * Infrastructure infrastructure = Infrastructure.shared();
 * infrastructure.broker().kill();
 * infrastructure.broker().start();
 * }</pre>
 *
 * @param broker the broker, on which all topics of the catalogue exist
 * @param database the database server
 * @param registry the registry, in which all schemas of the catalogue are registered
 */
public record Infrastructure(Broker broker, Database database, Registry registry) {

    private static final class Parts {
        private static final Infrastructure INSTANCE = parts();
    }

    private static final class StartedDatabase {
        private static final Database INSTANCE = startedDatabase();
    }

    private static final class Shared {
        private static final Infrastructure INSTANCE = start();
    }

    /**
     * The one infrastructure of this JVM; the first call starts it, which takes some seconds. Containers are used where a Docker engine has the
     * images, and otherwise child processes of this JVM.
     */
    public static Infrastructure shared() {
        return Shared.INSTANCE;
    }

    /** The database of {@link #shared()}, without the parts that whoever needs nothing else would wait for. */
    public static Database sharedDatabase() {
        return StartedDatabase.INSTANCE;
    }

    /** Where Kafka clients connect, as {@code host:port}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The registry's base URL. */
    public String registryUrl() {
        return registry.url();
    }

    /** The JDBC URL of a database, which is created when it is not there yet. */
    public String jdbcUrl(String name) {
        return database.jdbcUrl(name);
    }

    /** The database's superuser. */
    public String username() {
        return database.username();
    }

    public String password() {
        return database.password();
    }

    private static Infrastructure start() {
        Infrastructure infrastructure = Parts.INSTANCE;
        CompletableFuture<Void> topics = CompletableFuture.runAsync(() -> {
            infrastructure.broker().start();
            Deployment.createTopics(infrastructure.bootstrapServers());
        });
        sharedDatabase();
        infrastructure.registry().start();
        Deployment.registerSchemas(infrastructure.registryUrl());
        topics.join();
        return infrastructure;
    }

    private static Database startedDatabase() {
        Database database = Parts.INSTANCE.database();
        database.start();
        return database;
    }

    private static Infrastructure parts() {
        return ContainerEngine.docker().has(Containers.images()) ? inContainers() : inProcesses();
    }

    private static Infrastructure inContainers() {
        Containers containers = new Containers();
        return new Infrastructure(containers.broker(), containers.database(), containers.registry());
    }

    private static Infrastructure inProcesses() {
        OrphanGuard.enable();
        Installation installation = Installation.locate();
        Path directory = temporaryDirectory();
        EmbeddedBroker broker = new EmbeddedBroker(
                installation,
                directory.resolve("kafka"),
                directory.resolve("kafka.log"),
                Ports.free(),
                Ports.free(),
                Aim.QUICK_START);
        EmbeddedDatabase database = new EmbeddedDatabase(
                installation,
                directory.resolve("postgres"),
                directory.resolve("postgres.log"),
                Ports.free(),
                EmbeddedDatabase.Durability.MEMORY);
        EmbeddedRegistry registry = new EmbeddedRegistry(
                installation,
                database,
                directory.resolve("registry"),
                directory.resolve("registry.log"),
                Ports.free(),
                Ports.free());
        Infrastructure infrastructure = new Infrastructure(broker, database, registry);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> infrastructure.discard(directory), "infrastructure-discard"));
        return infrastructure;
    }

    private void discard(Path directory) {
        Stream.of(registry, broker, database).forEach(Part::kill);
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("talent-pipeline-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
