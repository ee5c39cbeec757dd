package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.notification.contact.Contacts;
import dev.talentpipeline.notification.inbox.Deliveries;
import dev.talentpipeline.notification.inbox.Notices;
import dev.talentpipeline.notification.inbox.TellingPeople;
import dev.talentpipeline.notification.preference.ChoosingPreferences;
import dev.talentpipeline.notification.preference.UnsubscribeLinks;
import dev.talentpipeline.notification.template.Letters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature: the courier on its thread, its health and its counts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    Deliveries deliveries(Mails mails, Digests digests, ChoosingPreferences preferences, MailSettings settings) {
        return new DeliveringByMail(mails, digests, preferences, settings.messageIdDomain());
    }

    @Bean
    SendingDigests sendingDigests(Digests digests, Mails mails, MailSettings settings, Clock clock) {
        return new SendingDigests(digests, mails, settings.messageIdDomain(), clock);
    }

    @Bean
    TellingCounsellors tellingCounsellors(Undelivered undelivered, Notices notices, TellingPeople people, Clock clock) {
        return new TellingCounsellors(undelivered, notices, people, clock);
    }

    @Bean
    Courier courier(
            MailQueue.Opening queues,
            Postbox postbox,
            Notices notices,
            Contacts contacts,
            Letters letters,
            Digests digests,
            UnsubscribeLinks links,
            MailSettings settings,
            MeterRegistry meters,
            Clock clock) {
        return new Courier(
                queues,
                postbox,
                new WritingMails(notices, contacts, letters, digests, links, settings.messageIdDomain(), clock),
                settings.poll(),
                new Backoff(settings.firstRetry(), settings.longestRetry()),
                posting -> meters.counter("talentpipeline.mails", "outcome", outcome(posting))
                        .increment(),
                clock,
                RandomGenerator.getDefault());
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    CourierThread courierThread(Courier courier) {
        return new CourierThread(courier);
    }

    @Bean
    HealthIndicator mailHealthIndicator(Courier courier) {
        return () -> {
            String trouble = courier.trouble();
            return trouble == null
                    ? Health.up().build()
                    : Health.down().withDetail("trouble", trouble).build();
        };
    }

    @Bean
    Gauge unsentMails(Mails mails, MeterRegistry meters) {
        return Gauge.builder("talentpipeline.mails.unsent", mails, Mails::unsent)
                .description("Mails still to be sent")
                .register(meters);
    }

    private static String outcome(Posting posting) {
        return switch (posting) {
            case Posting.Accepted() -> "sent";
            case Posting.Refused(String reason) -> "refused";
            case Posting.Deferred(String reason) -> "deferred";
            case Posting.Unreachable(String reason) -> "unreachable";
        };
    }
}
