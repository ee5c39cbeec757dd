package dev.talentpipeline.internship.outbox.kafka;

import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.Deed.Concerned;
import dev.talentpipeline.internship.audit.Deed.Entity;
import dev.talentpipeline.internship.refusal.Violations;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail keeps of an event: that an entity got a new version, and of its content the ids, states, numbers and dates by which
 * the promises can be checked again afterwards. Fields are taken by name, so that one that is new, and may be personal, stays out.
 */
final class AuditedEvent {

    /** Field of an event to fact on the trail. */
    private static final Map<String, String> FACTS = Map.ofEntries(
            Map.entry("programmeId", "programme"),
            Map.entry("studentId", "student"),
            Map.entry("internshipId", "internship"),
            Map.entry("personId", "person"),
            Map.entry("offerId", "offer"),
            Map.entry("placementId", "placement"),
            Map.entry("university", "university"),
            Map.entry("company", "company"),
            Map.entry("owner", "owner"),
            Map.entry("state", "state"),
            Map.entry("seats", "seats"),
            Map.entry("replaces", "replaces"),
            Map.entry("clearing", "clearing"),
            Map.entry("startsOn", "startsOn"),
            Map.entry("endsOn", "endsOn"),
            Map.entry("daysPerWeek", "daysPerWeek"),
            Map.entry("consent", "consent"));

    /** Events whose name is not the entity's word. */
    private static final Map<String, String> KINDS = Map.of("StudentProfile", "STUDENT", "Contact", "PERSON");

    /** The kind of imports whose organisation is a company. */
    private static final String COMPANIES = "OPENINGS";

    private AuditedEvent() {}

    static Deed of(String key, long version, SpecificRecord event) {
        Map<String, String> facts = facts(event);
        return Deed.changed(
                new Entity(kind(event.getSchema().getName()), key.substring(key.indexOf('/') + 1)),
                version,
                concerned(event, facts),
                facts);
    }

    private static String kind(String type) {
        return KINDS.getOrDefault(
                type, type.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT));
    }

    private static Map<String, String> facts(SpecificRecord event) {
        Map<String, String> facts = new HashMap<>();
        for (Schema.Field field : event.getSchema().getFields()) {
            String fact = FACTS.get(field.name());
            Object value = fact == null ? null : event.get(field.pos());
            if (fact != null && value != null) {
                facts.put(fact, value.toString());
            }
        }
        return facts;
    }

    /** The organisations that the event names. A rejected proposal is the matcher's affair: no party ever saw it. */
    private static Concerned concerned(SpecificRecord event, Map<String, String> facts) {
        if ("REJECTED".equals(facts.get("state"))) {
            return Concerned.NOBODY;
        }
        String owner = facts.get("owner");
        String organisation = text(event, "organisation");
        boolean ofCompany = COMPANIES.equals(text(event, "kind"));
        String university = facts.getOrDefault("university", ofCompany ? null : organisation);
        return new Concerned(
                university == null ? owner : university,
                facts.getOrDefault("company", ofCompany ? organisation : owner),
                Violations.id(facts.get("person")));
    }

    private static @Nullable String text(SpecificRecord event, String name) {
        Schema.Field field = event.getSchema().getField(name);
        Object value = field == null ? null : event.get(field.pos());
        return value == null ? null : value.toString();
    }
}
