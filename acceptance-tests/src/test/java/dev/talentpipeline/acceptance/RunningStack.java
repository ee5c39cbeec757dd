package dev.talentpipeline.acceptance;

import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.process.Ports;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The whole system, started once for all tests by the launcher on free ports and with data of its own, and stopped with the test JVM.
 *
 * <p>{@code -Dstack=/path/stack.json} has the tests use one that runs already, which is then left as it is.
 */
public final class RunningStack {

    private static final List<String> PROCESSES = List.of(
            "console",
            "internship-service",
            "matching-service",
            "notification-service",
            "monitoring-service",
            "registry",
            "registry-management",
            "kafka",
            "kafka-controller",
            "postgres",
            "smtp",
            "mail");
    private static final String DIRECTORY = ".pipeline-acceptance";
    private static final RunningStack SHARED = start();

    private final Launcher launcher;
    private final Path stackFile;
    private final PipelineClient client;

    private final @Nullable SpanReceiver spans;

    private RunningStack(Launcher launcher, Path stackFile, @Nullable SpanReceiver spans) {
        this.spans = spans;
        this.launcher = launcher;
        this.stackFile = stackFile;
        this.client = PipelineClient.fromStackFile(stackFile);
    }

    public static RunningStack shared() {
        return SHARED;
    }

    public Launcher launcher() {
        return launcher;
    }

    public PipelineClient client() {
        return client;
    }

    /** Collects what the stack tells of its work; empty: it is not one that was started here. */
    Optional<SpanReceiver> spans() {
        return Optional.ofNullable(spans);
    }

    /** What the launcher wrote down about the stack. */
    public Path stackFile() {
        return stackFile;
    }

    private static RunningStack start() {
        String running = System.getProperty("stack", "");
        if (!running.isEmpty()) {
            Path stackFile = Path.of(running);
            return new RunningStack(
                    new Launcher(Map.of("PIPELINE_DIRECTORY", String.valueOf(stackFile.getParent()))), stackFile, null);
        }
        Map<String, String> environment = new HashMap<>(freePorts());
        environment.put("PIPELINE_DIRECTORY", DIRECTORY);
        environment.put("PIPELINE_TRAINING", "off");
        // Everybody signs in anew in each walk, and on the compiler of a test a strong hash takes most of a second.
        environment.put("TALENTPIPELINE_PASSWORD_STRENGTH", "4");
        environment.put("TALENTPIPELINE_CLIENT_SECRET_STRENGTH", "4");
        SpanReceiver spans = SpanReceiver.start();
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", spans.address().toString());
        Launcher launcher = new Launcher(environment);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> launcher.run("down", "--erase")));
        launcher.run("up", "--detach", "--no-demo");
        return new RunningStack(launcher, launcher.checkout().resolve(DIRECTORY).resolve("stack.json"), spans);
    }

    private static Map<String, String> freePorts() {
        return PROCESSES.stream()
                .collect(Collectors.toMap(
                        process -> "PIPELINE_PORT_" + process.replace('-', '_').toUpperCase(Locale.ROOT),
                        process -> String.valueOf(Ports.free())));
    }
}
