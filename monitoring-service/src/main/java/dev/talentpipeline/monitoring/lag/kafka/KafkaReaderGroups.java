package dev.talentpipeline.monitoring.lag.kafka;

import dev.talentpipeline.monitoring.lag.ReaderGroups;
import dev.talentpipeline.schemas.Channel;
import dev.talentpipeline.schemas.Channel.Kind;
import dev.talentpipeline.schemas.Channels;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Asks the broker, in four requests however many groups there are. */
@Component
final class KafkaReaderGroups implements ReaderGroups, DisposableBean {

    private static final long ANSWER_SECONDS = 10;
    private static final int ANSWER_MS = 9_000;

    /** What readers are behind in: events, and what is sent to them again. */
    private static final List<Channel> READ = Channels.ALL.stream()
            .filter(channel -> channel.kind() == Kind.EVENTS || channel.kind() == Kind.REDRIVE)
            .toList();

    private static final List<TopicPartition> PARTITIONS = READ.stream()
            .flatMap(channel -> IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(channel.name(), partition)))
            .toList();
    private static final Map<String, Set<String>> DECLARED = declared();

    /** Beside whose offsets accounts stand, and who read nothing. */
    private static final Set<String> ACCOUNTS = Stream.concat(
                    Stream.of(ConsumerGroup.values()).map(ConsumerGroup::accounts),
                    Topics.ALL.stream().map(topic -> Channels.written(topic.writer())))
            .collect(Collectors.toUnmodifiableSet());

    /** What is still asked when the service ends nobody waits for: with the broker away that would take as long as an answer may. */
    private static final Duration AT_THE_END = Duration.ofSeconds(1);

    private final Admin admin;

    KafkaReaderGroups(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS);
        admin = Admin.create(settings);
    }

    private static Map<String, Set<String>> declared() {
        Map<String, Set<String>> declared = new HashMap<>();
        for (Channel channel : READ) {
            channel.readers()
                    .forEach(reader -> declared.computeIfAbsent(reader, any -> new HashSet<>())
                            .add(channel.name()));
        }
        return Map.copyOf(declared);
    }

    @Override
    public List<Group> look() {
        Set<String> ids = new TreeSet<>(DECLARED.keySet());
        answer(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
                .map(GroupListing::groupId)
                .filter(id -> !ACCOUNTS.contains(id))
                .forEach(ids::add);
        Set<String> running = running(ids);
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = answer(admin.listConsumerGroupOffsets(
                        ids.stream().collect(Collectors.toMap(id -> id, id -> new ListConsumerGroupOffsetsSpec())))
                .all());
        Map<TopicPartition, Long> ends = ends();
        List<Group> groups = new ArrayList<>();
        for (String id : ids) {
            List<Reach> reaches =
                    reaches(committed.getOrDefault(id, Map.of()), DECLARED.getOrDefault(id, Set.of()), ends);
            if (DECLARED.containsKey(id) || !reaches.isEmpty()) {
                groups.add(new Group(id, DECLARED.containsKey(id), running.contains(id), reaches));
            }
        }
        return groups;
    }

    private static List<Reach> reaches(
            Map<TopicPartition, OffsetAndMetadata> committed, Set<String> declared, Map<TopicPartition, Long> ends) {
        List<Reach> reaches = new ArrayList<>();
        for (TopicPartition partition : PARTITIONS) {
            OffsetAndMetadata read = committed.get(partition);
            Long end = ends.get(partition);
            if (end != null && (read != null || declared.contains(partition.topic()))) {
                reaches.add(
                        new Reach(partition.topic(), partition.partition(), read == null ? null : read.offset(), end));
            }
        }
        return reaches;
    }

    private Map<TopicPartition, Long> ends() {
        Map<TopicPartition, Long> ends = new HashMap<>();
        answer(admin.listOffsets(
                                PARTITIONS.stream()
                                        .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest())),
                                // Nobody reads what is not committed yet.
                                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private Set<String> running(Collection<String> ids) {
        Set<String> running = new HashSet<>();
        admin.describeConsumerGroups(ids).describedGroups().forEach((id, described) -> {
            if (hasMembers(described)) {
                running.add(id);
            }
        });
        return running;
    }

    private static boolean hasMembers(KafkaFuture<ConsumerGroupDescription> group) {
        try {
            return !answer(group).members().isEmpty();
        } catch (GroupIdNotFoundException e) {
            // It is declared and has not started yet, so nobody reads for it.
            return false;
        }
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (TimeoutException e) {
            throw new KafkaException("The broker has not answered in time.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException fault ? fault : new KafkaException(e.getCause());
        }
    }

    @Override
    public void destroy() {
        admin.close(AT_THE_END);
    }
}
