package dev.talentpipeline.internship.certificate;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.person.FindingPerson;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CertificateConfiguration {

    @Bean
    KeepingCertificates keepingCertificates(
            FindingPerson finding,
            People people,
            Certificates certificates,
            CatalogueReferences catalogue,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new KeepingCertificates(finding, people, certificates, catalogue, trail, transactions, clock);
    }
}
