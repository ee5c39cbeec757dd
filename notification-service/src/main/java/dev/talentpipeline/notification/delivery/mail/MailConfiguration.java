package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.kit.metrics.SampledGauges;
import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.notification.contact.Contacts;
import dev.talentpipeline.notification.inbox.Deliveries;
import dev.talentpipeline.notification.inbox.Notices;
import dev.talentpipeline.notification.inbox.TellingPeople;
import dev.talentpipeline.notification.preference.ChoosingPreferences;
import dev.talentpipeline.notification.preference.UnsubscribeLinks;
import dev.talentpipeline.notification.template.Letters;
import dev.talentpipeline.notification.webhook.Precedence;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
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

    private static final String SENT = "sent";
    private static final String REFUSED = "refused";
    private static final String DEFERRED = "deferred";
    private static final String UNREACHABLE = "unreachable";
    private static final List<String> OUTCOMES = List.of(SENT, REFUSED, DEFERRED, UNREACHABLE);

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
            Tracing tracing,
            Clock clock) {
        var backoff = new Backoff(settings.firstRetry(), settings.longestRetry());
        RandomGenerator random = RandomGenerator.getDefault();
        var sending = new SendingMails(
                postbox,
                new WritingMails(notices, contacts, letters, digests, links, settings.messageIdDomain(), clock),
                backoff,
                posting -> mails(meters, outcome(posting)).increment(),
                tracing,
                clock,
                random,
                settings.atOnce());
        return new Courier(queues, postbox, sending, settings.poll(), backoff, clock, random);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    CourierThread courierThread(Courier courier) {
        return new CourierThread(courier);
    }

    @Bean
    Precedence urgentMails(Courier courier) {
        return courier::isLate;
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

    /** There from the start, since of what is not counted yet nobody sees that it grows. */
    @Bean
    MeterBinder mailMetrics(Mails mails, SampledGauges gauges) {
        return meters -> {
            OUTCOMES.forEach(outcome -> mails(meters, outcome));
            gauges.add(
                    "talentpipeline.mails.unsent",
                    "",
                    Tags.empty(),
                    "Mails still to be sent, also those that wait for an hour which their person chose",
                    mails::unsent);
            gauges.add(
                    "talentpipeline.mails.oldest",
                    "seconds",
                    Tags.empty(),
                    "How long the oldest mail has waited that may be sent; 0: none waits",
                    () -> mails.oldestWaits().toMillis() / 1000.0);
        };
    }

    private static Counter mails(MeterRegistry meters, String outcome) {
        return Counter.builder("talentpipeline.mails")
                .description("Attempts to hand a mail to the mail server, by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    private static String outcome(Posting posting) {
        return switch (posting) {
            case Posting.Accepted() -> SENT;
            case Posting.Refused(String reason) -> REFUSED;
            case Posting.Deferred(String reason) -> DEFERRED;
            case Posting.Unreachable(String reason) -> UNREACHABLE;
        };
    }
}
