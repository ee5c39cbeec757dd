package dev.talentpipeline.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A remote service as far as HTTP goes: answers what it was told to, and keeps what it was asked. */
public final class StubService implements AutoCloseable {

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Answering answering = exchange -> answer(exchange, 200, "application/json", "{}");
    private volatile Answering erasures = exchange -> erased(exchange, List.of(), null);

    public StubService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** A request as it arrived. Header names are matched whatever their case. */
    public record Asked(String method, String uri, Map<String, List<String>> headers, String body) {

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name)).map(List::getFirst);
        }
    }

    @FunctionalInterface
    public interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on everything is answered like this; what was asked before is forgotten. */
    public void answers(int status, String contentType, String body) {
        answers(exchange -> answer(exchange, status, contentType, body));
    }

    public void answers(Answering how) {
        asked.clear();
        answering = how;
    }

    /** How it answers who was erased, which the console asks by itself, beside all else. */
    public void answersErasures(Answering how) {
        erasures = how;
    }

    /** One page of the erased. */
    public static void erased(HttpExchange exchange, List<String> people, @Nullable String next) throws IOException {
        String items = people.stream()
                .map(person -> "{\"person\":\"%s\",\"completedAt\":null}".formatted(person))
                .collect(Collectors.joining(","));
        String cursor = next == null ? "null" : "\"" + next + "\"";
        answer(exchange, 200, "application/json", "{\"items\":[%s],\"next\":%s}".formatted(items, cursor));
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public Asked lastAsked() {
        return asked.getLast();
    }

    public static void answer(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/api/v1/erasures")) {
            erasures.answer(exchange);
            return;
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(
                new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
        answering.answer(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
