package dev.talentpipeline.schemas;

import dev.talentpipeline.schemas.Channel.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The declared flow: every topic of the broker with who writes and who reads it. It follows from {@link Topics} and {@link ConsumerGroup}; topics are created from it, what is seen is set
 * against it, and {@code docs/asyncapi.yaml} is it in writing.
 */
public final class Channels {

    /** Who reads everything, to tell operations, and sends again what was set aside. It applies nothing, and so has no dead letters. */
    public static final String MONITORING = "monitoring-service";

    public static final List<Channel> ALL = all();

    private Channels() {}

    /** The group beside whose offsets a writer keeps account of what it has written. Nobody belongs to it. */
    public static String written(String writer) {
        return writer + "-written";
    }

    private static List<Channel> all() {
        List<Channel> all = new ArrayList<>();
        for (Topic<?> topic : Topics.ALL) {
            all.add(new Channel(
                    topic.name(),
                    Kind.EVENTS,
                    topic,
                    null,
                    topic.retention().settings(),
                    List.of(topic.writer()),
                    readers(topic)));
        }
        Map<String, String> season = Topic.Retention.SEASON.settings();
        Map<String, String> setAside = new HashMap<>(season);
        setAside.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topic.LARGEST_SET_ASIDE_BYTES));
        for (ConsumerGroup group : ConsumerGroup.values()) {
            for (Topic<?> topic : group.topics()) {
                all.add(new Channel(
                        topic.deadLetters(group),
                        Kind.DEAD_LETTERS,
                        topic,
                        group,
                        setAside,
                        List.of(group.id()),
                        List.of(MONITORING)));
            }
            all.add(new Channel(
                    group.redrive(), Kind.REDRIVE, null, group, setAside, List.of(MONITORING), List.of(group.id())));
            all.add(new Channel(
                    group.redriven(), Kind.REDRIVEN, null, group, season, List.of(group.id()), List.of(MONITORING)));
        }
        return List.copyOf(all);
    }

    private static List<String> readers(Topic<?> topic) {
        return Stream.concat(
                        Stream.of(MONITORING),
                        Stream.of(ConsumerGroup.values())
                                .filter(group -> group.topics().contains(topic))
                                .map(ConsumerGroup::id))
                .toList();
    }
}
