package dev.talentpipeline.internship.change;

import dev.talentpipeline.internship.programme.ReadingProgrammes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChangeConfiguration {

    @Bean
    ChangeFeed changeFeed(
            @Value("${talentpipeline.changes.kept:10000}") int kept,
            @Value("${talentpipeline.changes.at-once:5000}") int atOnce,
            @Value("${talentpipeline.changes.waiting:256}") int waiting,
            @Value("${talentpipeline.changes.of-account:20}") int ofAccount,
            @Value("${talentpipeline.changes.of-service:2000}") int ofService,
            Clock clock,
            MeterRegistry meters) {
        ChangeFeed feed = new ChangeFeed(new ChangeFeed.Bounds(kept, atOnce, waiting, ofAccount, ofService), clock);
        Gauge.builder("talentpipeline.changes.streams", feed, ChangeFeed::following)
                .description("Streams of changes that are being told")
                .register(meters);
        return feed;
    }

    @Bean
    FollowingChanges followingChanges(ReadingProgrammes programmes, ChangeFeed feed) {
        return new FollowingChanges(programmes, feed);
    }
}
