package dev.talentpipeline.internship.programme;

import dev.talentpipeline.internship.calendar.Calendars;
import dev.talentpipeline.internship.reconciliation.FirstVersions;
import dev.talentpipeline.internship.reconciliation.Retelling;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.schemas.Topics;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProgrammeConfiguration {

    private static final int SEED_BYTES = 16;

    @Bean
    Retelling retellingProgramme(Programmes programmes, ProgrammeEvents events, Clock clock) {
        return new RetellingProgramme(Topics.PROGRAMMES.name(), programmes, events, clock);
    }

    @Bean
    ReadingProgrammes readingProgrammes(Programmes programmes, Clock clock) {
        return new ReadingProgrammes(programmes, clock);
    }

    @Bean
    PostingProgramme postingProgramme(
            Programmes programmes,
            Calendars calendars,
            ProgrammeEvents events,
            MembersOffers offers,
            Entries entries,
            Transactions transactions,
            FirstVersions firstVersions,
            Clock clock) {
        return new PostingProgramme(
                programmes,
                calendars,
                events,
                new WeighingRules(offers, entries),
                offers,
                transactions,
                clock,
                id -> firstVersions.of(Topics.PROGRAMMES.name(), id),
                seeds());
    }

    @Bean
    ArchivingProgramme archivingProgramme(
            ReadingProgrammes reading,
            Programmes programmes,
            MembersOffers offers,
            ProgrammeEvents events,
            Transactions transactions,
            Clock clock) {
        return new ArchivingProgramme(reading, programmes, offers, events, transactions, clock);
    }

    @Bean
    CopyingProgramme copyingProgramme(
            ReadingProgrammes reading,
            Programmes programmes,
            ProgrammeEvents events,
            Transactions transactions,
            FirstVersions firstVersions,
            Clock clock) {
        return new CopyingProgramme(
                reading,
                programmes,
                events,
                transactions,
                clock,
                id -> firstVersions.of(Topics.PROGRAMMES.name(), id),
                seeds());
    }

    @Bean
    KeepingQuotas keepingQuotas(Entries entries) {
        return new KeepingQuotas(entries);
    }

    private static Supplier<String> seeds() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] seed = new byte[SEED_BYTES];
            random.nextBytes(seed);
            return HexFormat.of().formatHex(seed);
        };
    }
}
