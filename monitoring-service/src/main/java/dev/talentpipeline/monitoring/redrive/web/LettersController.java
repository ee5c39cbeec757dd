package dev.talentpipeline.monitoring.redrive.web;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.monitoring.deadletter.Letter;
import dev.talentpipeline.monitoring.deadletter.Letters;
import dev.talentpipeline.monitoring.deadletter.Selection;
import dev.talentpipeline.monitoring.deadletter.Standing;
import dev.talentpipeline.monitoring.look.Look;
import dev.talentpipeline.monitoring.look.NotingLooks;
import dev.talentpipeline.monitoring.redrive.AskingForRedrives;
import dev.talentpipeline.monitoring.redrive.Redrives.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters one by one, and out of quarantine. */
@RestController
@RequestMapping("/api/v1/dead-letters/letters")
@Tag(name = "Dead letters")
final class LettersController {

    private final Letters letters;
    private final AskingForRedrives asking;
    private final TransactionOperations transaction;
    private final NotingLooks looks;

    LettersController(Letters letters, AskingForRedrives asking, TransactionOperations transaction, NotingLooks looks) {
        this.letters = letters;
        this.asking = asking;
        this.transaction = transaction;
        this.looks = looks;
    }

    /** Why a letter is let out. */
    @Schema(name = "QuarantineReleaseBody")
    record ReleaseBody(
            @Schema(
                    description = "What was mended, for the record: at most 500 characters.",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String why) {}

    @GetMapping
    @Operation(
            operationId = "listDeadLetters",
            summary = "Lists what could not be processed, the latest first",
            description = "Decoded where anybody can read it, without what says something about a person.")
    LetterPage list(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "Where the events came from.") @RequestParam(required = false) @Nullable String topic,
            @Parameter(description = "The reader that set them aside.") @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String cause,
            @Parameter(description = "The sentence, as the list of causes has it.")
                    @RequestParam(required = false)
                    @Nullable String reason,
            @Parameter(description = "Dead letters since then, an instant.") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "Those before then, an instant.") @RequestParam(required = false) @Nullable String until,
            @Parameter(schema = @Schema(implementation = Standing.class)) @RequestParam(required = false) @Nullable String standing,
            @Parameter(description = "The \"next\" of the page before.") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "How many at most, 1 to 200.") @RequestParam(defaultValue = "50") int limit) {
        Cursor.requireInRange(limit);
        Selection selection = new Selection(
                List.of(),
                topic,
                group,
                cause,
                reason,
                RedriveBody.instantOf("from", from),
                RedriveBody.instantOf("until", until),
                RedriveBody.standingOf("standing", standing));
        Cursor<Long> after = Cursor.parse(cursor, Long::valueOf);
        List<Letter> found =
                letters.of(selection, after == null ? null : new Letters.Place(after.at(), after.id()), limit + 1);
        List<Letter> page = found.subList(0, Math.min(limit, found.size()));
        note(caller, null, page);
        return new LetterPage(
                page.stream().map(LetterPage.Item::of).toList(),
                found.size() > limit
                        ? new Cursor<>(page.getLast().deadAt(), page.getLast().id()).encoded()
                        : null);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getDeadLetter", summary = "Shows one of them")
    LetterPage.Item show(@Parameter(hidden = true) Caller caller, @PathVariable long id) {
        return shown(caller, id);
    }

    @PostMapping("/{id}/release")
    @Operation(
            operationId = "releaseDeadLetter",
            summary = "Lets one out of quarantine, so that it can be sent again",
            description =
                    "It is in quarantine after it was sent again in vain three times. One that is not in it stays as it is.")
    LetterPage.Item release(
            @Parameter(hidden = true) Caller caller, @PathVariable long id, @RequestBody ReleaseBody body) {
        String why = RedriveBody.why(body.why());
        letter(id);
        transaction.execute(status -> asking.release(id, Actors.of(caller), why));
        return shown(caller, id);
    }

    private LetterPage.Item shown(Caller caller, long id) {
        Letter letter = letter(id);
        note(caller, String.valueOf(id), List.of(letter));
        return LetterPage.Item.of(letter);
    }

    private void note(Caller caller, @Nullable String id, List<Letter> shown) {
        Actor actor = Actors.of(caller);
        looks.note(
                actor.by(),
                actor.onBehalfOf(),
                Look.Kind.DEAD_LETTERS,
                id,
                shown.stream().map(Letter::payload).toList());
    }

    private Letter letter(long id) {
        Selection one = new Selection(List.of(id), null, null, null, null, null, null, null);
        return letters.of(one, null, 1).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND, "unknown-dead-letter", "There is no dead letter of this number.")
                        .field("id")
                        .value(id)
                        .remedy(
                                "List them with GET /api/v1/dead-letters/letters; what is older than a season is forgotten.")
                        .asException());
    }
}
