package dev.talentpipeline.internship.change.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.talentpipeline.internship.change.Change;
import dev.talentpipeline.internship.change.FollowingChanges;
import dev.talentpipeline.internship.change.From;
import dev.talentpipeline.internship.change.Subscription;
import dev.talentpipeline.internship.change.Subscription.Next;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.stream.EventStream;
import dev.talentpipeline.kit.stream.StreamTimes;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells changes by the request's own virtual thread: one that waits for its reader costs little and holds nobody back. A reader that takes
 * nothing for as long as the server waits for a connection is let go.
 */
@RestController
@Tag(name = "Programmes")
class ChangeController {

    private final FollowingChanges following;
    private final JsonMapper mapper;
    private final StreamTimes times;

    ChangeController(
            FollowingChanges following,
            JsonMapper mapper,
            Clock clock,
            @Value("${talentpipeline.changes.longest:PT5M}") Duration longest,
            @Value("${talentpipeline.changes.beat:PT5S}") Duration beat) {
        this.following = following;
        this.mapper = mapper;
        this.times = new StreamTimes(clock, longest, beat);
    }

    /** What is told of a change. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Told(String id, long version, @Nullable String state) {

        static Told of(Change change) {
            return new Told(change.id(), change.version(), change.state());
        }
    }

    @GetMapping("/api/v1/programmes/{programme}/changes")
    @Operation(
            operationId = "followChanges",
            summary =
                    "Follow what changes in a programme, as server-sent events (university, company, student: what concerns them; operations: all)")
    @ApiResponse(
            responseCode = "200",
            description =
                    "Events programme, students, internships, offers, placements, each with the id and version, and reset",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    void changes(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) HttpServletResponse response,
            @PathVariable String programme,
            @Parameter(description = "the last id that was seen; a browser sends it by itself")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable String lastEventId,
            @Parameter(description = "the same, for who cannot set the header")
                    @RequestParam(required = false)
                    @Nullable String after,
            @Parameter(description = "without such an id: also what was told since this time, ISO 8601")
                    @RequestParam(required = false)
                    @Nullable String since)
            throws IOException {
        Violations violations = new Violations();
        Instant read = violations.optionalInstant("since", since);
        violations.refuseIfAny();
        Instant until = times.until(Caller.currentUntil());
        try (Subscription subscription =
                following.follow(caller, programme, from(lastEventId != null ? lastEventId : after, read))) {
            EventStream events = EventStream.of(response, mapper);
            events.tell(longest -> isWritten(events, subscription.next(longest)), times, until);
        }
    }

    private static From from(@Nullable String position, @Nullable Instant read) {
        if (position == null) {
            return read == null ? new From.Now() : new From.Time(read);
        }
        try {
            return new From.Position(Long.parseLong(position));
        } catch (NumberFormatException e) {
            return new From.Nowhere();
        }
    }

    /** Whether something may come after it. */
    private static boolean isWritten(EventStream events, Next next) throws IOException {
        switch (next) {
            case Next.Changed(Change change) ->
                events.tell(change.kind().word(), Long.toString(change.position()), Told.of(change));
            case Next.Reset(long position) -> events.tell("reset", Long.toString(position), Map.of());
            case Next.Quiet(long position) -> events.beat(Long.toString(position));
            case Next.Displaced() -> events.displaced();
            case Next.Over() -> {}
        }
        return !(next instanceof Next.Displaced || next instanceof Next.Over);
    }
}
