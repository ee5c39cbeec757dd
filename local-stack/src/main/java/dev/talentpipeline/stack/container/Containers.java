package dev.talentpipeline.stack.container;

import com.github.dockerjava.api.DockerClient;
import dev.talentpipeline.stack.Broker;
import dev.talentpipeline.stack.BrokerProbe;
import dev.talentpipeline.stack.Database;
import dev.talentpipeline.stack.JdbcServer;
import dev.talentpipeline.stack.Part;
import dev.talentpipeline.stack.Registry;
import dev.talentpipeline.stack.process.HttpProbe;
import dev.talentpipeline.stack.process.Ports;
import dev.talentpipeline.stack.process.ProcessException;
import dev.talentpipeline.stack.process.Secrets;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.TestcontainersConfiguration;

/**
 * The broker, the database and the registry as containers of one network. Each publishes a port that was chosen before its start, since an address
 * has to stay when the container is killed and started again.
 */
public final class Containers {

    private static final String KAFKA = "apache/kafka:4.2.2";
    private static final String POSTGRES = "postgres:17";
    private static final String REGISTRY = "apicurio/apicurio-registry:3.3.3";

    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private final Network network = Network.newNetwork();
    private final JdbcServer server = new JdbcServer(Ports.free(), "pipeline", Secrets.random());
    private final int brokerPort = Ports.free();
    private final int registryPort = Ports.free();

    /** Every image that a test run uses, Testcontainers' own among them. */
    @SuppressWarnings("deprecation") // The only place that tells which image of its own Testcontainers would pull.
    public static List<String> images() {
        return List.of(
                KAFKA,
                POSTGRES,
                REGISTRY,
                TestcontainersConfiguration.getInstance().getRyukImage());
    }

    /** A broker that is not started yet. */
    public Broker broker() {
        Container container = container(
                "kafka",
                KAFKA,
                brokerPort,
                9092,
                Map.ofEntries(
                        Map.entry("KAFKA_NODE_ID", "1"),
                        Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                        Map.entry("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093"),
                        Map.entry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + brokerPort),
                        Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                        Map.entry("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
                        Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                        Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                        Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                        Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")),
                this::brokerServes);
        return new ContainerBroker(container, "127.0.0.1:" + brokerPort);
    }

    /** A database server that is not started yet. */
    public Database database() {
        Container container = container(
                "postgres",
                POSTGRES,
                server.port(),
                5432,
                Map.of("POSTGRES_USER", server.username(), "POSTGRES_PASSWORD", server.password()),
                server::accepts);
        return new ContainerDatabase(container, server);
    }

    /** A registry that is not started yet and needs the database to run before it is. */
    public Registry registry() {
        String url = "http://127.0.0.1:" + registryPort;
        Container container = container(
                "registry",
                REGISTRY,
                registryPort,
                8080,
                Map.of(
                        "APICURIO_STORAGE_KIND", "sql",
                        "APICURIO_STORAGE_SQL_KIND", "postgresql",
                        "APICURIO_DATASOURCE_URL", "jdbc:postgresql://postgres:5432/registry",
                        "APICURIO_DATASOURCE_USERNAME", server.username(),
                        "APICURIO_DATASOURCE_PASSWORD", server.password()),
                () -> HttpProbe.succeeds(URI.create(url + "/apis/ccompat/v7/subjects")));
        return new ContainerRegistry(container, server, url);
    }

    private boolean brokerServes() {
        try (BrokerProbe probe = new BrokerProbe("127.0.0.1:" + brokerPort)) {
            return probe.serves();
        }
    }

    private Container container(
            String name,
            String image,
            int port,
            int innerPort,
            Map<String, String> environment,
            BooleanSupplier ready) {
        GenericContainer<?> container = new GenericContainer<>(image)
                .withNetwork(network)
                .withNetworkAliases(name)
                .withEnv(environment)
                .withImagePullPolicy(wanted -> false);
        container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, innerPort)));
        return new Container(name, container, ready);
    }

    /** What all three have in common. */
    private record Container(String name, GenericContainer<?> container, BooleanSupplier ready) implements Part {

        @Override
        public void start() {
            if (container.getContainerId() == null) {
                container.start();
            } else if (!isRunning()) {
                client().startContainerCmd(container.getContainerId()).exec();
            }
            Instant giveUp = Instant.now().plus(START_TIMEOUT);
            while (!ready.getAsBoolean()) {
                if (Instant.now().isAfter(giveUp)) {
                    throw new ProcessException("%s was not ready after %d s. It printed:%n%s"
                            .formatted(name, START_TIMEOUT.toSeconds(), container.getLogs()));
                }
                pause();
            }
        }

        @Override
        public void kill() {
            client().killContainerCmd(container.getContainerId()).exec();
        }

        @Override
        public boolean isRunning() {
            return container.getContainerId() != null && container.isRunning();
        }

        private static DockerClient client() {
            return DockerClientFactory.lazyClient();
        }

        private static void pause() {
            try {
                Thread.sleep(Duration.ofMillis(200));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProcessException("Interrupted while waiting for a container.", e);
            }
        }
    }

    private record ContainerBroker(Part container, String bootstrapServers) implements Broker {

        @Override
        public String name() {
            return container.name();
        }

        @Override
        public void start() {
            container.start();
        }

        @Override
        public void kill() {
            container.kill();
        }

        @Override
        public boolean isRunning() {
            return container.isRunning();
        }
    }

    private record ContainerDatabase(Part container, JdbcServer server) implements Database {

        @Override
        public String jdbcUrl(String database) {
            return server.jdbcUrl(database);
        }

        @Override
        public String username() {
            return server.username();
        }

        @Override
        public String password() {
            return server.password();
        }

        @Override
        public String name() {
            return container.name();
        }

        @Override
        public void start() {
            container.start();
        }

        @Override
        public void kill() {
            container.kill();
        }

        @Override
        public boolean isRunning() {
            return container.isRunning();
        }
    }

    private record ContainerRegistry(Part container, JdbcServer server, String url) implements Registry {

        @Override
        public void start() {
            server.jdbcUrl("registry");
            container.start();
        }

        @Override
        public String name() {
            return container.name();
        }

        @Override
        public void kill() {
            container.kill();
        }

        @Override
        public boolean isRunning() {
            return container.isRunning();
        }
    }
}
