package dev.talentpipeline.internship;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The internship service. */
@SpringBootApplication
@EnableScheduling
class InternshipServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(InternshipServiceApplication.class, arguments);
    }

    /** Ticks in milliseconds, as events and the database keep time, so that what is read back equals what was written. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
