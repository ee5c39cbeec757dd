package dev.talentpipeline.internship.change.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.talentpipeline.internship.change.Change;
import dev.talentpipeline.internship.change.Subscription.Next;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The wire format of server-sent events. A heartbeat is a comment and an id without data, which a browser notes and tells nobody: it comes back
 * with a position that is still kept, however long nothing concerned it.
 */
final class EventStream {

    /** A browser whose stream has ended comes back so soon. */
    private static final int RETRY_MS = 300;

    private final OutputStream out;
    private final JsonMapper mapper;

    EventStream(HttpServletResponse response, JsonMapper mapper) throws IOException {
        this.out = response.getOutputStream();
        this.mapper = mapper;
    }

    /** What is told of a change. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(String id, long version, @Nullable String state) {

        static Told of(Change change) {
            return new Told(change.id(), change.version(), change.state());
        }
    }

    /** Has the reader know at once that it is connected. */
    void begin() throws IOException {
        send("retry: %d\n\n".formatted(RETRY_MS));
    }

    void write(Next next) throws IOException {
        switch (next) {
            case Next.Changed(Change change) ->
                send("event: %s\nid: %d\ndata: %s\n\n"
                        .formatted(
                                change.kind().word(), change.position(), mapper.writeValueAsString(Told.of(change))));
            case Next.Reset(long position) -> send("event: reset\nid: %d\ndata: {}\n\n".formatted(position));
            case Next.Quiet(long position) -> send(": still here\nid: %d\n\n".formatted(position));
            case Next.Over() -> {}
        }
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }
}
