package dev.talentpipeline.internship.catalogue;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.transaction.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    CatalogueReferences catalogueReferences(Catalogue catalogue) {
        return new CatalogueReferences(catalogue);
    }

    @Bean
    EnteringCatalogue enteringCatalogue(Catalogue catalogue, AuditTrail trail, Transactions transactions) {
        return new EnteringCatalogue(catalogue, trail, transactions);
    }
}
