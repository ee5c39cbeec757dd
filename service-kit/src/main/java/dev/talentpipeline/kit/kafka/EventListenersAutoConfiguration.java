package dev.talentpipeline.kit.kafka;

import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.kit.tracing.TracingAutoConfiguration;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * The listener container that every service uses: records one by one as raw bytes, committed reads only. Offsets are committed
 * after each poll of few records: what a crash brings again is dropped by its version, and a commit for each record would cost the broker more than
 * the record.
 * What cannot be processed is set aside with its raw bytes on {@code <topic>-<group>-dlt}, in the same partition, and the partition
 * moves on; a fault of the environment is retried without end. What is sent again to the group comes by {@code <group>-redrive} to the same listeners.
 */
@AutoConfiguration(after = TracingAutoConfiguration.class)
@ConditionalOnProperty("talentpipeline.registry-url")
public class EventListenersAutoConfiguration {

    private static final long FIRST_RETRY_MS = 100;
    private static final long LONGEST_RETRY_MS = 5_000;
    /** A fault that nobody foresaw may be a passing one, so it gets these tries before the record is set aside. */
    private static final long TRIES_OF_UNFORESEEN_FAULTS = 3;

    private static final int LONGEST_WAIT_OF_A_REBALANCE_MS = 30_000;
    /** So few that even slow ones are done well within a rebalance's wait. */
    private static final int RECORDS_OF_A_POLL = 50;

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    EventCodec eventCodec(@Value("${talentpipeline.registry-url}") String registryUrl) {
        return new EventCodec(registryUrl);
    }

    @Bean
    EventCounters eventCounters(MeterRegistry meters) {
        return new EventCounters(meters);
    }

    /** Active where the service belongs to a consumer group of listeners. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("spring.kafka.consumer.group-id")
    @EnableKafka
    static class Listeners {

        @Bean
        ConsumersHealth consumersHealthIndicator() {
            return new ConsumersHealth();
        }

        @Bean
        SettingAside settingAside(
                @Value("${spring.kafka.consumer.group-id}") String group,
                KafkaProperties kafka,
                EventCounters counters) {
            counters.begin(topicsOf(group));
            return new SettingAside(group, kafka, counters);
        }

        private static List<String> topicsOf(String group) {
            return Arrays.stream(ConsumerGroup.values())
                    .filter(declared -> declared.id().equals(group))
                    .flatMap(declared -> declared.topics().stream())
                    .map(Topic::name)
                    .toList();
        }

        @Bean
        TakingTogether takingTogether(Tracing tracing) {
            return new TakingTogether(tracing);
        }

        @Bean
        RedriveListener redriveListener(
                KafkaListenerEndpointRegistry registry, SettingAside settingAside, EventCounters counters) {
            return new RedriveListener(registry, settingAside, counters);
        }

        @Bean
        ConcurrentKafkaListenerContainerFactory<String, byte[]> eventListenerContainerFactory(
                KafkaProperties kafka,
                @Value("${talentpipeline.listener-threads:2}") int threads,
                SettingAside settingAside,
                EventCounters counters,
                ConsumersHealth health,
                TakingTogether together,
                Tracing tracing) {
            var factory = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
            var accounts = new ReaderAccounts(Clock.systemUTC());
            DefaultKafkaConsumerFactory<String, byte[]> consumers = consumers(kafka);
            consumers.addPostProcessor(accounts::keeping);
            consumers.addPostProcessor(together::noting);
            factory.setConsumerFactory(consumers);
            factory.setConcurrency(threads);
            factory.getContainerProperties().setConsumerRebalanceListener(accounts);
            factory.getContainerProperties().setAckMode(AckMode.BATCH);
            factory.setRecordInterceptor(new TracedRecords(tracing, new Recovery(health, counters, accounts)));
            factory.setCommonErrorHandler(errorHandler(settingAside, health, accounts));
            return factory;
        }

        private static DefaultKafkaConsumerFactory<String, byte[]> consumers(KafkaProperties kafka) {
            Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
            settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            // All listeners of a service are one group, and a rebalance waits for the slowest of them, by default for
            // five minutes.
            settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, LONGEST_WAIT_OF_A_REBALANCE_MS);
            settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_OF_A_POLL);
            return new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        }

        private static DefaultErrorHandler errorHandler(
                SettingAside settingAside, ConsumersHealth health, ReaderAccounts accounts) {
            var handler = new DefaultErrorHandler((record, fault) -> {
                settingAside.setAside(record, fault);
                accounts.note(record, ReaderReport.Outcome.DEAD);
                health.moving(partition(record));
            });
            handler.setBackOffFunction((record, fault) -> {
                if (Faults.ofTheRecord(fault)) {
                    return new FixedBackOff(0, 0);
                }
                if (Faults.ofTheEnvironment(fault)) {
                    health.waiting(partition(record), Objects.requireNonNullElse(fault.getMessage(), fault.toString()));
                    var endless = new ExponentialBackOff(FIRST_RETRY_MS, 2);
                    endless.setMaxInterval(LONGEST_RETRY_MS);
                    return endless;
                }
                return new FixedBackOff(FIRST_RETRY_MS, TRIES_OF_UNFORESEEN_FAULTS);
            });
            handler.setResetStateOnExceptionChange(true);
            handler.setRetryListeners((record, fault, attempt) -> accounts.failed(record));
            return handler;
        }

        private static TopicPartition partition(ConsumerRecord<?, ?> record) {
            return new TopicPartition(record.topic(), record.partition());
        }

        /** Tells the health that a partition moves again as soon as one of its records has succeeded, and keeps account of what came of it. */
        private record Recovery(ConsumersHealth health, EventCounters counters, ReaderAccounts accounts)
                implements RecordInterceptor<String, byte[]> {

            @Override
            public ConsumerRecord<String, byte[]> intercept(
                    ConsumerRecord<String, byte[]> record, Consumer<String, byte[]> consumer) {
                // What was said of one that failed is not true of this one.
                counters.said();
                EventInLog.enter(record.headers());
                return record;
            }

            @Override
            public void afterRecord(ConsumerRecord<String, byte[]> record, Consumer<String, byte[]> consumer) {
                EventInLog.leave();
            }

            @Override
            public void success(ConsumerRecord<String, byte[]> record, Consumer<String, byte[]> consumer) {
                health.moving(partition(record));
                accounts.note(record, counters.said());
            }
        }
    }
}
