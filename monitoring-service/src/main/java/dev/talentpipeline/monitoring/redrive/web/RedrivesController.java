package dev.talentpipeline.monitoring.redrive.web;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.monitoring.deadletter.Selection;
import dev.talentpipeline.monitoring.redrive.AskingForRedrives;
import dev.talentpipeline.monitoring.redrive.AskingForRedrives.Asked;
import dev.talentpipeline.monitoring.redrive.Redrive;
import dev.talentpipeline.monitoring.redrive.Redrives;
import dev.talentpipeline.monitoring.redrive.Redrives.Order;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sending dead letters again: looked at first, then begun, followed, and stopped. */
@RestController
@RequestMapping("/api/v1/dead-letters/redrives")
@Tag(name = "Dead letters")
final class RedrivesController {

    private final AskingForRedrives asking;
    private final Redrives redrives;
    private final TransactionOperations transaction;

    RedrivesController(AskingForRedrives asking, Redrives redrives, TransactionOperations transaction) {
        this.asking = asking;
        this.redrives = redrives;
        this.transaction = transaction;
    }

    @PostMapping
    @Operation(
            operationId = "redriveDeadLetters",
            summary = "Sends dead letters again to the reader that set them aside, or says what would come of it",
            description =
                    "Usually nothing is sent: the answer is a plan. With dryRun false they leave, at most perMinute, under the ids that their events always had, so that readers drop "
                            + "what they hold. What concerns an erased person is never sent; what failed three times is in quarantine. Selections that name no ids leave out what is settled.")
    RedriveAnswer redrive(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "sent again with the same key and body, the call begins nothing new")
                    @RequestHeader(name = RequestKey.HEADER, required = false)
                    @Nullable String key,
            @RequestBody RedriveBody body) {
        Selection selection = body.meant();
        if (body.isDryRun()) {
            return new RedriveAnswer(
                    RedriveAnswer.PlanItem.of(asking.plan(selection).orElseThrow(RedrivesController::tooMany)), null);
        }
        Order order = new Order(
                RequestKey.id(caller, key),
                RequestKey.fingerprint(body),
                Actors.of(caller),
                body.reasonGiven(),
                selection,
                body.rate());
        int planned = body.plannedEvents();
        Asked asked = Objects.requireNonNull(transaction.execute(status -> asking.begin(order, planned)));
        return switch (asked) {
            case Asked.Begun begun -> new RedriveAnswer(null, RedriveAnswer.Item.of(begun.redrive()));
            case Asked.TooMany() -> throw tooMany();
            case Asked.Nothing nothing ->
                throw Problem.of(
                                HttpStatus.CONFLICT,
                                "nothing-to-redrive",
                                "None of these dead letters can be sent again.")
                        .with("plan", RedriveAnswer.PlanItem.of(nothing.plan()))
                        .remedy("Look with dryRun at what keeps them; select others.")
                        .asException();
            case Asked.Differs differs ->
                throw Problem.of(
                                HttpStatus.CONFLICT,
                                "redrive-differs",
                                "By now, others would be sent than were looked at.")
                        .field("planned")
                        .value(planned)
                        .with("plan", RedriveAnswer.PlanItem.of(differs.plan()))
                        .remedy("Look at the plan that is in this answer, and begin with its events.")
                        .asException();
            case Asked.KeyTaken() -> throw RequestKey.taken(key);
        };
    }

    @GetMapping
    @Operation(operationId = "listRedrives", summary = "Lists what was sent again, by whom and why, the latest first")
    RedriveAnswer.Page list(
            @Parameter(description = "The \"next\" of the page before.") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "How many at most, 1 to 200.") @RequestParam(defaultValue = "50") int limit) {
        Cursor.requireInRange(limit);
        Cursor<UUID> after = Cursor.parse(cursor, UUID::fromString);
        List<Redrive> found =
                redrives.all(after == null ? null : new Redrives.Place(after.at(), after.id()), limit + 1);
        List<Redrive> page = found.subList(0, Math.min(limit, found.size()));
        return new RedriveAnswer.Page(
                page.stream().map(RedriveAnswer.Item::of).toList(),
                found.size() > limit
                        ? new Cursor<>(
                                        page.getLast().createdAt(),
                                        page.getLast().id())
                                .encoded()
                        : null);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getRedrive", summary = "Shows how far it is")
    RedriveAnswer.Item show(@PathVariable UUID id) {
        return found(id, redrives.find(id));
    }

    @PostMapping("/{id}/stop")
    @Operation(
            operationId = "stopRedrive",
            summary = "Keeps what has not left from leaving",
            description =
                    "What has left is answered still. Of what left more than ten minutes ago no answer is awaited any more, and it can be sent again.")
    RedriveAnswer.Item stop(@Parameter(hidden = true) Caller caller, @PathVariable UUID id) {
        return found(id, Objects.requireNonNull(transaction.execute(status -> asking.stop(id, Actors.of(caller)))));
    }

    private static RedriveAnswer.Item found(UUID id, Optional<Redrive> redrive) {
        return redrive.map(RedriveAnswer.Item::of)
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND, "unknown-redrive", "Nothing was sent again under this id.")
                        .field("id")
                        .value(id)
                        .remedy("List them with GET /api/v1/dead-letters/redrives.")
                        .asException());
    }

    private static ProblemException tooMany() {
        return RedriveBody.wrong(
                "selection",
                null,
                "Select fewer: one decision sends at most %d; narrow it by cause, topic, group or time."
                        .formatted(Redrive.MOST_EVENTS));
    }
}
