package dev.talentpipeline.monitoring.schema;

import dev.talentpipeline.monitoring.flow.Catalogue;
import dev.talentpipeline.monitoring.ledger.ReaderReports;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {

    @Bean
    ComparingSchemas comparingSchemas(
            RegisteredSchemas registered,
            WrittenSchemas written,
            ReaderReports reports,
            Catalogue catalogue,
            Clock clock) {
        return new ComparingSchemas(registered, written, reports, catalogue, clock);
    }
}
