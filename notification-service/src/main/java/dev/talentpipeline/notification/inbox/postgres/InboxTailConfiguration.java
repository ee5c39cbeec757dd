package dev.talentpipeline.notification.inbox.postgres;

import dev.talentpipeline.notification.inbox.InboxBell;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the tail. */
@Configuration(proxyBeanMethods = false)
class InboxTailConfiguration {

    private static final int NO_ANSWER_SECONDS = 30;

    @Bean
    InboxTail inboxTail(JdbcConnectionDetails database, InboxBell bell) {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(database.getJdbcUrl());
        connections.setUser(database.getUsername());
        connections.setPassword(database.getPassword());
        connections.setApplicationName("notification-service inboxes");
        connections.setTcpKeepAlive(true);
        connections.setSocketTimeout(NO_ANSWER_SECONDS);
        return new InboxTail(connections::getConnection, bell);
    }
}
