package dev.talentpipeline.notification.webhook.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.notification.webhook.KeepingMessages;
import dev.talentpipeline.notification.webhook.KeepingMessages.Logged;
import dev.talentpipeline.notification.webhook.Message;
import dev.talentpipeline.notification.webhook.Messages.Position;
import dev.talentpipeline.notification.webhook.Outcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What webhooks were sent. */
@RestController
@RequestMapping("/api/v1/webhooks/{webhook}")
@Tag(name = "Webhooks")
final class WebhookMessagesController {

    private final KeepingMessages keeping;
    private final TransactionOperations transaction;

    WebhookMessagesController(KeepingMessages keeping, TransactionOperations transaction) {
        this.keeping = keeping;
        this.transaction = transaction;
    }

    /** A message that is on its way. The log tells how it goes. */
    @Schema(name = "WebhookMessageSent")
    record SentAnswer(UUID id, String type, Message.State state) {

        static SentAnswer of(Logged logged) {
            Message message = logged.message();
            return new SentAnswer(message.id(), message.type(), message.state());
        }
    }

    @GetMapping("/messages")
    @Operation(
            operationId = "listWebhookMessages",
            summary = "List what was sent and how it went, newest first (its organisation, operations)")
    WebhookMessagePage list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String webhook,
            @Parameter(description = "Only messages in this state: PENDING, DELIVERED or FAILED.")
                    @RequestParam(required = false)
                    @Nullable String state,
            @Parameter(description = "The \"next\" of the page before.") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "How many at most, 1 to 200.") @RequestParam(defaultValue = "50") int limit) {
        Limits.requireInRange(limit);
        String organisation = Organisations.readBy(caller);
        UUID id = Organisations.id("webhook", webhook);
        Message.State only = state == null ? null : state(state);
        Position after = cursor == null ? null : position(cursor);
        // One more than asked for tells whether there is a next page.
        List<Logged> found = keeping.page(organisation, id, only, after, limit + 1)
                .orElseThrow(() -> Organisations.notFound("webhook", webhook));
        List<Logged> page = found.subList(0, Math.min(limit, found.size()));
        return new WebhookMessagePage(
                page.stream().map(WebhookMessagePage.Item::of).toList(),
                found.size() > limit ? cursorAfter(page.getLast().message()) : null);
    }

    @PostMapping("/tests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "testWebhook", summary = "Send a test, at once (its organisation)")
    SentAnswer test(@Parameter(hidden = true) Caller caller, @PathVariable String webhook) {
        String organisation = Organisations.writtenBy(caller);
        UUID id = Organisations.id("webhook", webhook);
        Outcome<Logged> outcome = transaction.execute(status -> keeping.test(organisation, id));
        return SentAnswer.of(Outcomes.result(outcome, "webhook", webhook));
    }

    @PostMapping("/messages/{message}/resends")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "resendWebhookMessage",
            summary = "Send a message again, at once and under the same webhook-id (its organisation)")
    SentAnswer resend(
            @Parameter(hidden = true) Caller caller, @PathVariable String webhook, @PathVariable String message) {
        String organisation = Organisations.writtenBy(caller);
        UUID id = Organisations.id("webhook", webhook);
        UUID ofMessage = Organisations.id("message", message);
        Outcome<Logged> outcome = transaction.execute(status -> keeping.resend(organisation, id, ofMessage));
        return SentAnswer.of(Outcomes.result(outcome, "message", message));
    }

    private static Message.State state(String text) {
        for (Message.State each : Message.State.values()) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        throw Problem.of(HttpStatus.BAD_REQUEST, "malformed-parameter", "Messages have no such state.")
                .field("state")
                .value(text)
                .remedy("Use one of PENDING, DELIVERED, FAILED.")
                .asException();
    }

    private static String cursorAfter(Message last) {
        String plain = last.createdAt() + "/" + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    private static Position position(String cursor) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            int slash = plain.indexOf('/');
            return new Position(Instant.parse(plain.substring(0, slash)), UUID.fromString(plain.substring(slash + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw Limits.foreignCursor(cursor, e);
        }
    }
}
