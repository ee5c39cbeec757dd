package dev.talentpipeline.stack.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.stack.Installation;
import dev.talentpipeline.stack.process.HttpProbe;
import dev.talentpipeline.stack.process.Ports;
import dev.talentpipeline.stack.process.ProcessRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The commands as a shell runs them, in a checkout without services, on ports that nobody uses. */
@Execution(ExecutionMode.CONCURRENT)
class PipelineIT {

    private record Result(int status, String output) {}

    private static final List<String> PARTS = List.of("postgres", "kafka", "registry", "mail");

    @TempDir
    private Path checkout;

    private final Map<StackPort, Integer> ports = new HashMap<>();

    @BeforeEach
    void choosePorts() {
        Stream.of(StackPort.values()).forEach(port -> ports.put(port, Ports.free()));
    }

    @AfterEach
    void leaveNothing() throws Exception {
        pipeline("down", "--erase");
    }

    @Test
    void startsReportsADeathRestartsComesBackOutOfABackupAndCleansUpAfterItself() throws Exception {
        // given
        Result up = pipeline("up", "--detach");
        assertThat(up.output()).contains("postgres", "topics and schemas", "Ready after");
        assertThat(up.status()).isZero();
        String schema = schema();
        assertThat(pipeline("status").status()).isZero();

        // when
        assertThat(pipeline("kill", "mail").status()).isZero();

        // then
        Result afterDeath = pipeline("status");
        assertThat(afterDeath.output()).contains("mail died (status 137)", "./pipeline restart mail");
        assertThat(afterDeath.status()).isEqualTo(1);
        assertThat(pipeline("restart", "mail").output()).contains("mail is ready after");
        assertThat(HttpProbe.succeeds(URI.create("http://127.0.0.1:" + ports.get(StackPort.MAIL) + "/messages")))
                .isTrue();

        // when
        execute("create table kept (word text)", "insert into kept values ('before')");
        long offset = send("offers", "demo/1", "before");
        Result backup = pipeline("backup", "a backup");
        execute("insert into kept values ('after')");
        send("offers", "demo/2", "after");
        send("erasures", "person", "erased after");

        // then
        assertThat(backup.output()).contains("Events waited for", "a backup holds all as it was at");
        assertThat(backup.status()).isZero();
        assertThat(pipeline("backup", "a backup").output()).contains("must not be there yet");
        assertThat(pipeline("restore", "a backup", "--replace").output()).contains("Stop it with: ./pipeline down");

        // when
        assertThat(pipeline("down").output()).contains("Stopped.");
        assertThat(running()).isEmpty();

        // then
        assertThat(pipeline("restore", "a backup").output()).contains("must be empty", "--replace");
        Result restore = pipeline("restore", "a backup", "--replace");
        assertThat(restore.output())
                .contains("The databases are as they were at", "1 erasures since then were taken along");
        assertThat(restore.status()).isZero();
        assertThat(pipeline("up", "--detach").status()).isZero();
        assertThat(schema()).isEqualTo(schema);
        assertThat(words()).containsExactly("before");
        assertThat(records("offers")).containsExactly("before@" + offset);
        assertThat(records("erasures")).hasSize(1);

        // given
        ProcessHandle supervisor = ProcessRecord.read(directory().supervisorRecord())
                .flatMap(ProcessRecord::process)
                .orElseThrow();
        supervisor.destroyForcibly();
        supervisor.onExit().join();
        assertThat(running()).containsExactlyInAnyOrderElementsOf(PARTS);
        assertThat(pipeline("status").output()).contains("The supervisor has died");

        // when
        Result down = pipeline("down");

        // then
        assertThat(down.status()).isZero();
        assertThat(running()).isEmpty();
    }

    @Test
    void namesAPortThatIsInUse() throws Exception {
        int taken = Optional.ofNullable(ports.get(StackPort.REGISTRY)).orElseThrow();
        try (ServerSocket other = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();

            Result up = pipeline("up", "--detach");

            assertThat(up.output())
                    .contains("Port %d (registry) is in use by another program.".formatted(taken))
                    .contains("--port registry=");
            assertThat(up.status()).isEqualTo(1);
        }
    }

    @Test
    void refusesWhatDoesNotExist() throws Exception {
        assertThat(pipeline("upp").status()).isEqualTo(2);
        assertThat(pipeline("kill", "mail")).isEqualTo(new Result(1, "mail is not running. See: ./pipeline status\n"));
        assertThat(pipeline("prove", "everything").output()).contains("acceptance-tests-prove.jar is not there");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<String> words() throws SQLException {
        List<String> words = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select word from kept")) {
            while (row.next()) {
                words.add(row.getString(1));
            }
        }
        return words;
    }

    private Connection connect() throws SQLException {
        StackDocument.Login login = StackDocument.read(directory().stackFile()).database();
        return DriverManager.getConnection(login.url() + "registry", login.user(), login.password());
    }

    private long send(String topic, String key, String value) throws Exception {
        try (var producer = new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(topic, 0, key, value))
                    .get()
                    .offset();
        }
    }

    /** The values of the first partition with their offsets. */
    private List<String> records(String topic) {
        try (var consumer = new KafkaConsumer<>(kafka(), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition first = new TopicPartition(topic, 0);
            consumer.assign(List.of(first));
            consumer.seekToBeginning(List.of(first));
            return consumer.poll(Duration.ofSeconds(20)).records(first).stream()
                    .map(record -> record.value() + "@" + record.offset())
                    .toList();
        }
    }

    private Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + ports.get(StackPort.KAFKA));
    }

    private List<String> running() {
        return new Leftovers(directory())
                .find().stream().map(Leftovers.Leftover::name).toList();
    }

    private String schema() throws IOException {
        try (var in = URI.create("http://127.0.0.1:%d/apis/ccompat/v7/subjects/offers-value/versions/latest"
                        .formatted(ports.get(StackPort.REGISTRY)))
                .toURL()
                .openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private StackDirectory directory() {
        return new StackDirectory(checkout.resolve(".pipeline"));
    }

    private Result pipeline(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-D" + Installation.PROPERTY + "=" + Installation.locate().target(),
                "-cp",
                System.getProperty("java.class.path"),
                PipelineCommand.class.getName()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("pipeline-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        ports.forEach((port, number) -> builder.environment().put(port.variableName(), String.valueOf(number)));
        int status = builder.start().waitFor();
        Result result = new Result(status, Files.readString(output));
        Files.delete(output);
        return result;
    }
}
