package dev.talentpipeline.internship.programme;

import dev.talentpipeline.internship.calendar.Calendars;
import dev.talentpipeline.internship.transaction.Transactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProgrammeConfiguration {

    private static final int SEED_BYTES = 16;

    @Bean
    ReadingProgrammes readingProgrammes(Programmes programmes) {
        return new ReadingProgrammes(programmes);
    }

    @Bean
    PostingProgramme postingProgramme(
            Programmes programmes,
            Calendars calendars,
            ProgrammeEvents events,
            Transactions transactions,
            Clock clock) {
        SecureRandom random = new SecureRandom();
        return new PostingProgramme(programmes, calendars, events, transactions, clock, () -> {
            byte[] seed = new byte[SEED_BYTES];
            random.nextBytes(seed);
            return HexFormat.of().formatHex(seed);
        });
    }
}
