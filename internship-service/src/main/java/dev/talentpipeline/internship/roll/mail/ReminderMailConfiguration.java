package dev.talentpipeline.internship.roll.mail;

import dev.talentpipeline.internship.roll.SendingReminders;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
class ReminderMailConfiguration {

    @Bean
    SmtpReminderPost reminderPost(
            JavaMailSenderImpl server,
            @Value("${talentpipeline.reminders.from}") String from,
            @Value("${talentpipeline.issuer:http://localhost:8080}") String console,
            Clock clock) {
        return new SmtpReminderPost(server, sender(from), console, clock);
    }

    private static InternetAddress sender(String from) {
        try {
            InternetAddress address = new InternetAddress(from, true);
            if (address.getPersonal() != null) {
                address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
            }
            return address;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException(
                    "talentpipeline.reminders.from (%s) must be an address. Maybe its domain is missing."
                            .formatted(from),
                    e);
        }
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    ReminderCourier reminderCourier(
            SendingReminders sending,
            SmtpReminderPost post,
            @Value("${talentpipeline.reminders.poll:PT1S}") Duration poll,
            @Value("${talentpipeline.reminders.trouble:PT15S}") Duration trouble) {
        return new ReminderCourier(sending, post, poll, trouble);
    }
}
