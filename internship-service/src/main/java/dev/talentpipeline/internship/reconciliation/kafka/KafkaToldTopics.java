package dev.talentpipeline.internship.reconciliation.kafka;

import dev.talentpipeline.internship.reconciliation.Retelling;
import dev.talentpipeline.internship.reconciliation.Told;
import dev.talentpipeline.internship.reconciliation.ToldTopics;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.schemas.UnreadableEventException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Reads topics as no group, from the places given to the ends that they have now. */
@Component
final class KafkaToldTopics implements ToldTopics {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaToldTopics.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int LONGEST_WAIT_MS = 10_000;

    /** So many entities are gathered before those that do not differ are let go. */
    private static final int AT_ONCE = 10_000;

    private static final Map<String, Topic<?>> WRITTEN = written(
            Topics.OFFERS,
            Topics.PLACEMENTS,
            Topics.MEETINGS,
            Topics.IMPORTS,
            Topics.INTERNSHIPS,
            Topics.STUDENT_PROFILES,
            Topics.CONTACTS,
            Topics.PROGRAMMES);

    private final Map<String, Object> settings;
    private final EventCodec codec;
    private final Undoing undoing;

    KafkaToldTopics(KafkaProperties kafka, EventCodec codec, Undoing undoing) {
        settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LONGEST_WAIT_MS);
        this.codec = codec;
        this.undoing = undoing;
    }

    private static Map<String, Topic<?>> written(Topic<?>... topics) {
        Map<String, Topic<?>> written = new LinkedHashMap<>();
        for (Topic<?> topic : topics) {
            written.put(topic.name(), topic);
        }
        return written;
    }

    @Override
    public Tail from(Map<Partition, Long> places, Predicate<Told> differs) {
        Map<String, ToldRecord> told = new LinkedHashMap<>();
        Map<Partition, Long> reached = new HashMap<>();
        int lookAgainAt = AT_ONCE;
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            WRITTEN.keySet()
                    .forEach(topic -> consumer.partitionsFor(topic)
                            .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            ends.forEach((partition, end) -> {
                Long place = places.get(new Partition(partition.topic(), partition.partition()));
                if (place != null && place > end) {
                    LOG.error(
                            "The topic {} ends before what was told on it ({} of {}): it is older than the database. Maybe restore both out of one backup",
                            partition,
                            end,
                            place);
                } else if (place != null) {
                    consumer.seek(partition, place);
                }
            });
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> take(record, told));
                if (told.size() > lookAgainAt) {
                    told.values().removeIf(differs.negate());
                    lookAgainAt = told.size() + AT_ONCE;
                }
            }
            told.values().removeIf(differs.negate());
            ends.forEach((partition, end) ->
                    reached.put(new Partition(partition.topic(), partition.partition()), consumer.position(partition)));
        }
        return new Tail(List.copyOf(told.values()), reached);
    }

    private void take(ConsumerRecord<String, byte[]> record, Map<String, ToldRecord> told) {
        String key = record.key();
        Topic<?> topic = WRITTEN.get(record.topic());
        if (topic == null
                || key == null
                || (!topic.equals(Topics.PROGRAMMES) && Retelling.id(key).isEmpty())) {
            passedOver(record, "its key names nothing of this service");
            return;
        }
        try {
            SpecificRecord event = record.value() == null ? null : codec.decode(topic, record.value());
            told.computeIfAbsent(record.topic() + " " + key, _ -> new ToldRecord(record.topic(), key, undoing))
                    .take(event, id(record), KafkaToldTopics::version);
        } catch (UnreadableEventException e) {
            passedOver(record, e.getMessage());
        }
    }

    private static void passedOver(ConsumerRecord<String, byte[]> record, @Nullable String why) {
        LOG.warn(
                "{}-{}@{} is passed over while topics are compared: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                why);
    }

    /** @throws UnreadableEventException if the record has none, so that this service did not write it */
    private static UUID id(ConsumerRecord<String, byte[]> record) {
        String text = EventHeaders.readFrom(record.headers()).id();
        UUID id = Violations.id(text);
        if (id == null) {
            throw new UnreadableEventException("header ce_id (%s) must be a UUID.".formatted(text));
        }
        return id;
    }

    private static long version(SpecificRecord event) {
        return (long) event.get(event.getSchema().getField("version").pos());
    }
}
