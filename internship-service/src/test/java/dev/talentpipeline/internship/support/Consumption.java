package dev.talentpipeline.internship.support;

import dev.talentpipeline.stack.Infrastructure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the service is with reading what others wrote, for whoever waited for it in vain. */
final class Consumption {

    private static final String GROUP = "internship-service";
    private static final int FRAMES = 25;

    private Consumption() {}

    /** The group's state and members, what is unread, and what the listeners' threads do. */
    static String now() {
        return group() + "\n" + threads();
    }

    private static String group() {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                Infrastructure.shared().bootstrapServers()))) {
            ConsumerGroupDescription group = admin.describeConsumerGroups(List.of(GROUP))
                    .describedGroups()
                    .get(GROUP)
                    .get();
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<String, Long> unread = new TreeMap<>();
            admin.listOffsets(read.keySet().stream().collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .forEach((partition, end) -> unread.put(
                            partition.toString(),
                            end.offset() - read.get(partition).offset()));
            return "group %s, members %s, unread %s"
                    .formatted(
                            group.groupState(),
                            group.members().stream()
                                    .map(member -> member.consumerId() + "="
                                            + member.assignment().topicPartitions())
                                    .toList(),
                            unread);
        } catch (ExecutionException e) {
            return "group: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "group: interrupted";
        }
    }

    private static String threads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().contains("-C-"))
                .map(thread -> thread.getKey().getName() + "\n"
                        + Arrays.stream(thread.getValue())
                                .limit(FRAMES)
                                .map(frame -> "    " + frame)
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }
}
