package dev.talentpipeline.internship.calendar;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    EnteringCalendar enteringCalendar(Calendars calendars, AuditTrail trail, Transactions transactions, Clock clock) {
        return new EnteringCalendar(calendars, trail, transactions, clock);
    }
}
