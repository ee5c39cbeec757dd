package dev.talentpipeline.matching;

import static org.awaitility.Awaitility.await;

import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.kit.exports.ExportedLists;
import dev.talentpipeline.kit.exports.ListExports;
import dev.talentpipeline.stack.Infrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service in this process, on a free port, ready when it is handed out. */
final class RunningService implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningService start(Path stateDirectory) {
        Infrastructure infrastructure = Infrastructure.shared();
        RunningService service = new RunningService(new SpringApplicationBuilder(MatchingServiceApplication.class)
                .run(
                        "--server.port=0",
                        // So that a test of the size of a build has a large programme.
                        "--talentpipeline.matching.large-from=5000",
                        // Nobody answers here, and a slow machine must not see a proposal repeated under its id.
                        "--talentpipeline.matching.repeat-after=10m",
                        "--spring.kafka.bootstrap-servers=" + infrastructure.bootstrapServers(),
                        // Comes to something only where two run beside each other.
                        "--spring.kafka.streams.properties.num.standby.replicas=1",
                        "--spring.kafka.streams.state-dir=" + stateDirectory,
                        "--talentpipeline.registry-url=" + infrastructure.registryUrl(),
                        "--talentpipeline.jwk-set-uri=" + TestTokens.shared().jwkSetUri()));
        await().atMost(Duration.ofSeconds(90))
                .until(() ->
                        service.send(service.request("/actuator/health/flow").build())
                                        .statusCode()
                                == 200);
        return service;
    }

    HttpResponse<String> get(String path, String token) {
        return send(request("/api/v1" + path)
                .header("Authorization", "Bearer " + token)
                .build());
    }

    /** The value of a counter, named with its labels as it is scraped. */
    double counter(String name) {
        String line = send(request("/actuator/prometheus").build())
                .body()
                .lines()
                .filter(metric -> metric.startsWith(name + " "))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.substring(name.length() + 1));
    }

    HttpResponse<String> post(String path, String body, String token) {
        return send(request("/api/v1" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /** The API as it describes itself. */
    JsonNode description() {
        return json(send(request("/v3/api-docs").build()));
    }

    /** All lists that it has. */
    ExportedLists lists() {
        return new ExportedLists(
                context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class),
                context.getBean(ListExports.class));
    }

    private HttpRequest.Builder request(String path) {
        String port = context.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking " + request.uri(), e);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
