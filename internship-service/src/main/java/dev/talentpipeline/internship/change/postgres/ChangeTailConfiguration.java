package dev.talentpipeline.internship.change.postgres;

import dev.talentpipeline.internship.change.ChangeFeed;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChangeTailConfiguration {

    private static final int NO_ANSWER_SECONDS = 30;

    @Bean
    ChangeTail changeTail(JdbcConnectionDetails database, ChangeFeed feed) {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(database.getJdbcUrl());
        connections.setUser(database.getUsername());
        connections.setPassword(database.getPassword());
        connections.setApplicationName("internship-service changes");
        connections.setTcpKeepAlive(true);
        connections.setSocketTimeout(NO_ANSWER_SECONDS);
        return new ChangeTail(connections::getConnection, feed);
    }
}
