package dev.talentpipeline.monitoring.look.web;

import dev.talentpipeline.kit.listing.Cursor;
import dev.talentpipeline.kit.listing.PageLimit;
import dev.talentpipeline.monitoring.look.Look;
import dev.talentpipeline.monitoring.look.Looks;
import dev.talentpipeline.monitoring.look.NotingLooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who looked at what is nobody's business without a reason. */
@RestController
@RequestMapping("/api/v1/looks")
@Tag(name = "Journeys")
final class LooksController {

    private static final int MOST = 200;

    private final NotingLooks looks;

    LooksController(NotingLooks looks) {
        this.looks = looks;
    }

    @GetMapping
    @Operation(
            operationId = "listLooks",
            summary = "Lists who was shown what was thought of students or what these decided, the latest first",
            description =
                    "Each answer with meetings, scores, ranks, reasons or jobs in an event history or among dead letters is on record before it is given.")
    LooksPage list(
            @Parameter(description = "The account that looked, or whose rights it used.")
                    @RequestParam(required = false)
                    @Nullable String account,
            @Parameter(description = "What was looked at.") @RequestParam(required = false) Look.@Nullable Kind kind,
            @Parameter(description = "The id by which was looked.") @RequestParam(required = false) @Nullable String id,
            @Parameter(description = "From then on, an instant.") @RequestParam(required = false) @Nullable Instant from,
            @Parameter(description = "Before then, an instant.") @RequestParam(required = false) @Nullable Instant until,
            @Parameter(description = "The \"next\" of the page before.") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "How many at most, 1 to 200.") @RequestParam(defaultValue = "50") int limit) {
        PageLimit.require(limit, MOST);
        Cursor after = cursor == null ? null : Cursor.parse(cursor);
        List<Look> found = looks.latest(
                new Looks.Sought(stripped(account), kind, stripped(id), from, until),
                after == null ? null : new Looks.Place(after.at(), after.number()),
                limit + 1);
        List<Look> page = found.subList(0, Math.min(limit, found.size()));
        return new LooksPage(
                page.stream().map(LooksPage.Item::of).toList(),
                found.size() > limit
                        ? new Cursor(
                                        page.getLast().at(),
                                        String.valueOf(page.getLast().position()))
                                .encoded()
                        : null);
    }

    private static @Nullable String stripped(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
