package dev.talentpipeline.matching.topology;

import dev.talentpipeline.kit.kafka.UnappliableEventException;
import dev.talentpipeline.matching.market.LiveMarket;
import dev.talentpipeline.matching.market.LiveMarket.Kind;
import dev.talentpipeline.matching.market.LiveMarket.Outcome;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Puts the facts of input records into markets. */
final class Facts {

    private final Wire wire;

    Facts(Wire wire) {
        this.wire = wire;
    }

    /** What a record is about, as its topic and key say. */
    record Subject(Topic<?> topic, Kind kind, String key, String programmeId, String id) {}

    static boolean isInput(String name) {
        return input(name).isPresent();
    }

    /** The input topic of that name. */
    static Topic<?> topic(String name) {
        return input(name)
                .orElseThrow(() -> new IllegalStateException("topic (" + name + ") must be an input of this service."));
    }

    private static Optional<Topic<?>> input(String name) {
        return ConsumerGroup.MATCHING_SERVICE.topics().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst();
    }

    /**
     * Reads a key.
     *
     * @throws UnappliableEventException if it does not name what the topic is keyed by
     */
    static Subject subject(Topic<?> topic, @Nullable String key) {
        if (key == null) {
            throw new UnappliableEventException("key (null) of a record on " + topic.name() + " must be present.");
        }
        if (topic.equals(Topics.PROGRAMMES)) {
            return new Subject(topic, Kind.PROGRAMME, key, key, key);
        }
        int slash = key.indexOf('/');
        if (slash <= 0 || slash == key.length() - 1) {
            throw new UnappliableEventException(
                    "key (%s) of a record on %s must be programme/entity.".formatted(key, topic.name()));
        }
        Kind kind = topic.equals(Topics.STUDENT_PROFILES)
                ? Kind.STUDENT
                : topic.equals(Topics.INTERNSHIPS) ? Kind.INTERNSHIP : Kind.OFFER;
        return new Subject(topic, kind, key, key.substring(0, slash), key.substring(slash + 1));
    }

    /**
     * Puts what a record says into the market that it is about.
     *
     * @throws dev.talentpipeline.schemas.UnreadableEventException if the value is not an event of the topic
     * @throws UnappliableEventException if the event does not fit its key, or says what this version does not know
     * @throws dev.talentpipeline.matching.market.InvalidFactsException if the facts cannot be
     */
    Outcome put(Subject subject, byte[] value, LiveMarket market) {
        return switch (subject.kind()) {
            case PROGRAMME -> {
                var facts = FactsReader.programme(wire.decode(Topics.PROGRAMMES, value));
                requireSame(subject, facts.id(), facts.id());
                yield market.put(facts);
            }
            case STUDENT -> {
                var event = wire.decode(Topics.STUDENT_PROFILES, value);
                var facts = FactsReader.student(event);
                requireSame(subject, event.getProgrammeId(), facts.id());
                yield market.put(facts);
            }
            case INTERNSHIP -> {
                var event = wire.decode(Topics.INTERNSHIPS, value);
                var facts = FactsReader.internship(event);
                requireSame(subject, event.getProgrammeId(), facts.id());
                yield market.put(facts);
            }
            case OFFER -> {
                var event = wire.decode(Topics.OFFERS, value);
                var facts = FactsReader.offer(event);
                requireSame(subject, event.getProgrammeId(), facts.id());
                yield market.put(facts);
            }
        };
    }

    /**
     * The version that a record gives its entity.
     *
     * @throws dev.talentpipeline.schemas.UnreadableEventException if the value is not an event of the topic
     */
    long version(Subject subject, byte[] value) {
        SpecificRecord event = wire.decode(subject.topic(), value);
        return (long) event.get(event.getSchema().getField("version").pos());
    }

    private static void requireSame(Subject subject, String programmeId, String id) {
        if (!subject.programmeId().equals(programmeId) || !subject.id().equals(id)) {
            throw new UnappliableEventException(
                    "key (%s) must name what the event is about (%s, %s).".formatted(subject.key(), programmeId, id));
        }
    }
}
