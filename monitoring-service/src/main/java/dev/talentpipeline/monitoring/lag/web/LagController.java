package dev.talentpipeline.monitoring.lag.web;

import dev.talentpipeline.monitoring.journal.Meanings;
import dev.talentpipeline.monitoring.lag.GroupLag;
import dev.talentpipeline.monitoring.lag.WatchingLag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is how far behind, and what that means. */
@RestController
@RequestMapping("/api/v1/lag")
@Tag(name = "Lag", description = "How far every reader is behind, in events, in time and in what waits.")
final class LagController {

    private final WatchingLag watching;
    private final Meanings meanings;

    LagController(WatchingLag watching, Meanings meanings) {
        this.watching = watching;
        this.meanings = meanings;
    }

    @GetMapping
    @Operation(
            operationId = "getLag",
            summary = "Shows how far every reader is behind",
            description =
                    "As it was seen at most some seconds ago. OK: what comes is read. LAGGING: it goes on, and yet the oldest event has waited too long. "
                            + "STUCK: events wait and nothing moves. STOPPED: nobody reads.")
    LagAnswer show() {
        WatchingLag.Seen seen = watching.seen();
        Instant at = seen.at();
        if (at == null) {
            return new LagAnswer(null, List.of());
        }
        return new LagAnswer(
                at,
                seen.groups().stream()
                        // A stranger that read once and went away is behind for nobody.
                        .filter(group -> group.declared() || group.running())
                        .map(group -> GroupLag.of(group.id(), group.running(), seen.of(group.id()), meanings))
                        .map(lag -> LagAnswer.Group.of(lag, at))
                        .toList());
    }
}
