package dev.talentpipeline.kit.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.ObservationPredicate;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the metrics of a service are called, and what samples its gauges. */
@AutoConfiguration(
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
public class MetricsAutoConfiguration {

    @Bean
    static MeterFilter namingConventions() {
        return new NamingConventions();
    }

    /**
     * Kafka's clients have hundreds of meters each, which is most of what a service with Kafka Streams would answer to a scrape, and no alert and no dashboard asks for one. Whoever looks for a fault in
     * a client itself has them with {@code talentpipeline.metrics.of-kafka}.
     */
    @Bean
    static MeterFilter nothingOfKafkasClients(@Value("${talentpipeline.metrics.of-kafka:false}") boolean shown) {
        return MeterFilter.deny(id -> !shown && id.getName().startsWith("kafka."));
    }

    /** Each filter of each chain would be observed at every request, and nobody asks about them one by one. */
    @Bean
    static ObservationPredicate noObservationOfSecurityFilters() {
        return (name, context) -> !name.startsWith("spring.security.");
    }

    /** Active in a service, which has a registry; a test of a part may have none. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(MeterRegistry.class)
    static class Gauges {

        @Bean(destroyMethod = "close")
        SampledGauges sampledGauges(
                MeterRegistry meters, @Value("${talentpipeline.metrics.sampled-every:5s}") Duration every) {
            return new SampledGauges(meters, every);
        }
    }
}
