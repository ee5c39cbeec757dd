package dev.talentpipeline.notification.preference.web;

import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.version.SeenTags;
import dev.talentpipeline.notification.contact.Addressee;
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.preference.ChoosingPreferences;
import dev.talentpipeline.notification.preference.ChoosingPreferences.Outcome;
import dev.talentpipeline.notification.preference.Chosen;
import dev.talentpipeline.notification.preference.NoticePreferences;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How people want to be told. People choose for themselves, accounts of an organisation as a whole for its desk. */
@RestController
@RequestMapping("/api/v1/notice-preferences")
@Tag(name = "Notice preferences", description = "What is mailed at once, together, or not at all, and at what hours.")
final class PreferencesController {

    private final ChoosingPreferences choosing;
    private final TransactionOperations transaction;

    PreferencesController(ChoosingPreferences choosing, TransactionOperations transaction) {
        this.choosing = choosing;
        this.transaction = transaction;
    }

    /** What stands in a link that stops mails. */
    record TokenBody(@Described(required = true) @Nullable String token) {}

    @GetMapping
    @Operation(operationId = "getNoticePreferences", summary = "Show how you are told by mail")
    ResponseEntity<PreferencesAnswer> show(@Parameter(hidden = true) Caller caller) {
        return tagged(choosing.chosenBy(addressee(caller)));
    }

    @PutMapping
    @Operation(
            operationId = "putNoticePreferences",
            summary = "Choose how you are told by mail",
            description =
                    "What is left out is as usual. Where a deadline hangs on a notice, it cannot be left out. The inbox has everything at once.")
    ResponseEntity<PreferencesAnswer> choose(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The ETag of what is to be changed; without it whatever is there is changed.")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String seen,
            @RequestBody PreferencesBody body) {
        String addressee = addressee(caller);
        if (Desk.isDesk(addressee) && caller.school() != null) {
            throw Problem.of(
                            HttpStatus.FORBIDDEN,
                            "forbidden",
                            "Only an account of the organisation as a whole chooses how its desk is told.")
                    .asException();
        }
        LongPredicate version = SeenTags.of(seen);
        NoticePreferences chosen = body.of(addressee);
        Outcome outcome = Objects.requireNonNull(transaction.execute(status -> choosing.choose(chosen, version)));
        return switch (outcome) {
            case Outcome.Kept(Chosen kept) -> tagged(kept);
            case Outcome.Outdated(long there) -> throw SeenTags.outdated(there);
        };
    }

    private static ResponseEntity<PreferencesAnswer> tagged(Chosen chosen) {
        return ResponseEntity.ok().eTag(Long.toString(chosen.version())).body(PreferencesAnswer.of(chosen));
    }

    @PostMapping("/unsubscriptions")
    @SecurityRequirements
    @Operation(
            operationId = "stopMails",
            summary = "Stop the mails that can be stopped, by the link in one of them",
            description = "Asks for no sign-in: whoever has the link has the mail. Deadlines go on being told.")
    PreferencesAnswer unsubscribe(@RequestBody TokenBody body) {
        String token = body.token() == null ? "" : body.token();
        Optional<Chosen> least = transaction.execute(status -> choosing.unsubscribe(token));
        return (least == null ? Optional.<Chosen>empty() : least)
                .map(PreferencesAnswer::of)
                .orElseThrow(PreferencesController::unknownLink);
    }

    /** Whether what can be stopped is. */
    @Schema(name = "Unsubscription")
    record UnsubscriptionAnswer(boolean stopped) {}

    @GetMapping("/unsubscriptions")
    @SecurityRequirements
    @Operation(
            operationId = "getUnsubscription",
            summary = "Look whether a link in a mail holds, and whether the mails that can be stopped are",
            description = "Asks for no sign-in: whoever has the link has the mail. Nothing is changed.")
    ResponseEntity<UnsubscriptionAnswer> unsubscription(@RequestParam(defaultValue = "") String token) {
        Optional<Boolean> stopped = transaction.execute(status -> choosing.isUnsubscribed(token));
        return (stopped == null ? Optional.<Boolean>empty() : stopped)
                .map(found ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new UnsubscriptionAnswer(found)))
                .orElseThrow(PreferencesController::unknownLink);
    }

    private static ProblemException unknownLink() {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "No mail has this link.")
                .field("token")
                .remedy("Use the whole link, as it stands in the mail.")
                .asException();
    }

    private static String addressee(Caller caller) {
        String addressee = Addressee.of(caller);
        if (addressee == null) {
            throw Problem.of(HttpStatus.FORBIDDEN, "forbidden", "Nothing is mailed to this account.")
                    .asException();
        }
        return addressee;
    }
}
