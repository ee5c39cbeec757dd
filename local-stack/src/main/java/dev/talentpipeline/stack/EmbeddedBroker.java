package dev.talentpipeline.stack;

import dev.talentpipeline.stack.process.Aim;
import dev.talentpipeline.stack.process.ChildProcess;
import dev.talentpipeline.stack.process.JavaCommand;
import dev.talentpipeline.stack.process.Ports;
import dev.talentpipeline.stack.process.ProcessPlan;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/** A real Kafka broker in KRaft mode: one child process that is broker and controller, listening on loopback only. */
public final class EmbeddedBroker implements Broker, ProcessPart {

    private static final int MAXIMUM_HEAP_MEBIBYTES = 512;
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    /** Says when the broker came and went; a line for each partition at each start would hide it. */
    private static final String LOGGING = """
            appender.out.type = Console
            appender.out.name = out
            appender.out.layout.type = PatternLayout
            appender.out.layout.pattern = %d{ISO8601} %-5p %c{1} %m%n
            rootLogger.level = WARN
            rootLogger.appenderRef.out.ref = out
            logger.lifecycle.name = kafka.server.KafkaRaftServer
            logger.lifecycle.level = INFO
            logger.registration.name = kafka.server.BrokerLifecycleManager
            logger.registration.level = INFO
            """;

    private final Installation installation;
    private final ChildProcess process;
    private final Path directory;
    private final Path log;
    private final int port;
    private final int controllerPort;
    private final Aim aim;

    /**
     * @param directory holds the configuration and the data of the broker, and nothing else
     * @param log receives what the broker prints
     */
    public EmbeddedBroker(Installation installation, Path directory, Path log, int port, int controllerPort, Aim aim) {
        this.installation = installation;
        this.directory = directory.toAbsolutePath();
        this.log = log;
        this.port = port;
        this.controllerPort = controllerPort;
        this.aim = aim;
        this.process = new ChildProcess(plan("kafka.Kafka", configuration().toString()));
    }

    private ProcessPlan plan(String mainClass, String... arguments) {
        return new ProcessPlan(
                "kafka",
                new JavaCommand(MAXIMUM_HEAP_MEBIBYTES)
                        .aimingAt(aim)
                        .with("-Dlog4j2.configurationFile=" + logging().toUri())
                        .main(installation.libraries(), mainClass, arguments),
                Map.of(),
                directory,
                log);
    }

    @Override
    public void start() {
        if (!process.isAlive()) {
            if (!Files.exists(identity(data()))) {
                format();
            }
            writeConfiguration(data());
            process.start();
        }
        process.awaitReady(START_TIMEOUT, () -> Ports.answers(port));
        try (BrokerProbe probe = new BrokerProbe(bootstrapServers())) {
            process.awaitReady(START_TIMEOUT, probe::serves);
        }
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

    private Path logging() {
        return directory.resolve("log4j2.properties");
    }

    /** What a new broker finds in its data is the same for each but for its identity; the tool that makes it takes two seconds. */
    private void format() {
        try {
            MadeOnce formatted = MadeOnce.at(installation.target().resolve("kafka"), empty -> {
                writeConfiguration(empty);
                ChildProcess.run(
                        plan(
                                "kafka.tools.StorageTool",
                                "format",
                                "--config",
                                configuration().toString(),
                                "--cluster-id",
                                Uuid.randomUuid().toString()),
                        START_TIMEOUT);
            });
            Files.createDirectories(data());
            Properties identity = new Properties();
            try (Reader in = Files.newBufferedReader(identity(formatted.home()))) {
                identity.load(in);
            }
            identity.setProperty("cluster.id", Uuid.randomUuid().toString());
            identity.setProperty("directory.id", Uuid.randomUuid().toString());
            // It comes last, since it says that the rest is there.
            formatted.copyTo(data(), file -> !file.equals(identity(formatted.home())));
            try (Writer out = Files.newBufferedWriter(identity(data()))) {
                identity.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path identity(Path data) {
        return data.resolve("meta.properties");
    }

    private void writeConfiguration(Path data) {
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
                Map.entry("log.dirs", data.toString()),
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
                // What was erased leaves the files soon after the topics let go of it.
                Map.entry("log.cleaner.backoff.ms", "2000"),
                Map.entry("log.retention.check.interval.ms", "5000"),
                Map.entry("log.segment.delete.delay.ms", "1000"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4")));
        try (StringWriter text = new StringWriter()) {
            settings.store(text, null);
            Files.createDirectories(directory);
            Files.writeString(configuration(), text.toString());
            Files.writeString(logging(), LOGGING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
