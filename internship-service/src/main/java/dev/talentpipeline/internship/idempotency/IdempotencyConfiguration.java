package dev.talentpipeline.internship.idempotency;

import dev.talentpipeline.kit.idempotency.Answers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets answers after a day. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Answers answers;
    private final Clock clock;

    IdempotencyConfiguration(Answers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 600_000)
    void forget() {
        answers.forgetBefore(clock.instant().minus(KEPT));
    }
}
