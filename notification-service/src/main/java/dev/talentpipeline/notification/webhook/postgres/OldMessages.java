package dev.talentpipeline.notification.webhook.postgres;

import dev.talentpipeline.notification.webhook.Endpoints;
import dev.talentpipeline.notification.webhook.Messages;
import dev.talentpipeline.notification.webhook.WebhookSettings;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what was settled long ago, and secrets that sign no more. */
@Component
final class OldMessages {

    private static final Logger LOG = LoggerFactory.getLogger(OldMessages.class);

    private final Messages messages;
    private final Endpoints endpoints;
    private final WebhookSettings settings;
    private final Clock clock;

    OldMessages(Messages messages, Endpoints endpoints, WebhookSettings settings, Clock clock) {
        this.messages = messages;
        this.endpoints = endpoints;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H")
    void remove() {
        try {
            Instant now = clock.instant();
            messages.forgetSettledBefore(now.minus(settings.kept()));
            endpoints.forgetSecretsBefore(now);
        } catch (DataAccessException e) {
            LOG.warn("Old webhook messages stay until the next hour: {}", e.getMessage());
        }
    }
}
