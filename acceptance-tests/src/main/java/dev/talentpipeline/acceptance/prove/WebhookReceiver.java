package dev.talentpipeline.acceptance.prove;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An organisation's own system, on loopback: takes every message and notes each delivery, doubles included, before the sender hears that it was taken.
 * Any thread may ask it.
 */
final class WebhookReceiver implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Taken> byId = new ConcurrentHashMap<>();

    private WebhookReceiver(HttpServer server) {
        this.server = server;
    }

    /**
     * What came under one {@code webhook-id}.
     *
     * @param offer that it is about; empty for a message about something else
     * @param times how often it came
     */
    record Taken(String offer, int times) {

        private Taken again() {
            return new Taken(offer, times + 1);
        }
    }

    static WebhookReceiver start() {
        try {
            var receiver = new WebhookReceiver(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            receiver.server.setExecutor(receiver.threads);
            receiver.server.createContext("/", receiver::take);
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException("The receiver could not listen on loopback.", e);
        }
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    /** By {@code webhook-id}, as a receiver that knows its business drops doubles. */
    Map<String, Taken> taken() {
        return new HashMap<>(byId);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            if (id != null) {
                String offer = body.path("data").path("offer").asString("");
                byId.merge(id, new Taken(offer, 1), (before, _) -> before.again());
            }
            exchange.sendResponseHeaders(id == null ? 400 : 204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
