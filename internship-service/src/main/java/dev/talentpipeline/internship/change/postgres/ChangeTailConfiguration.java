package dev.talentpipeline.internship.change.postgres;

import dev.talentpipeline.internship.change.ChangeFeed;
import dev.talentpipeline.kit.database.DatabaseTail;
import dev.talentpipeline.kit.database.OwnConnections;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChangeTailConfiguration {

    @Bean
    DatabaseTail changeTail(JdbcConnectionDetails database, ChangeFeed feed) {
        OwnConnections own = OwnConnections.of(
                database.getJdbcUrl(), database.getUsername(), database.getPassword(), "internship-service changes");
        return new DatabaseTail("change-tail", own::open, new ChangeTail(feed));
    }
}
