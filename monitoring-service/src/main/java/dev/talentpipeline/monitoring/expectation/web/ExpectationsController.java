package dev.talentpipeline.monitoring.expectation.web;

import dev.talentpipeline.kit.listing.Cursor;
import dev.talentpipeline.kit.listing.PageLimit;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.monitoring.expectation.Expectations;
import dev.talentpipeline.monitoring.expectation.Open;
import dev.talentpipeline.monitoring.expectation.Rule;
import dev.talentpipeline.monitoring.expectation.Rules;
import dev.talentpipeline.monitoring.expectation.SettingThresholds;
import dev.talentpipeline.monitoring.expectation.WatchingExpectations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What should have happened by now: by rule, and with what it is about. */
@RestController
@RequestMapping("/api/v1/expectations")
@Tag(name = "Expectations", description = "What should have happened by now and has not, by declared rules.")
final class ExpectationsController {

    private static final int MOST = 200;

    private final WatchingExpectations watching;
    private final SettingThresholds setting;
    private final TransactionOperations transaction;

    ExpectationsController(
            WatchingExpectations watching, SettingThresholds setting, TransactionOperations transaction) {
        this.watching = watching;
        this.setting = setting;
        this.transaction = transaction;
    }

    /** How long a rule lets wait. */
    record WithinBody(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "ISO 8601, from PT5S to P366D.",
                    example = "PT5M")
            @Nullable String within) {}

    @GetMapping
    @Operation(
            operationId = "listExpectations",
            summary = "Shows every rule with how much waits, and how much of it for too long",
            description = "What happens late after all is gone from here by itself.")
    ExpectationsPage list() {
        return new ExpectationsPage(
                watching.standings().stream().map(ExpectationsPage.Item::of).toList(), null);
    }

    @GetMapping("/{rule}")
    @Operation(operationId = "getExpectation", summary = "Shows a rule and who set its time")
    ExpectationsPage.Shown show(@PathVariable String rule) {
        return shown(named(rule));
    }

    @GetMapping("/{rule}/entities")
    @Operation(
            operationId = "listExpectedThings",
            summary = "Shows what a rule waits for, the oldest first",
            description = "The journey of each is found by its id.")
    OpenPage entities(
            @PathVariable String rule,
            @Parameter(description = "OVERDUE: what waits for too long. OPEN: all that waits.")
                    @RequestParam(defaultValue = "OVERDUE")
                    Waiting waiting,
            @Parameter(description = "The \"next\" of the page before.") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "How many at most, 1 to 200.") @RequestParam(defaultValue = "50") int limit) {
        PageLimit.require(limit, MOST);
        Cursor after = cursor == null ? null : Cursor.parse(cursor);
        List<Open> found = watching.open(
                named(rule),
                waiting == Waiting.OVERDUE,
                after == null ? null : new Expectations.Place(after.at(), after.id()),
                limit + 1);
        List<Open> page = found.subList(0, Math.min(limit, found.size()));
        return new OpenPage(
                page.stream().map(OpenPage.Item::of).toList(),
                found.size() > limit
                        ? new Cursor(
                                        page.getLast().dueFrom(),
                                        page.getLast().entity().id())
                                .encoded()
                        : null);
    }

    /** What of a rule is asked for. */
    enum Waiting {
        OVERDUE,
        OPEN
    }

    @PutMapping("/{rule}")
    @Operation(
            operationId = "setExpectation",
            summary = "Says how long a rule lets wait",
            description = "Counts at once, also for what waits already; who set it stays on record.")
    ExpectationsPage.Shown set(
            @Parameter(hidden = true) Caller caller, @PathVariable String rule, @RequestBody WithinBody body) {
        Rule known = named(rule);
        Duration within = within(body.within());
        String by = caller.actor() == null ? caller.subject() : caller.actor();
        String onBehalfOf = caller.actor() == null ? null : caller.subject();
        transaction.executeWithoutResult(status -> setting.set(known, within, by, onBehalfOf));
        return shown(known);
    }

    private ExpectationsPage.Shown shown(Rule rule) {
        return ExpectationsPage.Shown.of(watching.standing(rule), setting.changes(rule));
    }

    private static Rule named(String name) {
        return Rules.named(name)
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND, "not-found", "There is no rule (%s) here.".formatted(name))
                        .remedy("GET /api/v1/expectations lists the rules.")
                        .asException());
    }

    private static Duration within(@Nullable String text) {
        try {
            Duration within = text == null ? Duration.ZERO : Duration.parse(text.strip());
            if (within.compareTo(SettingThresholds.SHORTEST) < 0 || within.compareTo(SettingThresholds.LONGEST) > 0) {
                throw refused(text);
            }
            return Duration.ofSeconds(within.toSeconds());
        } catch (DateTimeParseException e) {
            throw (ProblemException) refused(text).initCause(e);
        }
    }

    private static ProblemException refused(@Nullable String within) {
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-fields", "Some fields are not what they must be (1).")
                .field("within")
                .value(within)
                .remedy("Give a duration from PT5S to P366D, such as PT2M for two minutes or P14D for fourteen days.")
                .asException();
    }
}
