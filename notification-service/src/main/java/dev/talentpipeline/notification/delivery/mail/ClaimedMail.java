package dev.talentpipeline.notification.delivery.mail;

import java.util.UUID;

/**
 * A mail that the sender has taken to send now.
 *
 * @param attempts how often it was taken, this time included
 */
public record ClaimedMail(UUID noticeId, String messageId, int attempts) {}
