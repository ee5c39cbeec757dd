package dev.talentpipeline.notification.webhook.web;

import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.notification.webhook.Attempt;
import dev.talentpipeline.notification.webhook.KeepingMessages.Logged;
import dev.talentpipeline.notification.webhook.Message;
import dev.talentpipeline.notification.webhook.Reply.Trouble;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of a delivery log, newest message first. */
record WebhookMessagePage(List<Item> items, @Nullable String next) implements Listed<WebhookMessagePage.Item> {

    @Schema(name = "WebhookMessage")
    record Item(
            @Schema(description = "The webhook-id of every attempt.")
            UUID id,

            @Schema(example = "offer.extended") String type,

            @Schema(description = "Id of the offer, placement or meeting that it is about; of a test its own.")
            String subject,

            @Schema(description = "Version of that; of a test 0.")
            long subjectVersion,

            Message.State state,

            @Schema(description = "When it is tried next at the earliest; null once it is settled.") @Nullable Instant nextAttemptAt,

            @Nullable Instant settledAt,
            List<AttemptItem> attempts,
            Instant createdAt) {

        static Item of(Logged logged) {
            Message message = logged.message();
            return new Item(
                    message.id(),
                    message.type(),
                    message.subject(),
                    message.subjectVersion(),
                    message.state(),
                    message.state() == Message.State.PENDING ? message.nextAttemptAt() : null,
                    message.settledAt(),
                    logged.attempts().stream().map(AttemptItem::of).toList(),
                    message.createdAt());
        }
    }

    @Schema(name = "WebhookAttempt")
    record AttemptItem(
            int number,
            Instant at,
            int durationMs,

            @Schema(description = "The status that was answered; null: there was no answer.") @Nullable Integer status,

            @Schema(description = "What kept the answer from coming; null: there was one.") @Nullable Trouble trouble,

            @Schema(description = "The first 500 characters of the answer, at most.") @Nullable String answer) {

        static AttemptItem of(Attempt attempt) {
            return new AttemptItem(
                    attempt.number(),
                    attempt.at(),
                    attempt.durationMs(),
                    attempt.status(),
                    attempt.trouble(),
                    attempt.answer());
        }
    }
}
