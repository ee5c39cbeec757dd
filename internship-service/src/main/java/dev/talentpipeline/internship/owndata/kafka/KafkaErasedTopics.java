package dev.talentpipeline.internship.owndata.kafka;

import dev.talentpipeline.internship.owndata.ErasedTopics;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases on topics what has a tombstone. While an erasure is under way, and only then, the topics that are concerned compact at once and
 * down to the newest record of each key; otherwise {@code student-profiles} would keep older states for a season, and a quiet partition
 * would never compact at all, since a broker never compacts the segment that is being written. The repeated tombstones make it begin new ones.
 */
@Component
final class KafkaErasedTopics implements ErasedTopics {

    private static final List<String> COMPACTION =
            List.of("segment.ms", "min.compaction.lag.ms", "max.compaction.lag.ms", "min.cleanable.dirty.ratio");

    private final JdbcClient jdbc;
    private final Map<String, Object> adminSettings;
    private final TopicScan scan;
    private final DeadLetterErasure deadLetters;

    KafkaErasedTopics(JdbcClient jdbc, KafkaProperties kafka) {
        this.jdbc = jdbc;
        this.adminSettings = Map.copyOf(kafka.buildAdminProperties());
        this.scan = new TopicScan(kafka.buildConsumerProperties());
        this.deadLetters = new DeadLetterErasure(scan, kafka.buildProducerProperties());
    }

    @Override
    public void letGo(List<UUID> people, Duration within) {
        String ms = Long.toString(within.toMillis());
        Map<String, String> atOnce = Map.of(
                "segment.ms",
                ms,
                "min.compaction.lag.ms",
                "0",
                "max.compaction.lag.ms",
                ms,
                "min.cleanable.dirty.ratio",
                "0");
        try (Admin admin = Admin.create(adminSettings)) {
            Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
            concerned(admin, erased(people))
                    .forEach(topic -> changes.put(
                            resource(topic),
                            atOnce.entrySet().stream()
                                    .map(setting -> set(setting.getKey(), setting.getValue()))
                                    .toList()));
            // What is sent again was read within moments; whatever was not stands among the dead letters still.
            sentAgain(admin)
                    .forEach(topic ->
                            changes.put(resource(topic), List.of(set("retention.ms", ms), set("segment.ms", ms))));
            Admins.await(admin.incrementalAlterConfigs(changes).all());
        }
    }

    @Override
    public void keepAgain() {
        try (Admin admin = Admin.create(adminSettings)) {
            Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
            for (Topic<?> topic : Topics.ALL) {
                changes.put(resource(topic.name()), asDeclared(topic.retention().settings()));
            }
            changelogs(admin).forEach(topic -> changes.put(resource(topic), asDeclared(Map.of())));
            sentAgain(admin)
                    .forEach(topic -> changes.put(
                            resource(topic),
                            Stream.of("retention.ms", "segment.ms")
                                    .map(name -> asDeclared(name, Topic.Retention.SEASON.settings()))
                                    .toList()));
            Set<String> there = names(admin);
            changes.keySet().removeIf(topic -> !there.contains(topic.name()));
            Admins.await(admin.incrementalAlterConfigs(changes).all());
        }
    }

    @Override
    public void emptyDeadLetters(List<UUID> people) {
        try (Admin admin = Admin.create(adminSettings)) {
            Map<String, Set<String>> keys = byTopic(erased(people));
            for (ConsumerGroup group : ConsumerGroup.values()) {
                for (Topic<?> topic : group.topics()) {
                    deadLetters.erase(admin, topic.deadLetters(group), keys.getOrDefault(topic.name(), Set.of()));
                }
            }
        }
    }

    @Override
    public boolean areClean(List<UUID> people) {
        List<ErasedKey> erased = erased(people);
        Map<String, Set<String>> keys = byTopic(erased);
        Set<String> allKeys = erased.stream().map(ErasedKey::key).collect(Collectors.toSet());
        try (Admin admin = Admin.create(adminSettings)) {
            Set<String> inStores = new HashSet<>();
            erased.forEach(key -> inStores.add(key.topic() + "/" + key.key()));
            return keys.entrySet().stream().noneMatch(topic -> scan.holds(topic.getKey(), topic.getValue()))
                    && changelogs(admin).stream().noneMatch(changelog -> scan.holds(changelog, inStores))
                    && Arrays.stream(ConsumerGroup.values())
                            .flatMap(group -> group.topics().stream()
                                    .map(topic -> Map.entry(
                                            topic.deadLetters(group), keys.getOrDefault(topic.name(), Set.of()))))
                            .noneMatch(letters -> scan.holds(letters.getKey(), letters.getValue()))
                    && sentAgain(admin).stream().noneMatch(topic -> scan.holds(topic, allKeys));
        }
    }

    /** What was taken off a topic for good. */
    private record ErasedKey(String topic, String key) {}

    private List<ErasedKey> erased(List<UUID> people) {
        return jdbc.sql("select topic, key from erased_key where person = any(?)")
                .param(people.toArray(UUID[]::new))
                .query((row, number) -> new ErasedKey(row.getString("topic"), row.getString("key")))
                .list();
    }

    private static Map<String, Set<String>> byTopic(List<ErasedKey> erased) {
        Map<String, Set<String>> byTopic = new HashMap<>();
        erased.forEach(key ->
                byTopic.computeIfAbsent(key.topic(), topic -> new HashSet<>()).add(key.key()));
        return byTopic;
    }

    private static Set<String> concerned(Admin admin, List<ErasedKey> erased) {
        Set<String> topics = new HashSet<>(changelogs(admin));
        erased.forEach(key -> topics.add(key.topic()));
        return topics;
    }

    /** What the state stores of the platform's own services are kept in; their keys are {@code TOPIC/RECORD-KEY}. */
    private static List<String> changelogs(Admin admin) {
        return names(admin).stream()
                .filter(topic -> topic.endsWith("-changelog")
                        && Stream.of(ConsumerGroup.values()).anyMatch(group -> topic.startsWith(group.id() + "-")))
                .toList();
    }

    /** Where dead letters come to their readers again, as far as there are such topics. */
    private static List<String> sentAgain(Admin admin) {
        Set<String> there = names(admin);
        return Arrays.stream(ConsumerGroup.values())
                .map(ConsumerGroup::redrive)
                .filter(there::contains)
                .toList();
    }

    private static Set<String> names(Admin admin) {
        return Admins.await(admin.listTopics().names());
    }

    private static Collection<AlterConfigOp> asDeclared(Map<String, String> declared) {
        return COMPACTION.stream().map(name -> asDeclared(name, declared)).toList();
    }

    private static AlterConfigOp asDeclared(String name, Map<String, String> declared) {
        String value = declared.get(name);
        return value == null ? new AlterConfigOp(new ConfigEntry(name, null), OpType.DELETE) : set(name, value);
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), OpType.SET);
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
