package dev.talentpipeline.stack.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The remote end of the API on a free port: hands out a token to each of its clients ({@code <id>-token-<n>}) and
 * answers everything else by a function that the test gives. Every request is kept in order of arrival.
 */
public final class StubConsole implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final List<StackFile.Client> clients;
    private final Function<Request, Answer> api;
    private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger tokensGiven = new AtomicInteger();

    public record Request(String method, String path, String authorization, String idempotencyKey, JsonNode body) {

        /** The id of the client whose token this request carried. */
        public String client() {
            return authorization.replaceFirst("^Bearer ", "").replaceFirst("-token-\\d+$", "");
        }
    }

    public record Answer(int status, Object body) {

        public static Answer ok(Object body) {
            return new Answer(200, body);
        }
    }

    private StubConsole(HttpServer server, List<StackFile.Client> clients, Function<Request, Answer> api) {
        this.server = server;
        this.clients = clients;
        this.api = api;
    }

    /** Starts a console with one client for each organisation, named {@code client-of-<org>}. */
    public static StubConsole start(Map<String, String> roleByOrg, Function<Request, Answer> api) throws IOException {
        List<StackFile.Client> clients = roleByOrg.entrySet().stream()
                .map(entry -> new StackFile.Client(
                        "client-of-" + entry.getKey(), "secret-" + entry.getKey(), entry.getValue(), entry.getKey()))
                .toList();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        StubConsole console = new StubConsole(server, clients, api);
        server.createContext("/", console::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return console;
    }

    public StackFile stack() {
        URI origin = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new StackFile(origin, "127.0.0.1:1", origin, "127.0.0.1:1", origin, clients, List.of());
    }

    public int tokensGiven() {
        return tokensGiven.get();
    }

    public Stream<Request> requests(String method, String pathPart) {
        return requests.stream()
                .filter(request ->
                        request.method().equals(method) && request.path().contains(pathPart));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Answer answer = exchange.getRequestURI().getPath().equals("/oauth2/token")
                    ? token(exchange, new String(body, StandardCharsets.UTF_8))
                    : answer(exchange, body);
            byte[] bytes = JSON.writeValueAsBytes(answer.body());
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer token(HttpExchange exchange, String form) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        return clients.stream()
                .filter(client -> form.equals("grant_type=client_credentials") && authorization.equals(basic(client)))
                .findFirst()
                .map(client -> Answer.ok(Map.of(
                        "access_token", client.id() + "-token-" + tokensGiven.incrementAndGet(), "expires_in", 300)))
                .orElse(new Answer(401, Map.of("error", "invalid_client")));
    }

    private static String basic(StackFile.Client client) {
        String credentials = client.id() + ":" + client.secret();
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private Answer answer(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                headers.getOrDefault("Authorization", List.of("")).getFirst(),
                headers.getOrDefault("Idempotency-Key", List.of("")).getFirst(),
                JSON.readTree(body));
        requests.add(request);
        return api.apply(request);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
