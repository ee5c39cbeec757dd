package dev.talentpipeline.monitoring.journey.web;

import dev.talentpipeline.kit.listing.Cursor;
import dev.talentpipeline.kit.listing.PageLimit;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.monitoring.journal.Position;
import dev.talentpipeline.monitoring.journey.Found;
import dev.talentpipeline.monitoring.journey.Journeys;
import dev.talentpipeline.monitoring.journey.Step;
import dev.talentpipeline.monitoring.lag.WatchingLag;
import dev.talentpipeline.monitoring.ledger.Ledger;
import dev.talentpipeline.monitoring.look.Look;
import dev.talentpipeline.monitoring.look.NotingLooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of a student, an internship, an offer or a request: found by any id, shown in order. */
@RestController
@RequestMapping("/api/v1/journeys")
@Tag(name = "Journeys", description = "All events about one student, internship or offer, in order, across services.")
final class JourneysController {

    private static final int MOST = 200;

    private final Journeys journeys;
    private final WatchingLag watching;
    private final Ledger ledger;
    private final NotingLooks looks;

    JourneysController(Journeys journeys, WatchingLag watching, Ledger ledger, NotingLooks looks) {
        this.journeys = journeys;
        this.watching = watching;
        this.ledger = ledger;
        this.looks = looks;
    }

    @GetMapping
    @Operation(
            operationId = "findJourneys",
            summary = "Finds what events with an id are about, the latest first",
            description =
                    "Takes the id of a student, person, internship, offer, placement, notice or programme, of an event, a correlation or a trace. "
                            + "Student numbers and references never travel, so they lead nowhere here: their owners' lists give the ids.")
    FoundPage find(
            @Parameter(description = "The id.", example = "0d9f7a52-6f0b-4d6b-9d55-0a4a8f4c1e06") @RequestParam
                    String q,
            @Parameter(description = "The \"next\" of the page before.") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "How many at most, 1 to 200.") @RequestParam(defaultValue = "50") int limit) {
        PageLimit.require(limit, MOST);
        Cursor after = cursor == null ? null : Cursor.parse(cursor);
        List<Found> found = journeys.naming(
                q.strip(), after == null ? null : new Journeys.FoundPlace(after.at(), after.id()), limit + 1);
        List<Found> page = found.subList(0, Math.min(limit, found.size()));
        return new FoundPage(
                page.stream().map(FoundPage.Item::of).toList(),
                found.size() > limit
                        ? new Cursor(
                                        page.getLast().lastAt(),
                                        page.getLast().entity().id())
                                .encoded()
                        : null);
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getJourney",
            summary = "Shows every event with an id, in the order in which they were written",
            description =
                    "The id is whatever can be found by; of an entity it gives all that happened to it. Who is shown meetings, scores, ranks, reasons or jobs is on record.")
    JourneyPage show(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @Parameter(description = "The \"next\" of the page before.") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "How many at most, 1 to 200.") @RequestParam(defaultValue = "50") int limit) {
        PageLimit.require(limit, MOST);
        Cursor after = cursor == null ? null : Cursor.parse(cursor);
        List<Step> steps =
                journeys.steps(id, after == null ? null : new Journeys.Place(after.at(), after.number()), limit + 1);
        if (steps.isEmpty() && after == null) {
            throw Problem.of(HttpStatus.NOT_FOUND, "unknown-journey", "No event has this id.")
                    .field("id")
                    .value(id)
                    .remedy(
                            "Search with GET /api/v1/journeys?q=…; what happened within the last second may not be there yet.")
                    .asException();
        }
        List<Step> page = steps.subList(0, Math.min(limit, steps.size()));
        looks.note(
                caller.actor() == null ? caller.subject() : caller.actor(),
                caller.actor() == null ? null : caller.subject(),
                Look.Kind.JOURNEY,
                id,
                page.stream().map(Step::payload).toList());
        WatchingLag.Seen seen = watching.seen();
        Map<Position, SortedMap<String, Ledger.Became>> outcomes =
                ledger.outcomes(page.stream().map(Step::position).toList());
        return new JourneyPage(
                page.stream()
                        .map(step -> JourneyPage.Item.of(
                                step, seen, outcomes.getOrDefault(step.position(), Collections.emptySortedMap())))
                        .toList(),
                steps.size() > limit
                        ? new Cursor(
                                        page.getLast().trail().occurredAt(),
                                        String.valueOf(page.getLast().entry()))
                                .encoded()
                        : null);
    }
}
