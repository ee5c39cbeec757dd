package dev.talentpipeline.notification.webhook;

import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.notification.brake.BrakeWatcher;
import dev.talentpipeline.notification.brake.Outlet;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature: the use cases, and the postman on its thread. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    private static final String DELIVERED = "delivered";
    private static final String REFUSED = "refused";
    private static final String UNANSWERED = "unanswered";
    private static final List<String> OUTCOMES = List.of(DELIVERED, REFUSED, UNANSWERED);

    private final SecureRandom secure = new SecureRandom();

    @Bean
    TellingSystems tellingSystems(Endpoints endpoints, Messages messages, Bodies bodies, Clock clock) {
        return new TellingSystems(endpoints, messages, bodies, clock);
    }

    @Bean
    BrakeWatcher messagesTriedAnew(Messages messages) {
        return (outlet, now) -> {
            if (outlet == Outlet.WEBHOOK) {
                messages.tryAnewFrom(now);
            }
        };
    }

    @Bean
    KeepingEndpoints keepingEndpoints(Endpoints endpoints, Messages messages, WebhookSettings settings, Clock clock) {
        return new KeepingEndpoints(endpoints, messages, UUID::randomUUID, this::key, settings.secretOverlap(), clock);
    }

    @Bean
    KeepingMessages keepingMessages(Endpoints endpoints, Messages messages, Bodies bodies, Clock clock) {
        return new KeepingMessages(endpoints, messages, bodies, UUID::randomUUID, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    Postman postman(
            Outgoing outgoing,
            Targets targets,
            WebhookSettings settings,
            Precedence precedence,
            MeterRegistry meters,
            Tracing tracing,
            Clock clock) {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("webhook-", 0).factory());
        var rules = new SendingMessages.Rules(
                settings.firstRetry(),
                settings.longestRetry(),
                settings.giveUpAfter(),
                settings.lease(),
                settings.mostAtOnce());
        return new Postman(
                threads,
                settings.poll(),
                precedence,
                afterwards -> new SendingMessages(
                        outgoing,
                        targets,
                        rules,
                        threads,
                        (reply, state) ->
                                attempts(meters, outcome(reply, state)).increment(),
                        tracing,
                        afterwards,
                        UUID::randomUUID,
                        clock,
                        RandomGenerator.getDefault()));
    }

    /** There from the start, since of what is not counted yet nobody sees that it grows. */
    @Bean
    MeterBinder webhookMetrics() {
        return meters -> OUTCOMES.forEach(outcome -> attempts(meters, outcome));
    }

    private static Counter attempts(MeterRegistry meters, String outcome) {
        return Counter.builder("talentpipeline.webhooks")
                .description("Attempts to hand a message to a webhook, by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    private byte[] key() {
        byte[] key = new byte[Secret.KEY_BYTES];
        secure.nextBytes(key);
        return key;
    }

    private static String outcome(Reply reply, Message.State state) {
        if (state == Message.State.DELIVERED) {
            return DELIVERED;
        }
        return reply instanceof Reply.Answered ? REFUSED : UNANSWERED;
    }
}
