package dev.talentpipeline.stack;

import dev.talentpipeline.stack.process.ChildProcess;
import dev.talentpipeline.stack.process.JavaCommand;
import dev.talentpipeline.stack.process.Ports;
import dev.talentpipeline.stack.process.ProcessException;
import dev.talentpipeline.stack.process.ProcessPlan;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** A real Kafka broker in KRaft mode: one child process that is broker and controller, listening on loopback only. */
public final class EmbeddedBroker implements Broker, ProcessPart {

    private static final int MAXIMUM_HEAP_MEBIBYTES = 512;
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final int ADMIN_TIMEOUT_MS = 2_000;

    private final ProcessPlan format;
    private final ChildProcess process;
    private final Path directory;
    private final int port;
    private final int controllerPort;

    /**
     * @param directory holds the configuration and the data of the broker, and nothing else
     * @param log receives what the broker prints
     */
    public EmbeddedBroker(Installation installation, Path directory, Path log, int port, int controllerPort) {
        this.directory = directory.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.format = new ProcessPlan(
                "kafka",
                java().with("-XX:TieredStopAtLevel=1")
                        .main(
                                installation.libraries(),
                                "kafka.tools.StorageTool",
                                "format",
                                "--config",
                                configuration().toString(),
                                "--cluster-id",
                                Uuid.randomUuid().toString()),
                Map.of(),
                this.directory,
                log);
        this.process = new ChildProcess(new ProcessPlan(
                "kafka",
                java().with("-XX:TieredStopAtLevel=1")
                        .main(
                                installation.libraries(),
                                "kafka.Kafka",
                                configuration().toString()),
                Map.of(),
                this.directory,
                log));
    }

    private static JavaCommand java() {
        return new JavaCommand(MAXIMUM_HEAP_MEBIBYTES).with("-Dorg.apache.logging.log4j.level=INFO");
    }

    @Override
    public void start() {
        if (!process.isAlive()) {
            writeConfiguration();
            if (!Files.exists(data().resolve("meta.properties"))) {
                ChildProcess.run(format, START_TIMEOUT);
            }
            process.start();
        }
        process.awaitReady(START_TIMEOUT, () -> Ports.answers(port));
        awaitRegistration();
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public String address() {
        return bootstrapServers();
    }

    private Path configuration() {
        return directory.resolve("server.properties");
    }

    private Path data() {
        return directory.resolve("data");
    }

    /** The port opens a moment before the controller lets the broker serve: only then are there nodes. */
    private void awaitRegistration() {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ADMIN_TIMEOUT_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ADMIN_TIMEOUT_MS))) {
            process.awaitReady(START_TIMEOUT, () -> hasNode(admin));
        }
    }

    private static boolean hasNode(Admin admin) {
        try {
            return !admin.describeCluster()
                    .nodes()
                    .get(ADMIN_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessException("Interrupted while waiting for the broker.", e);
        }
    }

    private void writeConfiguration() {
        Properties settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort)),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("log.dirs", data().toString()),
                // Topics come from the catalogue: a misspelt name has to fail.
                Map.entry("auto.create.topics.enable", "false"),
                // One node has nobody to replicate to, and few partitions of the broker's own topics open quickly.
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "8"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "8"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "2"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // A killed broker may come back once its old session has run out: sooner than the default of 9 s.
                Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("log.cleaner.dedupe.buffer.size", String.valueOf(16 * 1024 * 1024)),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4")));
        try (StringWriter text = new StringWriter()) {
            settings.store(text, null);
            Files.createDirectories(directory);
            Files.writeString(configuration(), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
