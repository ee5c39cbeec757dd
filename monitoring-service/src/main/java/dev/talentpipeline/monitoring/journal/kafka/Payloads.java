package dev.talentpipeline.monitoring.journal.kafka;

import dev.talentpipeline.schemas.Topic;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Turns what may be kept of an event into values that JSON has. */
final class Payloads {

    private Payloads() {}

    static Map<String, Object> of(Topic<?> topic, SpecificRecord event) {
        return fields(event, KeptFields.of(topic));
    }

    private static Map<String, Object> fields(SpecificRecord event, @Nullable Set<String> kept) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : event.getSchema().getFields()) {
            Object value = event.get(field.pos());
            if (value != null && (kept == null || kept.contains(field.name()))) {
                fields.put(field.name(), json(value));
            }
        }
        return fields;
    }

    private static Object json(Object value) {
        return switch (value) {
            // Of what is kept at all, all parts are.
            case SpecificRecord part -> fields(part, null);
            case Collection<?> items -> items.stream().map(Payloads::json).toList();
            case Map<?, ?> entries -> {
                Map<String, Object> named = new LinkedHashMap<>();
                entries.forEach((name, entry) -> named.put(Texts.storable(String.valueOf(name)), json(entry)));
                yield named;
            }
            case Number number -> number;
            case Boolean flag -> flag;
            default -> Texts.storable(value.toString());
        };
    }
}
