package dev.talentpipeline.internship.outbox.kafka;

import dev.talentpipeline.internship.outbox.BeforeRelaying;
import dev.talentpipeline.kit.database.OwnConnections;
import dev.talentpipeline.kit.metrics.SampledGauges;
import dev.talentpipeline.kit.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class OutboxRelayConfiguration {

    @Bean
    KafkaOutboxRelay outboxRelay(
            JdbcConnectionDetails database,
            KafkaProperties kafka,
            BeforeRelaying before,
            @Value("${talentpipeline.outbox.kept:PT1H}") Duration kept,
            Tracing tracing,
            MeterRegistry meters) {
        OwnConnections own = OwnConnections.of(
                database.getJdbcUrl(),
                database.getUsername(),
                database.getPassword(),
                "internship-service outbox relay");
        return new KafkaOutboxRelay(own::open, kafka.buildProducerProperties(), before, kept, tracing, meters);
    }

    /** What an operator has to know of the outbox while its relay is down, so the relay is not asked. */
    @Bean
    MeterBinder outboxMetrics(JdbcClient jdbc, SampledGauges gauges) {
        return meters -> {
            gauges.add(
                    "talentpipeline.outbox.waiting",
                    "",
                    Tags.empty(),
                    "Events in the outbox that are still to be published",
                    () -> jdbc.sql("select count(*) from outbox where published_at is null")
                            .query(Long.class)
                            .single());
            gauges.add(
                    "talentpipeline.outbox.oldest",
                    "seconds",
                    Tags.empty(),
                    "How long the oldest event has waited that is still to be published; 0: none waits",
                    () -> jdbc.sql("""
                                    select extract(epoch from now() - written_at) from outbox
                                    where published_at is null order by position limit 1
                                    """).query(Double.class).optional().orElse(0.0));
        };
    }
}
