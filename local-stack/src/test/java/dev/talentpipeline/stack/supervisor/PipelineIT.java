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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a shell runs them, in a checkout without services, on ports that nobody uses. */
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
    void startsReportsADeathRestartsAndFindsItsDataAgain() throws Exception {
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
        assertThat(pipeline("down").output()).contains("Stopped.");
        assertThat(running()).isEmpty();
        pipeline("up", "--detach");

        // then
        assertThat(schema()).isEqualTo(schema);
    }

    @Test
    void cleansUpAfterASupervisorThatWasKilled() throws Exception {
        // given
        assertThat(pipeline("up", "--detach").status()).isZero();
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
