package dev.talentpipeline.kit.kafka;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Which partitions wait for their environment to heal. It is a health of its own, apart from HTTP readiness: a stuck consumer must not
 * take the Accept button away. Safe for use by many threads.
 */
final class ConsumersHealth implements HealthIndicator {

    private final Map<TopicPartition, String> waiting = new ConcurrentHashMap<>();

    void waiting(TopicPartition partition, String reason) {
        waiting.put(partition, reason);
    }

    void moving(TopicPartition partition) {
        waiting.remove(partition);
    }

    @Override
    public Health health() {
        if (waiting.isEmpty()) {
            return Health.up().build();
        }
        Map<String, String> named = new TreeMap<>();
        waiting.forEach((partition, reason) -> named.put(partition.toString(), reason));
        return Health.down().withDetail("waiting", named).build();
    }
}
