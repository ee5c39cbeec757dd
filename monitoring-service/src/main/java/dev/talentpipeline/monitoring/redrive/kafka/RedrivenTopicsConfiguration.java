package dev.talentpipeline.monitoring.redrive.kafka;

import dev.talentpipeline.schemas.ConsumerGroup;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where readers say what became of what was sent to them again. */
@Configuration(proxyBeanMethods = false)
class RedrivenTopicsConfiguration {

    @Bean
    String[] redrivenTopics() {
        return Arrays.stream(ConsumerGroup.values())
                .map(ConsumerGroup::redriven)
                .toArray(String[]::new);
    }
}
