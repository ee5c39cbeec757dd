package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.kit.stream.OpenStreams;
import dev.talentpipeline.notification.contact.Contacts;
import dev.talentpipeline.notification.listing.Listings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    @Bean
    TellingPeople tellingPeople(
            Notices notices, Contacts contacts, Listings listings, Deliveries deliveries, Clock clock) {
        return new TellingPeople(notices, contacts, listings, deliveries, clock);
    }

    @Bean
    ReadingInbox readingInbox(
            InboxPages pages, Contacts contacts, Deliveries deliveries, NoticeTexts texts, Clock clock) {
        return new ReadingInbox(pages, contacts, deliveries, texts, clock);
    }

    @Bean
    InboxBell inboxBell(
            @Value("${talentpipeline.inbox.streams-of-account:20}") int ofAccount,
            @Value("${talentpipeline.inbox.streams-of-service:5000}") int ofService,
            MeterRegistry meters) {
        var bell = new InboxBell(new OpenStreams<>(ofAccount, ofService));
        Gauge.builder("talentpipeline.inbox.streams", bell, InboxBell::following)
                .description("Inboxes that are being followed")
                .register(meters);
        return bell;
    }
}
