package dev.talentpipeline.notification.delivery.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mails are addressed and when they are tried again.
 *
 * @param from the sender's address, with or without a name
 * @param messageIdDomain right-hand side of every Message-ID; after a change, resent mails are no longer recognised
 * @param poll how often to look for mails without having been woken
 * @param atOnce how many mails are prepared at the same time, each over a connection of its own; handed over they are one by one
 * @param firstRetry wait after the first failure
 * @param longestRetry longest wait between two tries
 */
@ConfigurationProperties("talentpipeline.mail")
public record MailSettings(
        String from, String messageIdDomain, Duration poll, int atOnce, Duration firstRetry, Duration longestRetry) {}
