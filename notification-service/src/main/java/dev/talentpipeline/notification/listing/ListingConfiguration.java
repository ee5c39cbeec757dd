package dev.talentpipeline.notification.listing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class ListingConfiguration {

    @Bean
    KeepingListings keepingListings(Listings listings, ListingWatcher watcher) {
        return new KeepingListings(listings, watcher);
    }
}
