package dev.talentpipeline.acceptance.instruments;

import dev.talentpipeline.acceptance.RunningStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The services of the running stack, each asked by its own address rather than through the console. */
final class RunningServices {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private RunningServices() {}

    /** By name, where each is. */
    static Map<String, URI> all() {
        JsonNode stack =
                JsonMapper.shared().readTree(Checkout.read(RunningStack.shared().stackFile()));
        Map<String, URI> services = new TreeMap<>();
        stack.get("services")
                .properties()
                .forEach(service -> services.put(
                        service.getKey(), URI.create(service.getValue().asString())));
        return services;
    }

    /** What a service exposes to Prometheus. */
    static String metrics(URI service) {
        HttpResponse<String> answer = get(service, "/actuator/prometheus");
        if (answer.statusCode() != 200) {
            throw new AssertionError("%s answers %d".formatted(answer.uri(), answer.statusCode()));
        }
        return answer.body();
    }

    static HttpResponse<String> get(URI service, String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(service.resolve(path)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
