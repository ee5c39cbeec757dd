package dev.talentpipeline.console.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A system of an organisation that is told what happens.
 *
 * @param disabledBecause code of why it is sent nothing; null: it is
 * @param failingSince since when nothing gets through; null: the last message did
 */
public record Webhook(
        String id,
        long version,
        @Nullable String organisation,
        String url,
        @Nullable String kind,
        @Nullable String language,
        @Nullable String state,
        @Nullable String disabledBecause,
        @Nullable Instant failingSince) {

    /** The host of its address, by which people know it; the whole address if there is none in it. */
    public String host() {
        try {
            return Objects.requireNonNullElse(new URI(url).getHost(), url);
        } catch (URISyntaxException e) {
            return url;
        }
    }

    public boolean isEnabled() {
        return "ENABLED".equals(state);
    }

    /** The secrets that sign. */
    public record Secrets(List<Secret> items) {}

    /**
     * One of them.
     *
     * @param expiresAt null: it is the newest
     */
    public record Secret(String secret, @Nullable Instant expiresAt) {}

    /** Something that was sent, and how that went. */
    public record Message(
            String id,
            @Nullable String type,
            @Nullable String state,
            @Nullable Instant createdAt,
            @Nullable Instant nextAttemptAt,
            List<Attempt> attempts) {

        public Message {
            attempts = attempts == null ? List.of() : attempts;
        }

        /** The latest attempt; null: there was none yet. */
        public @Nullable Attempt last() {
            return attempts.isEmpty() ? null : attempts.getLast();
        }
    }

    /**
     * One attempt.
     *
     * @param status that was answered; null: there was no answer
     * @param trouble code of what kept the answer from coming; null: there was one
     */
    public record Attempt(
            int number,
            @Nullable Instant at,
            @Nullable Integer status,
            @Nullable String trouble) {}
}
