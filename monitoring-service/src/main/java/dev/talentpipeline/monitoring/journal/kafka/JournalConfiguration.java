package dev.talentpipeline.monitoring.journal.kafka;

import dev.talentpipeline.monitoring.journal.Readers;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * One consumer for all topics. It would rather wait half a second for many records than be woken by each: nobody looks at an event within less than that. A fault is
 * always one of the environment, and retried without end.
 */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

    private static final int LONGEST_WAIT_MS = 500;
    private static final int ENOUGH_BYTES = 256 * 1024;
    private static final int RECORDS_OF_A_POLL = 1_000;
    /** After a crash the partitions are given out again once the lost member's session ends: until then nobody watches. */
    private static final int SESSION_MS = 8_000;

    private static final int HEARTBEAT_MS = 2_000;
    private static final long FIRST_RETRY_MS = 200;
    private static final long LONGEST_RETRY_MS = 5_000;

    @Bean
    String[] journalTopics() {
        return ReadTopic.names();
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> journalListenerContainerFactory(
            KafkaProperties kafka, JournalHealth health) {
        var factory = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
        factory.setConsumerFactory(consumers(kafka));
        factory.setBatchListener(true);
        factory.setConcurrency(1);
        factory.setCommonErrorHandler(endlessRetries(health));
        return factory;
    }

    private static DefaultKafkaConsumerFactory<String, byte[]> consumers(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, Readers.JOURNAL);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, LONGEST_WAIT_MS);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, ENOUGH_BYTES);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_OF_A_POLL);
        return new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static DefaultErrorHandler endlessRetries(JournalHealth health) {
        var endless = new ExponentialBackOff(FIRST_RETRY_MS, 2);
        endless.setMaxInterval(LONGEST_RETRY_MS);
        var handler = new DefaultErrorHandler(
                (record, fault) -> {
                    throw new IllegalStateException("The retries never end.", fault);
                },
                endless);
        handler.setRetryListeners(new Waiting(health));
        return handler;
    }

    /** Tells the health why nothing is added. */
    private record Waiting(JournalHealth health) implements RetryListener {

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception fault, int attempt) {
            health.waiting(String.valueOf(fault));
        }

        @Override
        public void failedDelivery(ConsumerRecords<?, ?> records, @Nullable Exception fault, int attempt) {
            health.waiting(String.valueOf(fault));
        }
    }
}
