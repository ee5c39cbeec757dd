package dev.talentpipeline.notification.contact;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class ContactConfiguration {

    @Bean
    KeepingContacts keepingContacts(Contacts contacts, ContactWatcher watcher) {
        return new KeepingContacts(contacts, watcher);
    }
}
