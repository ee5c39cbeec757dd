package dev.talentpipeline.monitoring.journal.kafka;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the journal goes on, or waits for its database. Safe for use by many threads. */
@Component("journalHealthIndicator")
final class JournalHealth implements HealthIndicator {

    private final AtomicReference<@Nullable String> waitingFor = new AtomicReference<>();

    void waiting(String reason) {
        waitingFor.set(reason);
    }

    void moving() {
        waitingFor.set(null);
    }

    @Override
    public Health health() {
        String reason = waitingFor.get();
        return reason == null
                ? Health.up().build()
                : Health.down().withDetail("waiting", reason).build();
    }
}
