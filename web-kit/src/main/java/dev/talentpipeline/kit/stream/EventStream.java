package dev.talentpipeline.kit.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * The wire format of server-sent events, each with an id that tells where its reader goes on. A heartbeat is a comment and an id without data, which a
 * browser notes and tells nobody: it comes back with a position that is still known, however long nothing concerned it. Used by one thread, which is
 * held for as long as the reader takes.
 */
public final class EventStream {

    /** A browser whose stream has ended comes back so soon. */
    private static final int RETRY_MS = 300;

    private final OutputStream out;
    private final JsonMapper mapper;

    private EventStream(OutputStream out, JsonMapper mapper) {
        this.out = out;
        this.mapper = mapper;
    }

    /** Makes a stream of the answer. */
    public static EventStream of(HttpServletResponse response, JsonMapper mapper) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new EventStream(response.getOutputStream(), mapper);
    }

    /** Has the reader know at once that it is connected. */
    public void begin() throws IOException {
        send("retry: %d\n\n".formatted(RETRY_MS));
    }

    /**
     * Tells an event.
     *
     * @param name word of its kind
     * @param data what Jackson makes one line of
     */
    public void tell(String name, String id, Object data) throws IOException {
        send("event: %s\nid: %s\ndata: %s\n\n".formatted(name, id, mapper.writeValueAsString(data)));
    }

    public void beat(String id) throws IOException {
        send(": still here\nid: %s\n\n".formatted(id));
    }

    /** Has the reader come back only after a while, once this has ended. */
    public void comeBackAfter(Duration pause) throws IOException {
        send("retry: %d\n\n".formatted(pause.toMillis()));
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }
}
