package dev.talentpipeline.notification.contact;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class ContactConfiguration {

    @Bean
    KeepingContacts keepingContacts(Contacts contacts, List<ContactWatcher> watchers) {
        return new KeepingContacts(contacts, new AllWatchers(watchers));
    }
}
