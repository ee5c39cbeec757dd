package dev.talentpipeline.monitoring.ledger.web;

import dev.talentpipeline.kit.listing.Cursor;
import dev.talentpipeline.kit.listing.PageLimit;
import dev.talentpipeline.monitoring.ledger.Difference;
import dev.talentpipeline.monitoring.ledger.Kind;
import dev.talentpipeline.monitoring.ledger.Ledger;
import dev.talentpipeline.monitoring.ledger.WatchingLedger;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether what was written is what was read, and what differs. */
@RestController
@RequestMapping("/api/v1/ledger")
@Tag(
        name = "Ledger",
        description = "What was written set against what was read, and promises watched by the events alone.")
final class LedgerController {

    private static final int MOST = 200;

    private final Ledger ledger;
    private final WatchingLedger watching;
    private final Clock clock;

    LedgerController(Ledger ledger, WatchingLedger watching, Clock clock) {
        this.ledger = ledger;
        this.watching = watching;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "getLedger",
            summary = "Shows whether the accounts agree",
            description = "As it was seen at most some seconds ago. What is on its way differs from nothing.")
    LedgerAnswer show() {
        WatchingLedger.Seen seen = watching.seen();
        return LedgerAnswer.of(seen.at(), seen.differences(), ledger.readers());
    }

    @GetMapping("/differences")
    @Operation(
            operationId = "listLedgerDifferences",
            summary = "Shows what differs, what was found last first",
            description = "Each with the event that it is about, or by which it was seen.")
    DifferencesPage differences(
            @Parameter(description = "Only of this kind.") @RequestParam(required = false) @Nullable Kind difference,
            @Parameter(description = "The \"next\" of the page before.") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "How many at most, 1 to 200.") @RequestParam(defaultValue = "50") int limit) {
        PageLimit.require(limit, MOST);
        Cursor after = cursor == null ? null : Cursor.parse(cursor);
        Instant now = clock.instant();
        List<Difference> found = ledger.differences(
                difference, now, after == null ? null : new Ledger.Place(after.at(), after.number()), limit + 1);
        List<Difference> page = found.subList(0, Math.min(limit, found.size()));
        return new DifferencesPage(
                page.stream().map(DifferencesPage.Item::of).toList(),
                found.size() > limit
                        ? new Cursor(
                                        page.getLast().foundAt(),
                                        String.valueOf(page.getLast().id()))
                                .encoded()
                        : null);
    }
}
