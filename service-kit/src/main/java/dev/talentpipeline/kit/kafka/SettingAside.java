package dev.talentpipeline.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.schemas.SentAgain;
import dev.talentpipeline.schemas.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

/**
 * Writes what a service says about records that it read: dead letters with their reason, and what became of what was sent again. It returns when the broker has it, so that
 * nothing is committed before. Safe for use by many threads.
 */
final class SettingAside implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SettingAside.class);

    private final String group;
    private final String redrive;
    private final DefaultKafkaProducerFactory<String, byte[]> producers;
    private final KafkaTemplate<String, byte[]> records;
    private final DeadLetterPublishingRecoverer deadLetters;
    private final EventCounters counters;

    SettingAside(String group, KafkaProperties kafka, EventCounters counters) {
        this.group = group;
        this.redrive = group + "-redrive";
        this.counters = counters;
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.LARGEST_SET_ASIDE_BYTES);
        producers = new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new ByteArraySerializer());
        records = new KafkaTemplate<>(producers);
        deadLetters = new DeadLetterPublishingRecoverer(
                records,
                (record, fault) -> new TopicPartition(record.topic() + "-" + group + "-dlt", record.partition()));
        deadLetters.setFailIfSendResultIsError(true);
    }

    /** Sets a record aside where its topic's dead letters are, also one that was sent again. */
    void setAside(ConsumerRecord<?, ?> record, Exception fault) {
        LOG.warn(
                "Set aside {}-{}@{}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                NestedExceptionUtils.getMostSpecificCause(fault).getClass().getSimpleName());
        if (!record.topic().equals(redrive)) {
            deadLetters.accept(record, fault);
            counters.dead(record.topic());
            return;
        }
        Optional<SentAgain> said = SentAgain.readFrom(record.headers());
        if (said.isEmpty()) {
            LOG.error(
                    "{}-{}@{} does not say which dead letter it is, and is left there",
                    record.topic(),
                    record.partition(),
                    record.offset());
            counters.dead(record.topic());
            return;
        }
        deadLetters.accept(asItFirstStood(record, said.get()), fault);
        counters.dead(said.get().topic());
        answer(record, said.get(), SentAgain.Outcome.DEAD);
    }

    /** Says what became of a record that was sent again. */
    void answer(ConsumerRecord<?, ?> record, SentAgain said, SentAgain.Outcome outcome) {
        ProducerRecord<String, byte[]> answer = new ProducerRecord<>(
                group + "-redriven",
                record.partition(),
                key(record),
                outcome.name().getBytes(UTF_8));
        said.answer(answer.headers(), outcome);
        try {
            records.send(answer).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while saying what became of what was sent again.", e);
        } catch (ExecutionException e) {
            throw new KafkaException("What became of what was sent again could not be said.", e);
        }
    }

    private static @Nullable String key(ConsumerRecord<?, ?> record) {
        return record.key() instanceof String text ? text : null;
    }

    /** The record as its listener knows it: at the place where it was before it was set aside. */
    static <K, V> ConsumerRecord<K, V> asItFirstStood(ConsumerRecord<K, V> record, SentAgain said) {
        return new ConsumerRecord<>(
                said.topic(),
                said.partition(),
                said.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key(),
                record.value(),
                record.headers(),
                record.leaderEpoch());
    }

    @Override
    public void destroy() {
        producers.destroy();
    }
}
