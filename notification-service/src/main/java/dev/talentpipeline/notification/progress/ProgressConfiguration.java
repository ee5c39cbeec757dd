package dev.talentpipeline.notification.progress;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ProgressConfiguration {

    @Bean
    TellingProgress tellingProgress(UntoldProgress untold, ProgressTopic topic) {
        return new TellingProgress(untold, topic);
    }
}
