package dev.talentpipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a dead letter that is sent again to the group that set it aside says of itself, in headers beside those that it always had:
 *
 * <pre>
 *   redrive-record      the id under which the sender awaits what becomes of it
 *   redrive-topic       where it first stood, by which its reader knows what it is
 *   redrive-partition
 *   redrive-offset
 * </pre>
 *
 * The reader answers on {@link ConsumerGroup#redriven} under the same key, with {@code redrive-record} and {@code redrive-outcome}.
 *
 * @param record the sender's id of this sending
 * @param topic where the record first stood
 */
public record SentAgain(String record, String topic, int partition, long offset) {

    private static final String RECORD = "redrive-record";
    private static final String TOPIC = "redrive-topic";
    private static final String PARTITION = "redrive-partition";
    private static final String OFFSET = "redrive-offset";
    private static final String OUTCOME = "redrive-outcome";

    /** What became of a record that was sent again. */
    public enum Outcome {
        /** It changed something. */
        APPLIED,
        /** Its reader held it already, or something newer. */
        DROPPED,
        /** It could not be processed this time either, and was set aside again. */
        DEAD
    }

    /** An answer: which sending, and what became of it. */
    public record Answer(String record, Outcome outcome) {

        /** Reads it; empty: the headers hold none. */
        public static Optional<Answer> readFrom(Headers headers) {
            String record = get(headers, RECORD);
            String outcome = get(headers, OUTCOME);
            if (record == null || outcome == null) {
                return Optional.empty();
            }
            for (Outcome known : Outcome.values()) {
                if (known.name().equals(outcome)) {
                    return Optional.of(new Answer(record, known));
                }
            }
            return Optional.empty();
        }
    }

    /** Writes these over whatever the headers held under the same names. */
    public void writeTo(Headers headers) {
        put(headers, RECORD, record);
        put(headers, TOPIC, topic);
        put(headers, PARTITION, Integer.toString(partition));
        put(headers, OFFSET, Long.toString(offset));
    }

    /** Writes what became of it. */
    public void answer(Headers headers, Outcome outcome) {
        put(headers, RECORD, record);
        put(headers, OUTCOME, outcome.name());
    }

    /** Reads them back; empty: they are not all there, so that nobody who may has sent the record again. */
    public static Optional<SentAgain> readFrom(Headers headers) {
        String record = get(headers, RECORD);
        String topic = get(headers, TOPIC);
        String partition = get(headers, PARTITION);
        String offset = get(headers, OFFSET);
        if (record == null || topic == null || partition == null || offset == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SentAgain(record, topic, Integer.parseInt(partition), Long.parseLong(offset)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String get(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(UTF_8));
    }
}
