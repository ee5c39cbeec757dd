package dev.talentpipeline.monitoring.journal.kafka;

import dev.talentpipeline.monitoring.journal.Entity;
import dev.talentpipeline.monitoring.journal.EntityKind;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A topic that the journal reads: one of the catalogue, or where a reader of it sets aside what it could not process.
 *
 * @param topic of the catalogue, which says what the records are
 * @param reader whose dead letters they are; null: they are none
 */
record ReadTopic(Topic<?> topic, @Nullable ConsumerGroup reader) {

    private static final Map<Topic<?>, About> ABOUT = Map.ofEntries(
            Map.entry(Topics.PROGRAMMES, new About(EntityKind.PROGRAMME, "programmeId")),
            Map.entry(Topics.STUDENT_PROFILES, new About(EntityKind.STUDENT, "studentId")),
            Map.entry(Topics.INTERNSHIPS, new About(EntityKind.INTERNSHIP, "internshipId")),
            Map.entry(Topics.PLACEMENT_OFFERS, new About(EntityKind.OFFER, "offerId")),
            Map.entry(Topics.OFFERS, new About(EntityKind.OFFER, "offerId")),
            Map.entry(Topics.PLACEMENTS, new About(EntityKind.PLACEMENT, "placementId")),
            Map.entry(Topics.MEETINGS, new About(EntityKind.MEETING, "meetingId")),
            Map.entry(Topics.IMPORTS, new About(EntityKind.IMPORT, "importId")),
            Map.entry(Topics.CLEARINGS, new About(EntityKind.PROGRAMME, "programmeId")),
            Map.entry(Topics.CUTOFFS, new About(EntityKind.INTERNSHIP, "internshipId")),
            Map.entry(Topics.CONTACTS, new About(EntityKind.PERSON, "personId")),
            Map.entry(Topics.ERASURES, new About(EntityKind.PERSON, "personId")),
            Map.entry(Topics.NOTICES, new About(EntityKind.NOTICE, "noticeId")));

    private static final Map<String, ReadTopic> ALL = all();

    /** What the events of a topic are about, and which field names it. */
    private record About(EntityKind kind, String field) {}

    private static Map<String, ReadTopic> all() {
        Map<String, ReadTopic> all = new LinkedHashMap<>();
        Topics.ALL.forEach(topic -> all.put(topic.name(), new ReadTopic(topic, null)));
        for (ConsumerGroup group : ConsumerGroup.values()) {
            group.topics().forEach(topic -> all.put(topic.deadLetters(group), new ReadTopic(topic, group)));
        }
        return all;
    }

    static String[] names() {
        return ALL.keySet().toArray(String[]::new);
    }

    static boolean isRead(String name) {
        return ALL.containsKey(name);
    }

    static ReadTopic named(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    /** What the event is about; null if it does not say. */
    @Nullable Entity entityOf(Map<String, Object> payload) {
        About about = about();
        String id = Texts.id(Objects.toString(payload.get(about.field()), null));
        return id == null ? null : new Entity(about.kind(), id);
    }

    /** The same by the key alone, where the record says nothing; null where the key is another's. */
    @Nullable Entity entityOf(@Nullable String key) {
        if (key == null) {
            return null;
        }
        int slash = key.indexOf('/');
        String id = switch (topic.keyedBy()) {
            case PROGRAMME, PERSON -> key;
            // Proposals have the key of their student.
            case ENTITY_OF_PROGRAMME ->
                topic.equals(Topics.PLACEMENT_OFFERS) || slash < 0 ? null : key.substring(slash + 1);
            case NOTICE_OF_PERSON -> slash < 0 ? null : key.substring(slash + 1);
        };
        String found = Texts.id(id);
        return found == null ? null : new Entity(about().kind(), found);
    }

    EntityKind kind() {
        return about().kind();
    }

    private About about() {
        return Objects.requireNonNull(ABOUT.get(topic), topic.name());
    }
}
