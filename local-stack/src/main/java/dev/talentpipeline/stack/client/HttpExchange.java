package dev.talentpipeline.stack.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/** One request and its answer, as JSON. Stateless but for the connections that it keeps open. */
final class HttpExchange implements AutoCloseable {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    /** As every form of a page carries it. */
    private static final Pattern CSRF_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http;
    private final JsonMapper json;
    private final URI origin;

    HttpExchange(HttpClient http, JsonMapper json, URI origin) {
        this.http = http;
        this.json = json;
        this.origin = origin;
    }

    /** Client credentials grant with the credentials in the Authorization header (RFC 6749, sections 2.3.1 and 4.4). */
    Reply token(String clientId, String secret) {
        String credentials = clientId + ":" + secret;
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return send(request("/oauth2/token")
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    Reply send(
            String method,
            String path,
            @Nullable Object body,
            @Nullable String bearer,
            @Nullable String idempotencyKey,
            Map<String, String> headers) {
        HttpRequest.Builder request = request(path);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else if (body instanceof byte[] bytes) {
            request.method(method, BodyPublishers.ofByteArray(bytes))
                    .header("Content-Type", "application/octet-stream");
        } else {
            request.method(method, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                    .header("Content-Type", "application/json");
        }
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        headers.forEach(request::header);
        return send(request);
    }

    /** Opens a link as a browser does: what calls then carry to be of the session that it opened. */
    Map<String, String> enter(URI link) {
        HttpResponse<String> entered = page(link.getRawPath() + "?" + link.getRawQuery(), "");
        String cookies = entered.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, (cookie + ";").indexOf(';')))
                .collect(Collectors.joining("; "));
        URI next = entered.headers().firstValue("Location").map(URI::create).orElseThrow(() -> notOpened(entered));
        HttpResponse<String> opened = page(next.getRawPath(), cookies);
        Matcher token = CSRF_TOKEN.matcher(opened.body());
        if (!token.find()) {
            throw notOpened(opened);
        }
        return Map.of("Cookie", cookies, "X-CSRF-TOKEN", token.group(1));
    }

    private static IllegalStateException notOpened(HttpResponse<?> response) {
        return new IllegalStateException("The link must open a session: %s answered %d."
                .formatted(response.uri().getPath(), response.statusCode()));
    }

    private HttpResponse<String> page(String path, String cookies) {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path))
                .timeout(REQUEST_TIMEOUT)
                .header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        return exchange(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(origin.resolve(path))
                .timeout(REQUEST_TIMEOUT)
                .header("Accept", "application/json, application/problem+json");
    }

    private Reply send(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = exchange(request, BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), read(response.body()), response.headers());
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("Interrupted while waiting for an answer."));
        }
    }

    private JsonNode read(byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(body);
        } catch (JacksonException notJson) {
            return StringNode.valueOf(new String(body, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
