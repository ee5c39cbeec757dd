package dev.talentpipeline.kit.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * The wire format of server-sent events, each with an id that tells where its reader goes on. A heartbeat is a comment and an id without data, which a
 * browser notes and tells nobody: it comes back with a position that is still known, however long nothing concerned it. Used by one thread, which is
 * held for as long as the reader takes.
 */
public final class EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    /** A browser whose stream has ended comes back so soon. */
    private static final int RETRY_MS = 300;

    /** So that pages of which there are too many take turns, and do not chase each other. */
    private static final Duration DISPLACED_FOR = Duration.ofSeconds(30);

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

    /** What there is to tell, one thing after the other. */
    public interface Source {

        /**
         * Tells the next thing as soon as there is one, or by a beat that there was none so long.
         *
         * @return whether there may be more
         */
        boolean tellNext(Duration longest) throws IOException, InterruptedException;
    }

    /** Tells all that the source has, until it has nothing more, the time is over, or the reader is gone. */
    public void tell(Source source, StreamTimes times, Instant until) {
        try {
            // Has the reader know at once that it is connected.
            comeBackAfter(Duration.ofMillis(RETRY_MS));
            boolean more = true;
            for (Duration left = times.left(until); more && left.isPositive(); left = times.left(until)) {
                more = source.tellNext(times.wait(left));
            }
        } catch (IOException e) {
            LOG.debug("A follower is gone: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    /** Another stream of the account takes the place of this one: has the reader come back only after a while, once this has ended. */
    public void displaced() throws IOException {
        comeBackAfter(DISPLACED_FOR);
    }

    private void comeBackAfter(Duration pause) throws IOException {
        send("retry: %d\n\n".formatted(pause.toMillis()));
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }
}
