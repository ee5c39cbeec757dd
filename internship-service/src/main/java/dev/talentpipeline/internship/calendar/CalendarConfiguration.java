package dev.talentpipeline.internship.calendar;

import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    EnteringCalendar enteringCalendar(Calendars calendars, Transactions transactions, Clock clock) {
        return new EnteringCalendar(calendars, transactions, clock);
    }
}
