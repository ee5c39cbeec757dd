package dev.talentpipeline.kit.kafka;

import dev.talentpipeline.schemas.SentAgain;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.GenericMessageListener;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Reads what is sent again to this service alone, and hands it to the very listener of the topic on which it first stood. So it is de-duplicated, retried and set aside as it
 * was the first time, and no listener knows the difference.
 */
final class RedriveListener {

    private final KafkaListenerEndpointRegistry registry;
    private final SettingAside settingAside;
    private final EventCounters counters;

    RedriveListener(KafkaListenerEndpointRegistry registry, SettingAside settingAside, EventCounters counters) {
        this.registry = registry;
        this.settingAside = settingAside;
        this.counters = counters;
    }

    // One thread: what is sent again comes slowly, and in the order in which it failed.
    @KafkaListener(
            id = "redrive",
            idIsGroup = false,
            topics = "${spring.kafka.consumer.group-id}-redrive",
            concurrency = "1",
            containerFactory = "eventListenerContainerFactory")
    void on(ConsumerRecord<String, byte[]> record, Consumer<?, ?> consumer) {
        SentAgain said = SentAgain.readFrom(record.headers())
                .orElseThrow(
                        () -> new UnappliableEventException(
                                "A record that is sent again must say which one it is. Maybe it was not monitoring-service that sent it."));
        GenericMessageListener<ConsumerRecord<String, byte[]>> listener = listenerOf(said.topic());
        SentAgain.Outcome outcome =
                counters.outcomeOf(() -> hand(SettingAside.asItFirstStood(record, said), listener, consumer));
        settingAside.answer(record, said, outcome);
    }

    private static void hand(
            ConsumerRecord<String, byte[]> record,
            GenericMessageListener<ConsumerRecord<String, byte[]>> listener,
            Consumer<?, ?> consumer) {
        try {
            listener.onMessage(record, null, consumer);
        } catch (ListenerExecutionFailedException e) {
            // Its cause is the listener's own, which is what the dead letter has to say.
            throw e.getCause() instanceof RuntimeException own ? own : e;
        }
    }

    @SuppressWarnings("unchecked") // All listeners of events take records of these types.
    private GenericMessageListener<ConsumerRecord<String, byte[]>> listenerOf(String topic) {
        for (MessageListenerContainer container : registry.getListenerContainers()) {
            String[] topics = container.getContainerProperties().getTopics();
            if (topics != null && Arrays.asList(topics).contains(topic)) {
                return (GenericMessageListener<ConsumerRecord<String, byte[]>>) Objects.requireNonNull(
                        container.getContainerProperties().getMessageListener());
            }
        }
        throw new UnappliableEventException("topic (%s) is not one that this service reads.".formatted(topic));
    }
}
