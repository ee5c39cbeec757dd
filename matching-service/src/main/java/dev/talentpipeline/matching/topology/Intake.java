package dev.talentpipeline.matching.topology;

import dev.talentpipeline.matching.market.LiveMarket.Kind;
import dev.talentpipeline.matching.market.LiveMarket.Outcome;
import dev.talentpipeline.matching.topology.Facts.Subject;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings one record into the market: into the memory of its programme and into the stores, both or neither. A record that is not newer than
 * what is held changes nothing, and one without a value erases what its key names.
 */
final class Intake {

    private final Desks desks;
    private final MarketStores stores;
    private final Emitter emitter;
    private final Facts facts;
    private final Supplier<Instant> clock;

    Intake(Desks desks, MarketStores stores, Emitter emitter, Wire wire, Supplier<Instant> clock) {
        this.desks = desks;
        this.stores = stores;
        this.emitter = emitter;
        this.clock = clock;
        facts = new Facts(wire);
    }

    /** Takes a record; fails as {@link Facts#put} does. */
    Outcome take(Subject subject, Place place, byte @Nullable [] value) {
        Outcome outcome = put(subject, value);
        if (outcome != Outcome.SUPERSEDED) {
            stores.takenIn(subject.programmeId(), subject.kind(), subject.id());
        }
        return outcome;
    }

    /**
     * Takes a record that was set aside before. It is not the newest word about its entity where a later one was set aside as well: that one goes on
     * being left out, since nobody may be matched by what is known to be old.
     */
    Outcome takeAgain(Subject subject, Place place, byte @Nullable [] value) {
        OptionalLong leftOut = stores.leftOutSince(subject.programmeId(), subject.kind(), subject.id());
        Outcome outcome = take(subject, place, value);
        if (outcome != Outcome.SUPERSEDED && leftOut.isPresent() && leftOut.getAsLong() > place.offset()) {
            leaveOut(subject, leftOut.getAsLong());
        }
        return outcome;
    }

    private Outcome put(Subject subject, byte @Nullable [] value) {
        if (value == null) {
            return erase(subject);
        }
        ProgrammeDesk desk = desks.of(subject.programmeId());
        Outcome outcome = facts.put(subject, value, desk.live());
        if (outcome != Outcome.SUPERSEDED) {
            if (subject.kind() == Kind.OFFER) {
                settle(desk, subject.id());
            }
            stores.keep(subject.topic(), subject.key(), value);
        }
        return outcome;
    }

    private void settle(ProgrammeDesk desk, String offerId) {
        desk.settle(offerId, clock.get());
        stores.settle(desk.programmeId(), offerId);
    }

    private Outcome erase(Subject subject) {
        ProgrammeDesk desk = desks.of(subject.programmeId());
        desk.live().erase(subject.kind(), subject.id());
        stores.forget(subject.topic(), subject.key());
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
    void leaveOut(Subject subject, Place place) {
        leaveOut(subject, place.offset());
    }

    private void leaveOut(Subject subject, long since) {
        desks.of(subject.programmeId()).live().leaveOut(subject.kind(), subject.id());
        stores.leaveOut(subject.programmeId(), subject.kind(), subject.id(), since);
    }
}
