package dev.talentpipeline.schemas;

import dev.talentpipeline.schemas.Channel.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The declared flow as an AsyncAPI 3 document: topics as channels, events as messages, and what each service sends and receives as operations. */
final class AsyncApiDocument {

    private static final String KAFKA_BINDING = "0.5.0";
    private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";
    private static final String SET_ASIDE = "SetAside";
    private static final String SENT_AGAIN = "SentAgain";
    private static final String ANSWER = "Redriven";

    private static final TypeReference<Object> ANYTHING = new TypeReference<>() {};

    private AsyncApiDocument() {}

    static Map<String, Object> of(List<Channel> channels) {
        return map(
                "asyncapi",
                "3.0.0",
                "info",
                map(
                        "title",
                        "Talent Pipeline events",
                        "version",
                        "1",
                        "description",
                        "Every event is the full new state of what it is about, with its version, which rises by one. Readers drop a version that they hold or have passed.",
                        "license",
                        map("name", "Apache 2.0")),
                "defaultContentType",
                "application/vnd.apache.avro",
                "channels",
                byName(channels.stream(), Channel::name, AsyncApiDocument::channel),
                "operations",
                operations(channels),
                "components",
                map("messages", messages(channels), "messageTraits", map("event", map("headers", eventHeaders()))));
    }

    private static Map<String, Object> channel(Channel channel) {
        return map(
                "address",
                channel.name(),
                "description",
                description(channel),
                "messages",
                byName(messagesOf(channel).stream(), name -> name, name -> reference("components/messages/" + name)),
                "bindings",
                map(
                        "kafka",
                        map(
                                "partitions",
                                Topics.PARTITIONS,
                                "topicConfiguration",
                                settings(channel),
                                "bindingVersion",
                                KAFKA_BINDING)),
                "x-partitioned-by",
                "the part of the key before its first slash, by murmur2");
    }

    private static String description(Channel channel) {
        String group = channel.group() == null ? "" : channel.group().id();
        return switch (channel.kind()) {
            case EVENTS -> doc(schema(Objects.requireNonNull(channel.topic())));
            case DEAD_LETTERS -> "What %s could not process, as it was, in the same partition.".formatted(group);
            case REDRIVE -> "Dead letters of %s on their way back to it, and to it alone.".formatted(group);
            case REDRIVEN -> "What %s says became of each that was sent to it again.".formatted(group);
        };
    }

    /** Names of the messages of a channel, as they stand in components. */
    private static List<String> messagesOf(Channel channel) {
        return switch (channel.kind()) {
            case EVENTS -> List.of(typeName(Objects.requireNonNull(channel.topic())));
            case DEAD_LETTERS -> List.of(typeName(Objects.requireNonNull(channel.topic())) + SET_ASIDE);
            case REDRIVE ->
                Objects.requireNonNull(channel.group()).topics().stream()
                        .map(topic -> typeName(topic) + SENT_AGAIN)
                        .toList();
            case REDRIVEN -> List.of(ANSWER);
        };
    }

    private static Map<String, Object> messages(List<Channel> channels) {
        Map<String, Object> messages = new LinkedHashMap<>();
        for (Topic<?> topic : Topics.ALL) {
            messages.put(
                    typeName(topic),
                    map(
                            "name",
                            topic.type().getName(),
                            "title",
                            typeName(topic),
                            "summary",
                            doc(schema(topic)),
                            "traits",
                            List.of(reference("components/messageTraits/event")),
                            "correlationId",
                            map("location", "$message.header#/correlationid"),
                            "payload",
                            map("schemaFormat", AVRO, "schema", avro(schema(topic))),
                            "bindings",
                            map(
                                    "kafka",
                                    map(
                                            "key",
                                            key(topic),
                                            "schemaIdLocation",
                                            "payload",
                                            "schemaIdPayloadEncoding",
                                            "4",
                                            "bindingVersion",
                                            KAFKA_BINDING))));
        }
        channels.stream()
                .filter(channel -> channel.kind() == Kind.DEAD_LETTERS)
                .map(channel -> Objects.requireNonNull(channel.topic()))
                .distinct()
                .forEach(topic -> {
                    messages.put(
                            typeName(topic) + SET_ASIDE,
                            raw(
                                    topic,
                                    "The record as it was, whatever it holds, with the reason.",
                                    headers(
                                            "kafka_dlt-original-topic", "Where it stood.",
                                            "kafka_dlt-original-partition", "Its partition there, 4 bytes.",
                                            "kafka_dlt-original-offset", "Its offset there, 8 bytes.",
                                            "kafka_dlt-exception-cause-fqcn", "What was thrown.",
                                            "kafka_dlt-exception-message", "The reason in words.")));
                    messages.put(
                            typeName(topic) + SENT_AGAIN,
                            raw(
                                    topic,
                                    "The record as it was, with its event id.",
                                    headers(
                                            "redrive-record", "The id under which its sender awaits an answer.",
                                            "redrive-topic", "Where it first stood.",
                                            "redrive-partition", "Its partition there.",
                                            "redrive-offset", "Its offset there.")));
                });
        messages.put(
                ANSWER,
                map(
                        "name",
                        ANSWER,
                        "title",
                        ANSWER,
                        "summary",
                        "What became of a record that was sent again.",
                        "contentType",
                        "text/plain",
                        "headers",
                        headers(
                                "redrive-record", "Of which sending it is the answer.",
                                "redrive-outcome", "The same as the value."),
                        "payload",
                        map(
                                "type",
                                "string",
                                "enum",
                                Stream.of(SentAgain.Outcome.values())
                                        .map(Enum::name)
                                        .toList())));
        return messages;
    }

    private static Map<String, Object> raw(Topic<?> topic, String summary, Map<String, Object> headers) {
        return map(
                "name",
                topic.type().getName(),
                "title",
                typeName(topic),
                "summary",
                summary,
                "contentType",
                "application/octet-stream",
                "headers",
                headers,
                "traits",
                List.of(reference("components/messageTraits/event")),
                "bindings",
                map("kafka", map("key", key(topic), "bindingVersion", KAFKA_BINDING)));
    }

    private static Map<String, Object> eventHeaders() {
        Map<String, Object> headers = headers(
                "ce_specversion", "Always 1.0: CloudEvents in binary mode.",
                "ce_id", "Unique for each event; one that is delivered or sent again keeps it.",
                "ce_type", "The event type's full name.",
                "ce_source", "The service that wrote it.",
                "ce_time", "When it was written.",
                "ce_subject", "The record's key.",
                "correlationid", "The same for all that one request brought about.",
                "causationid", "The id of the event that this one answers.",
                "traceparent", "W3C trace context.",
                "toldagain", "There if its writer may have told the event before: it was about to when another died.");
        headers.put("required", List.of("ce_id", "ce_type", "ce_source", "ce_time", "ce_subject"));
        return headers;
    }

    private static Map<String, Object> headers(String... namesAndMeanings) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int i = 0; i < namesAndMeanings.length; i += 2) {
            properties.put(namesAndMeanings[i], map("type", "string", "description", namesAndMeanings[i + 1]));
        }
        return map("type", "object", "properties", properties);
    }

    private static Map<String, Object> operations(List<Channel> channels) {
        Map<String, Object> operations = new LinkedHashMap<>();
        for (Channel channel : channels) {
            channel.writers()
                    .forEach(writer -> operations.put(
                            writer + "-sends-" + channel.name(), operation("send", writer, channel, Map.of())));
            channel.readers()
                    .forEach(reader -> operations.put(
                            reader + "-receives-" + channel.name(),
                            operation(
                                    "receive",
                                    reader,
                                    channel,
                                    map(
                                            "kafka",
                                            map(
                                                    "groupId",
                                                    map("type", "string", "enum", List.of(reader)),
                                                    "bindingVersion",
                                                    KAFKA_BINDING)))));
        }
        return operations;
    }

    private static Map<String, Object> operation(
            String action, String service, Channel channel, Map<String, Object> bindings) {
        Map<String, Object> operation = map(
                "action",
                action,
                "channel",
                reference("channels/" + channel.name()),
                "tags",
                List.of(map("name", service)),
                "messages",
                messagesOf(channel).stream()
                        .map(name -> reference("channels/" + channel.name() + "/messages/" + name))
                        .toList());
        if (!bindings.isEmpty()) {
            operation.put("bindings", bindings);
        }
        return operation;
    }

    private static Map<String, Object> settings(Channel channel) {
        Map<String, Object> settings = new LinkedHashMap<>();
        channel.settings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(setting -> settings.put(
                        setting.getKey(),
                        setting.getKey().equals("cleanup.policy")
                                ? List.of(setting.getValue())
                                : (Object) Long.valueOf(setting.getValue())));
        return settings;
    }

    private static Map<String, Object> key(Topic<?> topic) {
        return map(
                "type",
                "string",
                "description",
                switch (topic.keyedBy()) {
                    case PROGRAMME -> "programmeId";
                    case ENTITY_OF_PROGRAMME ->
                        topic.equals(Topics.PLACEMENT_OFFERS)
                                ? "programmeId/studentId"
                                : "programmeId/id of what it is about";
                    case PERSON -> "personId";
                    case NOTICE_OF_PERSON -> "personId/noticeId";
                });
    }

    private static Schema schema(Topic<?> topic) {
        return SpecificData.get().getSchema(topic.type());
    }

    private static String doc(Schema schema) {
        return Objects.requireNonNullElse(schema.getDoc(), "");
    }

    private static String typeName(Topic<?> topic) {
        return topic.type().getSimpleName();
    }

    /** The schema as it was written: how Java holds its strings is nobody else's concern. */
    private static Object avro(Schema schema) {
        return plain(JsonMapper.shared().readValue(schema.toString(), ANYTHING));
    }

    private static Object plain(Object part) {
        return switch (part) {
            case List<?> items -> {
                List<Object> plain = new ArrayList<>();
                items.forEach(item -> plain.add(plain(item)));
                yield plain;
            }
            case Map<?, ?> object
            when object.containsKey("avro.java.string") && object.size() == 2 ->
                Objects.requireNonNull(object.get("type"));
            case Map<?, ?> object -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                object.forEach((name, value) -> {
                    if (!name.equals("avro.java.string")) {
                        plain.put((String) name, value == null ? null : plain(value));
                    }
                });
                yield plain;
            }
            default -> part;
        };
    }

    private static <T> Map<String, Object> byName(Stream<T> of, Function<T, String> name, Function<T, ?> part) {
        Map<String, Object> named = new LinkedHashMap<>();
        of.forEach(each -> named.put(name.apply(each), part.apply(each)));
        return named;
    }

    private static Map<String, Object> reference(String to) {
        return map("$ref", "#/" + to);
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
