package dev.talentpipeline.matching.topology;

import dev.talentpipeline.matching.market.LiveMarket.Kind;
import dev.talentpipeline.matching.market.LiveMarket.Outcome;
import dev.talentpipeline.matching.topology.Facts.Subject;
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

    Intake(Desks desks, MarketStores stores, Emitter emitter, Wire wire) {
        this.desks = desks;
        this.stores = stores;
        this.emitter = emitter;
        facts = new Facts(wire);
    }

    /** Takes a record; fails as {@link Facts#put} does. */
    Outcome take(Subject subject, byte @Nullable [] value) {
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
            stores.leftOut(subject.programmeId(), subject.kind(), subject.id(), false);
        }
        return outcome;
    }

    private void settle(ProgrammeDesk desk, String offerId) {
        desk.settle(offerId);
        stores.settle(desk.programmeId(), offerId);
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
