package dev.talentpipeline.notification.delivery.mail.postgres;

import dev.talentpipeline.notification.delivery.mail.MailQueue;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Wires the queue. */
@Configuration(proxyBeanMethods = false)
class MailQueueConfiguration {

    /** The queue's connection is not of the pool: it is held for good, and closing it must end its session. */
    @Bean
    @DependsOnDatabaseInitialization
    MailQueue.Opening mailQueues(DataSource pool) {
        DataSource unpooled = DataSourceBuilder.derivedFrom(pool)
                .type(SimpleDriverDataSource.class)
                .build();
        return () -> PostgresMailQueue.open(unpooled);
    }
}
