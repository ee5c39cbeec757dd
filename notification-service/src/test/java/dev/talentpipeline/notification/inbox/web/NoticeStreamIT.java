package dev.talentpipeline.notification.inbox.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.notification.inbox.OfferState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An inbox as it is followed. */
@TestPropertySource(properties = {"talentpipeline.inbox.streams-of-account=2", "talentpipeline.inbox.beat=PT0.2S"})
class NoticeStreamIT extends InboxOverHttp {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void tellsAtOnceHowManyAreUnreadAndThenWhatComesAndWhatIsRead() {
        try (Watcher watcher = follow(asStudent(), "")) {
            watcher.until("unread {\"unread\":3}");
            String fresh = UUID.randomUUID().toString();
            Instant made = Instant.now();

            offer(student, fresh, 1, OfferState.EXTENDED);

            JsonNode told =
                    JsonMapper.shared().readTree(watcher.startingWith("notices").data());
            assertThat(Duration.between(made, Instant.now())).isLessThan(SOON);
            assertThat(told.get("kind").asString()).isEqualTo("offer-made");
            assertThat(told.get("subject").asString()).isEqualTo(fresh);
            watcher.until("unread {\"unread\":4}");

            answer(asStudent(), "POST", "/api/v1/notices/" + told.get("id").asString() + "/read", null);

            watcher.until("unread {\"unread\":3}");
            // What was told is not told again, and what concerns others is not told here.
            offer(waiting, UUID.randomUUID().toString(), 1, OfferState.EXTENDED);
            offer(student, fresh, 2, OfferState.DECLINED);
            assertThat(watcher.startingWith("notices").data()).contains("offer-declined");
        }
    }

    @Test
    void whoComesBackIsToldWhatCameMeanwhile() {
        String last;
        try (Watcher watcher = follow(asStudent(), "")) {
            watcher.until("unread {\"unread\":3}");
            await().atMost(SOON).until(() -> !watcher.lastId().isEmpty());
            last = watcher.lastId();
        }
        String missed = UUID.randomUUID().toString();
        offer(student, missed, 1, OfferState.EXTENDED);

        try (Watcher back = follow(asStudent(), "", "Last-Event-ID", last)) {
            List<String> told = back.until("unread {\"unread\":4}");
            assertThat(told).anyMatch(event -> event.contains(missed));
        }
        try (Watcher back = follow(asStudent(), "?after=" + last)) {
            assertThat(back.until("unread {\"unread\":4}")).anyMatch(event -> event.contains(missed));
        }
        try (Watcher lost = follow(asStudent(), "", "Last-Event-ID", "nobody gave this out")) {
            assertThat(lost.next().words()).startsWith("reset");
        }
    }

    @Test
    void aDeskIsFollowedByItsOrganisationAndByNobodyElse() throws Exception {
        assertThat(open(TOKENS.token(Role.OPERATIONS, "operations"), "").statusCode())
                .isEqualTo(403);
        assertThat(open(TOKENS.forged(Role.STUDENT, "uni-1"), "").statusCode()).isEqualTo(401);
        assertThat(open(asStudent(), "?since=yesterday").statusCode()).isEqualTo(400);
        try (Watcher desk = follow(TOKENS.token(Role.COMPANY, "desk of " + programme), "")) {
            desk.until("unread {\"unread\":0}");
        }
    }

    @Test
    void ofAnAccountThatFollowsAsMuchAsItMayTheOldestStreamEndsAndComesBackLater() {
        try (Watcher oldest = follow(asStudent(), "");
                Watcher other = follow(asStudent(), "")) {
            oldest.until("unread {\"unread\":3}");
            other.until("unread {\"unread\":3}");
            try (Watcher newest = follow(asStudent(), "")) {
                newest.until("unread {\"unread\":3}");
                await().atMost(SOON).until(oldest::isOver);
                assertThat(oldest.comesBackAfterMs()).isEqualTo("30000");
                offer(student, UUID.randomUUID().toString(), 1, OfferState.EXTENDED);
                newest.until("unread {\"unread\":4}");
                other.until("unread {\"unread\":4}");
            }
        }
    }

    private Watcher follow(String token, String query, String... headers) {
        HttpResponse<InputStream> response = open(token, query, headers);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new Watcher(response);
    }

    private HttpResponse<InputStream> open(String token, String query, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/notices/stream" + query))
                .header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Somebody who looks on, as a browser does. */
    private static final class Watcher implements AutoCloseable {

        private static final Duration PATIENCE = Duration.ofSeconds(10);

        private final HttpResponse<InputStream> response;
        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        private volatile String lastId = "";
        private volatile String comesBackAfterMs = "";
        private volatile boolean over;

        private record Event(String name, String data) {

            private String words() {
                return name + " " + data;
            }
        }

        private Watcher(HttpResponse<InputStream> response) {
            this.response = response;
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
                String name = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("event: ")) {
                        name = line.substring(7);
                    } else if (line.startsWith("id: ")) {
                        lastId = line.substring(4);
                    } else if (line.startsWith("retry: ")) {
                        comesBackAfterMs = line.substring(7);
                    } else if (line.startsWith("data: ")) {
                        events.add(new Event(name, line.substring(6)));
                    }
                }
                over = true;
            } catch (IOException e) {
                // The test closed it.
            }
        }

        private boolean isOver() {
            return over;
        }

        private String comesBackAfterMs() {
            return comesBackAfterMs;
        }

        private String lastId() {
            return lastId;
        }

        private Event next() {
            try {
                Event event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                assertThat(event).as("an event within %s", PATIENCE).isNotNull();
                return event;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private Event startingWith(String name) {
            Event event = next();
            while (!event.name().equals(name)) {
                event = next();
            }
            return event;
        }

        private List<String> until(String last) {
            List<String> seen = new ArrayList<>();
            do {
                seen.add(next().words());
            } while (!seen.getLast().equals(last));
            return seen;
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
}
