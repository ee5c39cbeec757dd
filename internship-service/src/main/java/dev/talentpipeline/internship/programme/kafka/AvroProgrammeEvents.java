package dev.talentpipeline.internship.programme.kafka;

import dev.talentpipeline.events.ApprovalDefault;
import dev.talentpipeline.events.ClearingMode;
import dev.talentpipeline.events.ConsentBy;
import dev.talentpipeline.events.EndorsementDefault;
import dev.talentpipeline.events.ListPolicy;
import dev.talentpipeline.events.OfferPolicy;
import dev.talentpipeline.events.ProgrammeState;
import dev.talentpipeline.internship.outbox.kafka.AvroOutbox;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeEvents;
import dev.talentpipeline.internship.programme.ProgrammeRules;
import dev.talentpipeline.internship.programme.ProgrammeRules.Endorsement;
import dev.talentpipeline.schemas.Topics;
import org.springframework.stereotype.Component;

/** Programmes on the topic {@code programmes}. */
@Component
final class AvroProgrammeEvents implements ProgrammeEvents {

    private final AvroOutbox outbox;

    AvroProgrammeEvents(AvroOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void changed(Programme programme) {
        outbox.append(Topics.PROGRAMMES, programme.id(), programme.version(), event(programme));
    }

    private static dev.talentpipeline.events.Programme event(Programme programme) {
        ProgrammeRules rules = programme.rules();
        return dev.talentpipeline.events.Programme.newBuilder()
                .setProgrammeId(programme.id())
                .setVersion(programme.version())
                .setRulesVersion(programme.rulesVersion())
                .setName(rules.name())
                .setOwner(programme.owner())
                .setState(ProgrammeState.valueOf(programme.state().name()))
                .setMode(ClearingMode.valueOf(rules.mode().name()))
                .setClearingIntervalMs(rules.clearingInterval().toMillis())
                .setClearingAt(rules.clearingAt())
                .setOpensAt(rules.opensAt())
                .setClosesAt(rules.closesAt())
                .setResponseWindowMs(rules.responseWindow().toMillis())
                .setApprovalWindowMs(rules.approvalWindow().toMillis())
                .setKeepWindowMs(rules.keepWindow().toMillis())
                .setEndorsementWindowMs(rules.endorsementWindow().toMillis())
                .setLists(ListPolicy.valueOf(rules.lists().name()))
                .setOfferPolicy(OfferPolicy.valueOf(rules.offerPolicy().name()))
                .setUniversityEndorsement(rules.endorsement() != Endorsement.NONE)
                .setApprovalDefault(
                        ApprovalDefault.valueOf(rules.deadlines().approval().name()))
                .setEndorsementDefault(EndorsementDefault.valueOf(
                        rules.deadlines().endorsement().name()))
                .setConsentBy(ConsentBy.valueOf(rules.consentBy().name()))
                .setUniversities(rules.universities())
                .setCompanies(rules.companies())
                .setWeights(rules.weights())
                .setSeed(programme.seed())
                .setChangedAt(programme.changedAt())
                .build();
    }
}
