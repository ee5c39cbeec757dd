package dev.talentpipeline.stack;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of one message to one address. A message that was sent twice was delivered twice.
 *
 * @param messageId the Message-ID with its angle brackets; null when the sender gave none
 * @param to the address it was delivered to
 * @param subject the decoded subject
 * @param receivedAt when the server took it
 * @param language the Content-Language; null when the sender named none
 * @param text the plain text; empty when there is none
 * @param html the HTML alternative; null when there is none
 */
public record CapturedMessage(
        @Nullable String messageId,
        String to,
        String subject,
        Instant receivedAt,
        @Nullable String language,
        String text,
        @Nullable String html) {}
