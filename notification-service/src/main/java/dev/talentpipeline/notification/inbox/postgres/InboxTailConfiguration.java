package dev.talentpipeline.notification.inbox.postgres;

import dev.talentpipeline.kit.database.DatabaseTail;
import dev.talentpipeline.kit.database.OwnConnections;
import dev.talentpipeline.notification.inbox.InboxBell;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the tail. */
@Configuration(proxyBeanMethods = false)
class InboxTailConfiguration {

    @Bean
    DatabaseTail inboxTail(JdbcConnectionDetails database, InboxBell bell) {
        OwnConnections own = OwnConnections.of(
                database.getJdbcUrl(), database.getUsername(), database.getPassword(), "notification-service inboxes");
        return new DatabaseTail("inbox-tail", own::open, new InboxTail(bell));
    }
}
