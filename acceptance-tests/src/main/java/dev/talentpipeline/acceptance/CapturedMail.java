package dev.talentpipeline.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mail that the stack's SMTP server received: every raw delivery, doubles included. */
public final class CapturedMail {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    public CapturedMail(URI server) {
        this.server = server;
    }

    /** All deliveries, oldest first. */
    public List<JsonNode> all() {
        return read("/messages");
    }

    /** How many deliveries there are. */
    public int count() {
        return Integer.parseInt(body("/messages/count"));
    }

    /**
     * Some of the deliveries, oldest first: {@code messageId}, {@code to} and {@code receivedAt}.
     *
     * @param position of the first; that of the oldest is 0
     * @param most how many at most
     */
    public List<JsonNode> received(int position, int most) {
        return read("/messages/received?from=%d&most=%d".formatted(position, most));
    }

    public List<JsonNode> to(String address) {
        return read("/messages?to=" + address);
    }

    private List<JsonNode> read(String path) {
        List<JsonNode> messages = new ArrayList<>();
        JsonNode parsed = JSON.readTree(body(path));
        (parsed.isArray() ? parsed : parsed.get("items")).forEach(messages::add);
        return messages;
    }

    private String body(String path) {
        try {
            return http.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading mail.", e);
        }
    }
}
