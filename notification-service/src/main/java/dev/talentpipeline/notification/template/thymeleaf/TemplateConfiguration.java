package dev.talentpipeline.notification.template.thymeleaf;

import dev.talentpipeline.notification.contact.Contacts;
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.template.RememberedNames;
import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    /** The letters; their link leads to the console. A company is called what it calls itself in the reader's language. */
    @Bean
    ThymeleafLetters letters(@Value("${talentpipeline.mail.console-url}") URI console, Contacts contacts, Clock clock) {
        return new ThymeleafLetters(
                console,
                new RememberedNames(
                        (organisation, reader) -> contacts.find(Desk.of(organisation))
                                .map(desk -> desk.nameIn(reader))
                                .orElse(organisation),
                        clock));
    }
}
