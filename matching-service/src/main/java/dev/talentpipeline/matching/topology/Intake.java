package dev.talentpipeline.matching.topology;

import dev.talentpipeline.kit.kafka.UnappliableEventException;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.LiveMarket.Kind;
import dev.talentpipeline.matching.market.LiveMarket.Outcome;
import dev.talentpipeline.matching.market.Offer;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Brings one record into the market: into the memory of its programme and into the stores, both or neither. A record that is not newer than
 * what is held changes nothing, and one without a value erases what its key names.
 */
final class Intake {

    private final Desks desks;
    private final MarketStores stores;
    private final Emitter emitter;
    private final Wire wire;

    Intake(Desks desks, MarketStores stores, Emitter emitter, Wire wire) {
        this.desks = desks;
        this.stores = stores;
        this.emitter = emitter;
        this.wire = wire;
    }

    /** What a record is about, as its topic and key say. */
    record Subject(Topic<?> topic, Kind kind, String key, String programmeId, String id) {}

    /** The input topic of that name. */
    static Topic<?> topic(String name) {
        return ConsumerGroup.MATCHING_SERVICE.topics().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("topic (" + name + ") must be an input of this service."));
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
     * Takes a record.
     *
     * @throws dev.talentpipeline.schemas.UnreadableEventException if the value is not an event of the topic
     * @throws UnappliableEventException if the event does not fit its key, or says what this version does not know
     * @throws dev.talentpipeline.matching.market.InvalidFactsException if the facts cannot be
     */
    Outcome take(Subject subject, byte @Nullable [] value) {
        if (value == null) {
            return erase(subject);
        }
        ProgrammeDesk desk = desks.of(subject.programmeId());
        Outcome outcome = switch (subject.kind()) {
            case PROGRAMME -> {
                Programme facts = FactsReader.programme(wire.decode(Topics.PROGRAMMES, value));
                requireSame(subject, facts.id(), facts.id());
                yield desk.live().put(facts);
            }
            case STUDENT -> {
                var event = wire.decode(Topics.STUDENT_PROFILES, value);
                Student facts = FactsReader.student(event);
                requireSame(subject, event.getProgrammeId(), facts.id());
                yield desk.live().put(facts);
            }
            case INTERNSHIP -> {
                var event = wire.decode(Topics.INTERNSHIPS, value);
                Internship facts = FactsReader.internship(event);
                requireSame(subject, event.getProgrammeId(), facts.id());
                yield desk.live().put(facts);
            }
            case OFFER -> {
                var event = wire.decode(Topics.OFFERS, value);
                Offer facts = FactsReader.offer(event);
                requireSame(subject, event.getProgrammeId(), facts.id());
                yield answer(desk, facts);
            }
        };
        if (outcome != Outcome.SUPERSEDED) {
            stores.keep(subject.topic(), subject.key(), value);
            stores.leftOut(subject.programmeId(), subject.kind(), subject.id(), false);
        }
        return outcome;
    }

    private Outcome answer(ProgrammeDesk desk, Offer offer) {
        Outcome outcome = desk.live().put(offer);
        if (outcome != Outcome.SUPERSEDED) {
            settle(desk, offer.id());
        }
        return outcome;
    }

    private void settle(ProgrammeDesk desk, String offerId) {
        desk.settle(offerId);
        stores.settle(desk.programmeId(), offerId);
    }

    private static void requireSame(Subject subject, String programmeId, String id) {
        if (!subject.programmeId().equals(programmeId) || !subject.id().equals(id)) {
            throw new UnappliableEventException(
                    "key (%s) must name what the event is about (%s, %s).".formatted(subject.key(), programmeId, id));
        }
    }

    private Outcome erase(Subject subject) {
        ProgrammeDesk desk = desks.of(subject.programmeId());
        desk.live().erase(subject.kind(), subject.id());
        stores.forget(subject.topic(), subject.key());
        stores.leftOut(subject.programmeId(), subject.kind(), subject.id(), false);
        if (subject.kind() == Kind.OFFER) {
            settle(desk, subject.id());
        }
        if (subject.kind() == Kind.INTERNSHIP && desk.cutoff(subject.id()).isPresent()) {
            desk.forgetCutoff(subject.id());
            stores.forgetCutoff(subject.programmeId(), subject.id());
            emitter.erasedCutoff(subject.key());
        }
        return Outcome.STIRRING;
    }

    /** Leaves out what the record is about, since its newest facts are not known here. */
    void leaveOut(Subject subject) {
        desks.of(subject.programmeId()).live().leaveOut(subject.kind(), subject.id());
        stores.leftOut(subject.programmeId(), subject.kind(), subject.id(), true);
    }
}
