package dev.talentpipeline.schemas;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * One topic of the catalogue: what it is called, what it carries, and how long it keeps it. A topic carries exactly one type.
 *
 * @param name the topic's name
 * @param type the event type it carries
 * @param keyedBy what its record keys are made of
 * @param retention how long records are kept
 * @param writer the one service that writes it, as {@code ce_source} names it
 * @param <T> the event type it carries
 */
public record Topic<T extends SpecificRecord>(
        String name, Class<T> type, KeyedBy keyedBy, Retention retention, String writer) {

    /**
     * What a record key is made of. The part before the slash chooses the partition.
     *
     * <pre>
     *   PROGRAMME             demo
     *   ENTITY_OF_PROGRAMME   demo/3f0c…
     *   PERSON                91ab…
     *   NOTICE_OF_PERSON      91ab…/77d2…
     * </pre>
     */
    public enum KeyedBy {
        PROGRAMME,
        ENTITY_OF_PROGRAMME,
        PERSON,
        NOTICE_OF_PERSON
    }

    /** How long a topic keeps its records, as settings of the broker. */
    public enum Retention {
        /** The newest state of every key, for ever; every older state for a season, so that a clearing can be replayed. */
        LATEST_PER_KEY(
                Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", String.valueOf(Retention.SEASON_MS))),
        /** The newest state of every key; older states and tombstones are gone within the erasure window of 24 hours. */
        LATEST_PER_KEY_ERASABLE(Map.of(
                "cleanup.policy", "compact",
                "segment.ms", "14400000",
                "max.compaction.lag.ms", "28800000",
                "delete.retention.ms", "14400000")),
        /** Every record, for a season. */
        SEASON(Map.of("cleanup.policy", "delete", "retention.ms", String.valueOf(Retention.SEASON_MS)));

        private static final long SEASON_MS = 270L * 24 * 60 * 60 * 1000;

        @SuppressWarnings("ImmutableEnumChecker") // The map is unmodifiable; the interface cannot say so.
        private final Map<String, String> settings;

        Retention(Map<String, String> settings) {
            this.settings = settings;
        }

        /** The broker's topic settings that bring this about. */
        public Map<String, String> settings() {
            return settings;
        }
    }

    /**
     * How large a record may be on topics that hold others' records, and for who writes there. A dead letter is larger than the record by its reason: one that barely fitted
     * on its topic must not find itself without a place.
     */
    public static final int LARGEST_SET_ASIDE_BYTES = 4 * 1024 * 1024;

    /** The key of an entity in a programme: {@code programmeId/entityId}. */
    public static String key(String programmeId, String entityId) {
        if (programmeId.isEmpty() || programmeId.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "programmeId (%s) must be neither empty nor contain a slash. Maybe a whole key was passed."
                            .formatted(programmeId));
        }
        return programmeId + '/' + entityId;
    }

    /** Where the records go that the group could not read or apply, with their reason in the headers. */
    public String deadLetters(ConsumerGroup group) {
        return name + '-' + group.id() + "-dlt";
    }

    /** The registry's subject under which the schemas of this topic's values are kept. */
    public String subject() {
        return name + "-value";
    }
}
