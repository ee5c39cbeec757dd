package dev.talentpipeline.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.kit.problem.Correlation;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.slf4j.MDC;

/**
 * The log context of an event: whatever a thread logs while it handles one carries the event's id, the id of what it answers, and the correlation id of the request behind it. They lead to the
 * event's history and say nothing of a person; a header that is no id is left out, since anybody who writes to a topic may put anything there.
 */
public final class EventInLog implements AutoCloseable {

    /** By their headers, the keys under which they stand in the log context. */
    private static final Map<String, String> KEYS =
            Map.of("ce_id", "eventId", "correlationid", Correlation.MDC_KEY, "causationid", "causationId");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private EventInLog() {}

    /** This thread is at the event with these headers, and at no other, until what is given is closed. */
    public static EventInLog of(Headers headers) {
        enter(headers);
        return new EventInLog();
    }

    /** From now on this thread is at the event with these headers. */
    static void enter(Headers headers) {
        KEYS.forEach((header, key) -> {
            Header found = headers.lastHeader(header);
            String id = found == null || found.value() == null ? "" : new String(found.value(), UTF_8);
            if (ID.matcher(id).matches()) {
                MDC.put(key, id);
            } else {
                MDC.remove(key);
            }
        });
    }

    /** This thread is at no event any more. */
    static void leave() {
        KEYS.values().forEach(MDC::remove);
    }

    @Override
    public void close() {
        leave();
    }
}
