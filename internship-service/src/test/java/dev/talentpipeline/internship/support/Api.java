package dev.talentpipeline.internship.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The service's HTTP API as one caller uses it. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String origin;
    private final String token;

    Api(String origin, String token) {
        this.origin = origin;
        this.token = token;
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, JsonNode json) {

        public String text(String field) {
            return json.path(field).asString();
        }

        public String etag() {
            return headers.firstValue("ETag").orElse("none");
        }

        /** All that it says but the trace, which each answer has of its own. */
        public String said() {
            JsonNode said = json.deepCopy();
            ((ObjectNode) said).remove("traceId");
            return said.toString();
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body, Map.of());
    }

    public Answer post(String path, @Nullable Object body) {
        return send("POST", path, body, Map.of());
    }

    /** A document that came back. */
    public record Document(int status, String contentType, byte[] bytes) {}

    /** Reads what is not JSON. */
    public Document document(String path) {
        var response = exchange(request(path), BodyHandlers.ofByteArray());
        return new Document(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse("none"),
                response.body());
    }

    /** Reads what does not end by itself. */
    public HttpResponse<InputStream> open(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path);
        headers.forEach(request::header);
        return exchange(request, BodyHandlers.ofInputStream());
    }

    /** Asks for something and takes no byte of the answer. */
    public Socket stall(String path) {
        URI uri = URI.create(origin + "/api/v1" + path);
        try {
            Socket socket = new Socket(uri.getHost(), uri.getPort());
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(uri.getPath(), token)
                            .getBytes(UTF_8));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that came back. */
    public record Download(int status, HttpHeaders headers, byte[] bytes) {

        public String header(String name) {
            return headers.firstValue(name).orElse("none");
        }
    }

    /** Sends bytes as whatever they are said to be. */
    public Answer upload(String path, String contentType, byte[] bytes) {
        var response = exchange(
                request(path).header("Content-Type", contentType).PUT(BodyPublishers.ofByteArray(bytes)),
                BodyHandlers.ofString(UTF_8));
        return new Answer(response.statusCode(), response.headers(), JSON.readTree(response.body()));
    }

    /** Posts bytes as whatever they are said to be. */
    public Answer postFile(String path, String contentType, byte[] bytes, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", contentType);
        headers.forEach(request::header);
        var response = exchange(request.POST(BodyPublishers.ofByteArray(bytes)), BodyHandlers.ofString(UTF_8));
        return new Answer(response.statusCode(), response.headers(), JSON.readTree(response.body()));
    }

    /** Begins a POST whose body never comes to its end, as from somebody whose line is slow or breaks. */
    public Socket begin(String path, String contentType, long announcedBytes, byte[] sent) {
        URI uri = URI.create(origin + "/api/v1" + path);
        try {
            Socket socket = new Socket(uri.getHost(), uri.getPort());
            String head =
                    "POST %s?%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                            .formatted(uri.getPath(), uri.getQuery(), token, contentType, announcedBytes);
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(sent);
            socket.getOutputStream().flush();
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Posts nothing, and takes what comes back for a file. */
    public Download postForFile(String path) {
        var response = exchange(request(path).POST(BodyPublishers.noBody()), BodyHandlers.ofByteArray());
        return new Download(response.statusCode(), response.headers(), response.body());
    }

    public Download download(String path) {
        return download(path, Map.of());
    }

    public Download download(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path);
        headers.forEach(request::header);
        var response = exchange(request, BodyHandlers.ofByteArray());
        return new Download(response.statusCode(), response.headers(), response.body());
    }

    /** The API as it describes itself. */
    public JsonNode description() {
        var response =
                exchange(HttpRequest.newBuilder(URI.create(origin + "/v3/api-docs")), BodyHandlers.ofString(UTF_8));
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + "/api/v1" + path)).header("Authorization", "Bearer " + token);
    }

    private static <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends the body as JSON; a text is sent as it is. */
    public Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        headers.forEach(request::header);
        request.method(
                method,
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(
                                body instanceof String text ? text : JSON.writeValueAsString(body), UTF_8));
        var response = exchange(request, BodyHandlers.ofString(UTF_8));
        String text = response.body();
        return new Answer(
                response.statusCode(),
                response.headers(),
                text.isEmpty() ? NullNode.getInstance() : JSON.readTree(text));
    }
}
