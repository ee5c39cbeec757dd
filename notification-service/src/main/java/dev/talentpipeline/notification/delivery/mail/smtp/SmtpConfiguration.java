package dev.talentpipeline.notification.delivery.mail.smtp;

import dev.talentpipeline.notification.delivery.mail.MailSettings;
import dev.talentpipeline.notification.delivery.mail.Postbox;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Wires the way to the server that {@code spring.mail} names. */
@Configuration(proxyBeanMethods = false)
class SmtpConfiguration {

    @Bean
    Postbox postbox(JavaMailSenderImpl server, MailSettings settings, Clock clock) {
        return new SmtpPostbox(server, settings.from(), clock);
    }
}
