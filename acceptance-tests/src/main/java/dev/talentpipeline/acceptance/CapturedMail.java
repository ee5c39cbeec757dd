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

    public List<JsonNode> to(String address) {
        return read("/messages?to=" + address);
    }

    private List<JsonNode> read(String path) {
        try {
            String body = http.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString())
                    .body();
            List<JsonNode> messages = new ArrayList<>();
            JsonNode parsed = JSON.readTree(body);
            (parsed.isArray() ? parsed : parsed.get("items")).forEach(messages::add);
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading mail.", e);
        }
    }
}
