package dev.talentpipeline.internship.outbox.kafka;

import dev.talentpipeline.internship.outbox.BeforeRelaying;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutboxRelayConfiguration {

    private static final int NO_ANSWER_SECONDS = 30;

    @Bean
    KafkaOutboxRelay outboxRelay(
            JdbcConnectionDetails database,
            KafkaProperties kafka,
            BeforeRelaying before,
            @Value("${talentpipeline.outbox.kept:PT1H}") Duration kept,
            MeterRegistry meters) {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(database.getJdbcUrl());
        connections.setUser(database.getUsername());
        connections.setPassword(database.getPassword());
        connections.setApplicationName("internship-service outbox relay");
        connections.setTcpKeepAlive(true);
        connections.setSocketTimeout(NO_ANSWER_SECONDS);
        return new KafkaOutboxRelay(connections::getConnection, kafka.buildProducerProperties(), before, kept, meters);
    }
}
