package dev.talentpipeline.notification.template.thymeleaf;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    /** The letters; their link leads to the console. */
    @Bean
    ThymeleafLetters letters(@Value("${talentpipeline.mail.console-url}") URI console) {
        return new ThymeleafLetters(console);
    }
}
