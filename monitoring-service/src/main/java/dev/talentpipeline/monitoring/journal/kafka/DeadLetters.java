package dev.talentpipeline.monitoring.journal.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.monitoring.journal.DeadLetter;
import dev.talentpipeline.schemas.ConsumerGroup;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/** Reads why a record was set aside. What a fault says may hold anything that stood in the record, so only the project's own sentences are kept, without values. */
final class DeadLetters {

    private static final String OWN = "dev.talentpipeline.";
    /** After it, the listener's container gives the message of what was thrown. */
    private static final String THROWN = "; ";

    private static final Pattern VALUE = Pattern.compile("\\([^)]*\\)|\"[^\"]*\"|“[^”]*”");
    private static final int LONGEST = 300;

    private DeadLetters() {}

    static DeadLetter of(ConsumerGroup group, Headers headers) {
        String cause = Objects.requireNonNullElse(
                text(headers, KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN),
                Objects.requireNonNullElse(text(headers, KafkaHeaders.DLT_EXCEPTION_FQCN), "unknown"));
        String message = text(headers, KafkaHeaders.DLT_EXCEPTION_MESSAGE);
        return new DeadLetter(
                group.id(),
                Objects.requireNonNullElse(Texts.id(cause.substring(cause.lastIndexOf('.') + 1)), "unknown"),
                cause.startsWith(OWN) && message != null ? withoutValues(message) : null);
    }

    /** Where the record first stood, as {@code topic/partition/offset}; null: its headers do not say. */
    static @Nullable String firstStood(Headers headers) {
        String topic = text(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC);
        Header partition = headers.lastHeader(KafkaHeaders.DLT_ORIGINAL_PARTITION);
        Header offset = headers.lastHeader(KafkaHeaders.DLT_ORIGINAL_OFFSET);
        return topic == null || !holds(partition, Integer.BYTES) || !holds(offset, Long.BYTES)
                ? null
                : "%s/%d/%d"
                        .formatted(
                                topic,
                                ByteBuffer.wrap(partition.value()).getInt(),
                                ByteBuffer.wrap(offset.value()).getLong());
    }

    private static boolean holds(@Nullable Header header, int bytes) {
        return header != null && header.value() != null && header.value().length == bytes;
    }

    private static String withoutValues(String message) {
        String thrown =
                message.substring(message.lastIndexOf(THROWN) < 0 ? 0 : message.lastIndexOf(THROWN) + THROWN.length());
        String masked = VALUE.matcher(Texts.storable(thrown)).replaceAll("(…)");
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST);
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
