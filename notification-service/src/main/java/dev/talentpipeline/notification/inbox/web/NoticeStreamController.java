package dev.talentpipeline.notification.inbox.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.stream.EventStream;
import dev.talentpipeline.kit.stream.StreamTimes;
import dev.talentpipeline.notification.contact.Addressee;
import dev.talentpipeline.notification.inbox.InboxBell;
import dev.talentpipeline.notification.inbox.InboxFollower;
import dev.talentpipeline.notification.inbox.InboxFollower.Heard;
import dev.talentpipeline.notification.inbox.InboxNews;
import dev.talentpipeline.notification.inbox.InboxPages;
import dev.talentpipeline.notification.inbox.Notice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells what comes into an inbox by the request's own virtual thread: one that waits for its reader costs little and holds nobody back. The id of an event
 * is the time up to which everything was told, so that its reader can go on from it on any instance.
 */
@RestController
@Tag(name = "Notices")
final class NoticeStreamController {

    /** Clocks of the machines that people's pages come from may differ by so much from this one's. */
    private static final Duration SKEW = Duration.ofSeconds(2);

    private static final int TRY_AGAIN_AFTER_SECONDS = 10;

    private final InboxBell bell;
    private final InboxPages pages;
    private final JsonMapper mapper;
    private final StreamTimes times;

    NoticeStreamController(
            InboxBell bell,
            InboxPages pages,
            JsonMapper mapper,
            Clock clock,
            @Value("${talentpipeline.inbox.longest:PT5M}") Duration longest,
            @Value("${talentpipeline.inbox.beat:PT5S}") Duration beat) {
        this.bell = bell;
        this.pages = pages;
        this.mapper = mapper;
        this.times = new StreamTimes(clock, longest, beat);
    }

    /** What is told of a notice: the words are read with the reader's own rights. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Told(String id, String kind, String subject, long subjectVersion, Instant createdAt) {

        static Told of(Notice notice) {
            return new Told(
                    notice.id().toString(),
                    notice.kind().code(),
                    notice.subject(),
                    notice.subjectVersion(),
                    notice.createdAt());
        }
    }

    @GetMapping("/api/v1/notices/stream")
    @Operation(
            operationId = "followNotices",
            summary = "Follow your inbox, as server-sent events (people their own; university, company: their desk's)")
    @ApiResponse(
            responseCode = "200",
            description =
                    "Events notices, each with the id and kind of a notice that came, unread with how many you have not read, and reset",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    void follow(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) HttpServletResponse response,
            @Parameter(description = "the last id that was seen; a browser sends it by itself")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable String lastEventId,
            @Parameter(description = "the same, for who cannot set the header")
                    @RequestParam(required = false)
                    @Nullable String after,
            @Parameter(description = "without such an id: also what came since this time, ISO 8601")
                    @RequestParam(required = false)
                    @Nullable String since)
            throws IOException {
        String own = Addressee.of(caller);
        if (own == null) {
            throw Problem.of(HttpStatus.FORBIDDEN, "forbidden", "Operations are told nothing, and have no inbox.")
                    .remedy("Ask for GET /notices?person=… to see what somebody was told.")
                    .asException();
        }
        String position = lastEventId != null ? lastEventId : after;
        Optional<Instant> from = position == null ? since(since) : instant(position);
        Instant until = times.until(Caller.currentUntil());
        Optional<InboxFollower> followed = bell.follow(caller, own);
        if (followed.isEmpty()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(TRY_AGAIN_AFTER_SECONDS));
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-streams",
                            "The service has as many streams of notices open as it may.")
                    .asException();
        }
        try (InboxFollower follower = followed.get()) {
            EventStream events = EventStream.of(response, mapper);
            InboxNews news = new InboxNews(pages, own, from.orElseGet(times.clock()::instant));
            boolean lost = position != null && from.isEmpty();
            events.tell(new Followed(follower, news, events, lost), times, until);
        }
    }

    private static Optional<Instant> since(@Nullable String time) {
        if (time == null) {
            return Optional.empty();
        }
        Optional<Instant> since = instant(time);
        if (since.isEmpty()) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "invalid-fields", "Some fields are not what they must be (1).")
                    .field("since")
                    .value(time)
                    .remedy("Give an instant such as 2027-03-08T03:10:05Z.")
                    .asException();
        }
        return since.map(read -> read.minus(SKEW));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            // A position that nobody gave out is answered by a reset, and a time that is none is refused.
            return Optional.empty();
        }
    }

    /** An inbox as its follower hears of it. */
    private static final class Followed implements EventStream.Source {

        private final InboxFollower follower;
        private final InboxNews news;
        private final EventStream events;
        private boolean lost;

        /** @param lost whether its reader was at a place that nobody can find, and has to read anew */
        Followed(InboxFollower follower, InboxNews news, EventStream events, boolean lost) {
            this.follower = follower;
            this.news = news;
            this.events = events;
            this.lost = lost;
        }

        @Override
        public boolean tellNext(Duration longest) throws IOException, InterruptedException {
            if (lost) {
                lost = false;
                events.tell("reset", news.reached().toString(), Map.of());
            }
            Heard heard = follower.listen(longest);
            switch (heard) {
                case RUNG -> tell(news, events);
                case NOTHING -> events.beat(news.reached().toString());
                case DISPLACED -> events.displaced();
                case OVER -> {}
            }
            return heard == Heard.RUNG || heard == Heard.NOTHING;
        }
    }

    private static void tell(InboxNews news, EventStream events) throws IOException {
        InboxNews.Told told = news.look();
        String reached = news.reached().toString();
        for (Notice notice : told.notices()) {
            events.tell("notices", reached, Told.of(notice));
        }
        if (told.more()) {
            events.tell("reset", reached, Map.of());
        }
        Integer unread = told.unread();
        if (unread != null) {
            events.tell("unread", reached, Map.of("unread", unread));
        }
    }
}
