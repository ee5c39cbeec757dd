package dev.talentpipeline.notification.preference;

import dev.talentpipeline.notification.contact.Contacts;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class PreferenceConfiguration {

    @Bean
    UnsubscribeLinks unsubscribeLinks(
            KeptPreferences kept, @Value("${talentpipeline.mail.console-url}") String console) {
        return new UnsubscribeLinks(kept::linkSecret, console);
    }

    @Bean
    ChoosingPreferences choosingPreferences(
            KeptPreferences kept, Contacts contacts, UnsubscribeLinks links, Clock clock) {
        return new ChoosingPreferences(kept, contacts, links, clock);
    }
}
