package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.events.StudentState;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.client.PipelineClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Everything that stands on the topics of internship-service about one programme, and on contacts about everybody. */
final class ToldTopics {

    private static final List<Topic<?>> READ =
            List.of(Topics.PROGRAMMES, Topics.STUDENT_PROFILES, Topics.INTERNSHIPS, Topics.OFFERS, Topics.CONTACTS);

    private final Map<String, Integer> sizes = new TreeMap<>();
    /** By topic and key the last word, where that is no tombstone. */
    private final Map<String, Map<String, SpecificRecord>> newest = new HashMap<>();

    private final Map<String, SpecificRecord> versions = new HashMap<>();
    private final Set<String> twice = new TreeSet<>();

    private ToldTopics() {}

    static ToldTopics read(PipelineClient client, String programme) {
        ToldTopics told = new ToldTopics();
        try (EventCodec codec = new EventCodec(client.stack().registry().toString());
                KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                client.stack().kafka(),
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            for (Topic<?> topic : READ) {
                for (ConsumerRecord<String, byte[]> record : all(consumer, topic.name())) {
                    String key = record.key();
                    if (topic.equals(Topics.CONTACTS) || key.equals(programme) || key.startsWith(programme + "/")) {
                        told.take(topic, key, record.value() == null ? null : codec.decode(topic, record.value()));
                    }
                }
            }
        }
        return told;
    }

    private static List<ConsumerRecord<String, byte[]>> all(KafkaConsumer<String, byte[]> consumer, String topic) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(all::add);
        }
        return all;
    }

    private void take(Topic<?> topic, String key, @Nullable SpecificRecord event) {
        sizes.merge(topic.name(), 1, Integer::sum);
        Map<String, SpecificRecord> words = newest.computeIfAbsent(topic.name(), _ -> new HashMap<>());
        if (event == null) {
            words.remove(key);
        } else {
            words.put(key, event);
            String version = topic.name() + " " + key + " "
                    + event.get(event.getSchema().getField("version").pos());
            SpecificRecord other = versions.putIfAbsent(version, event);
            if (other != null && !other.equals(event)) {
                twice.add(version);
            }
        }
    }

    /** By topic how many records. */
    Map<String, Integer> sizes() {
        return sizes;
    }

    /** The versions that were told with different contents. */
    Set<String> twice() {
        return twice;
    }

    boolean knows(String offer) {
        return versions.keySet().stream().anyMatch(version -> version.contains("/" + offer + " "));
    }

    boolean told(String offer, String version) {
        return versions.keySet().stream().anyMatch(told -> told.endsWith("/" + offer + " " + version));
    }

    /** By offer its state and version. */
    Map<String, String> offers() {
        Map<String, String> offers = new TreeMap<>();
        ofType(Offer.class, Topics.OFFERS)
                .forEach(offer -> offers.put(offer.getOfferId(), offer.getState() + " " + offer.getVersion()));
        return offers;
    }

    /** Whether the offer holds a seat. */
    boolean binds(String id) {
        return ofType(Offer.class, Topics.OFFERS).stream()
                .anyMatch(offer -> offer.getOfferId().equals(id)
                        && SeasonCrowd.ACTIVE.contains(offer.getState().name()));
    }

    /** The students in the market who are not known elsewhere. */
    List<String> membersWithout(Predicate<String> known) {
        return ofType(StudentProfile.class, Topics.STUDENT_PROFILES).stream()
                .filter(student -> student.getState() == StudentState.ACTIVE)
                .map(StudentProfile::getStudentId)
                .filter(known.negate())
                .toList();
    }

    /** Whether the topic holds no contact of the person, or a tombstone as its last word. */
    boolean isErased(String person) {
        return !newest.getOrDefault(Topics.CONTACTS.name(), Map.of()).containsKey(person);
    }

    private <T extends SpecificRecord> List<T> ofType(Class<T> type, Topic<T> topic) {
        return newest.getOrDefault(topic.name(), Map.of()).values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
