package dev.talentpipeline.acceptance.instruments;

import dev.talentpipeline.stack.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The machine's own Prometheus as a process of the test, with the repository's rules and its jobs, whose targets are those of the running stack. */
final class PrometheusServer implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final Process process;
    private final URI address;
    private final Path log;

    private PrometheusServer(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /**
     * Starts one.
     *
     * @param folder for its configuration, data and log
     * @param services by the name of their job
     */
    static PrometheusServer start(Path folder, Map<String, URI> services) {
        try {
            Path configuration = folder.resolve("prometheus.yml");
            Files.writeString(configuration, new Yaml().dump(configuration(services)));
            String listening = "127.0.0.1:" + Ports.free();
            Path log = folder.resolve("prometheus.log");
            Process process = new ProcessBuilder(
                            Programs.find("prometheus").orElseThrow().toString(),
                            "--config.file=" + configuration,
                            "--storage.tsdb.path=" + folder.resolve("data"),
                            "--web.listen-address=" + listening)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new PrometheusServer(process, URI.create("http://" + listening), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The repository's configuration, with every second a look and these targets. */
    private static Map<String, Object> configuration(Map<String, URI> services) {
        Map<String, Object> configuration =
                new LinkedHashMap<>(AlertRule.yaml(Checkout.PROMETHEUS.resolve("prometheus.yml")));
        Map<String, Object> global = new LinkedHashMap<>(AlertRule.mapping(configuration.get("global")));
        global.put("scrape_interval", "1s");
        global.put("evaluation_interval", "1s");
        configuration.put("global", global);
        configuration.put("rule_files", List.of(Checkout.RULES.resolve("*.yml").toString()));
        List<Map<String, Object>> jobs = new ArrayList<>();
        for (Map<String, Object> declared : AlertRule.maps(configuration.get("scrape_configs"))) {
            Map<String, Object> job = new LinkedHashMap<>(declared);
            URI service = services.get(String.valueOf(job.get("job_name")));
            job.put("static_configs", List.of(Map.of("targets", List.of(service.getAuthority()))));
            jobs.add(job);
        }
        configuration.put("scrape_configs", jobs);
        return configuration;
    }

    /** Whether it answers by now. */
    boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("Prometheus has ended:\n" + Checkout.read(log));
        }
        try {
            return RunningServices.get(address, "/-/ready").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** The {@code data} of an answer of its API. */
    JsonNode api(String path) {
        return JsonMapper.shared()
                .readTree(RunningServices.get(address, "/api/v1/" + path).body())
                .get("data");
    }

    /** The series of an instant query. */
    List<JsonNode> query(String expression) {
        return api("query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .get("result")
                .valueStream()
                .toList();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
