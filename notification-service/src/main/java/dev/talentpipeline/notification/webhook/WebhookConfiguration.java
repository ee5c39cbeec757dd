package dev.talentpipeline.notification.webhook;

import dev.talentpipeline.notification.brake.BrakeWatcher;
import dev.talentpipeline.notification.brake.Outlet;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
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
    Postman postman(Outgoing outgoing, Targets targets, WebhookSettings settings, MeterRegistry meters, Clock clock) {
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
                afterwards -> new SendingMessages(
                        outgoing,
                        targets,
                        rules,
                        threads,
                        (reply, state) -> meters.counter("talentpipeline.webhooks", "outcome", outcome(reply, state))
                                .increment(),
                        afterwards,
                        UUID::randomUUID,
                        clock,
                        RandomGenerator.getDefault()));
    }

    private byte[] key() {
        byte[] key = new byte[Secret.KEY_BYTES];
        secure.nextBytes(key);
        return key;
    }

    private static String outcome(Reply reply, Message.State state) {
        if (state == Message.State.DELIVERED) {
            return "delivered";
        }
        return reply instanceof Reply.Answered ? "refused" : "unanswered";
    }
}
