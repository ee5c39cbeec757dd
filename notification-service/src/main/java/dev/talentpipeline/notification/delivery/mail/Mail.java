package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.template.Letter;
import java.time.Instant;

/**
 * A letter with everything that goes on the envelope and into the headers.
 *
 * @param unsubscribe address at which its reader stops what can be stopped
 */
public record Mail(
        String messageId,
        String threadId,
        String recipient,
        Language language,
        Instant date,
        String unsubscribe,
        Letter letter) {}
