package dev.talentpipeline.notification.webhook;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How webhooks are sent.
 *
 * @param poll how often to look for messages without having been woken
 * @param firstRetry longest wait after the first failure
 * @param longestRetry longest wait between two tries
 * @param giveUpAfter so long a message is tried, and an endpoint may fail before it is disabled
 * @param secretOverlap how long a secret is good after the next one was made
 * @param connectTimeout for a connection with its handshake
 * @param answerTimeout for the whole request
 * @param mostAtOnce requests under way at a time
 * @param kept how long settled messages stay in the log
 * @param allowedHosts names that may lead to internal addresses and be written to without TLS
 */
@ConfigurationProperties("talentpipeline.webhooks")
public record WebhookSettings(
        Duration poll,
        Duration firstRetry,
        Duration longestRetry,
        Duration giveUpAfter,
        Duration secretOverlap,
        Duration connectTimeout,
        Duration answerTimeout,
        int mostAtOnce,
        Duration kept,
        Set<String> allowedHosts) {

    public WebhookSettings {
        allowedHosts = Set.copyOf(allowedHosts);
    }

    /** Twice what a request can take. */
    Duration lease() {
        return answerTimeout.multipliedBy(2);
    }
}
