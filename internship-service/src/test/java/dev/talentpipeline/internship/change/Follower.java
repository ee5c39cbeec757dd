package dev.talentpipeline.internship.change;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Somebody who looks on, as a browser does. */
final class Follower implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Thread reading;
    private volatile String lastId = "";
    private volatile String comesBackAfterMs = "";

    private Follower(HttpResponse<InputStream> response) {
        this.response = response;
        this.reading = Thread.ofVirtual().start(this::read);
    }

    /** What a browser would hand to the page. */
    record Event(String name, String id, String data) {

        String words() {
            return name + " " + data;
        }
    }

    static Follower of(Api caller, String programme) {
        return of(caller, programme, "", Map.of());
    }

    static Follower of(Api caller, String programme, String query, Map<String, String> headers) {
        HttpResponse<InputStream> response = caller.open("/programmes/" + programme + "/changes" + query, headers);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .isEqualToIgnoringWhitespace("text/event-stream;charset=UTF-8");
        return new Follower(response);
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
            String name = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("retry: ")) {
                    comesBackAfterMs = line.substring(7);
                } else if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(name, lastId, data));
                    }
                    name = "";
                    data = "";
                }
            }
        } catch (IOException e) {
            // The test closed it.
        }
    }

    Event next() {
        Event event = poll();
        assertThat(event).as("an event within %s", PATIENCE).isNotNull();
        return event;
    }

    private @Nullable Event poll() {
        try {
            return events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything up to the event that is the last to be waited for. */
    List<String> until(String last) {
        List<String> seen = new ArrayList<>();
        do {
            seen.add(next().words());
        } while (!seen.getLast().startsWith(last));
        return seen;
    }

    /** What a browser would send when it comes back. */
    String lastId() {
        return lastId;
    }

    /** What it was told to wait before that. */
    String comesBackAfterMs() {
        return comesBackAfterMs;
    }

    boolean endsWithin(Duration bound) throws InterruptedException {
        return reading.join(bound);
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
