package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.notification.contact.Contacts;
import dev.talentpipeline.notification.listing.Listings;
import java.time.Clock;
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
}
