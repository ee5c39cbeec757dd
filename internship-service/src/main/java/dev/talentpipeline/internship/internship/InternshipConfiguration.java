package dev.talentpipeline.internship.internship;

import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.programme.KeepingQuotas;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InternshipConfiguration {

    @Bean
    FindingInternship findingInternship(ReadingProgrammes programmes, Internships internships) {
        return new FindingInternship(programmes, internships);
    }

    @Bean
    ClosingSeat closingSeat(Internships internships, InternshipEvents events) {
        return new ClosingSeat(internships, events);
    }

    @Bean
    PostingInternship postingInternship(
            ReadingProgrammes programmes,
            KeepingQuotas quotas,
            FindingInternship finding,
            Internships internships,
            PreferredStudents students,
            CatalogueReferences catalogue,
            OffersOfInternship offers,
            InternshipEvents events,
            Transactions transactions,
            Clock clock) {
        return new PostingInternship(
                programmes,
                quotas,
                finding,
                internships,
                students,
                catalogue,
                offers,
                events,
                transactions,
                clock,
                UUID::randomUUID);
    }
}
