package dev.talentpipeline.internship.programme.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.talentpipeline.internship.programme.DeadlineRules;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeAct;
import dev.talentpipeline.internship.programme.ProgrammeRules;
import dev.talentpipeline.internship.programme.ProgrammeState;
import dev.talentpipeline.internship.programme.Quotas;
import dev.talentpipeline.kit.exports.OnlyInAnswers;
import dev.talentpipeline.kit.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A programme as it is answered. The seed is for those who run it; its hash is for everybody.
 *
 * @param possible what whom it is answered to could do with it now
 */
record ProgrammeAnswer(
        String id,
        long version,
        ProgrammeState state,
        String owner,
        String name,
        ProgrammeRules.Mode mode,
        @JsonSerialize(using = DurationWriter.class) Duration clearingInterval,
        List<Instant> clearingAt,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @JsonSerialize(using = DurationWriter.class) Duration responseWindow,
        @JsonSerialize(using = DurationWriter.class) Duration approvalWindow,
        @JsonSerialize(using = DurationWriter.class) Duration keepWindow,
        @JsonSerialize(using = DurationWriter.class) Duration endorsementWindow,
        String calendar,
        int deadlineHour,
        DeadlineRules.ApprovalDefault approvalDefault,
        DeadlineRules.EndorsementDefault endorsementDefault,

        @JsonSerialize(using = DurationWriter.class) @Nullable Duration grace,

        ProgrammeRules.Lists lists,
        ProgrammeRules.OfferPolicy offerPolicy,
        ProgrammeRules.Endorsement endorsement,
        boolean universityEndorsement,
        ProgrammeRules.ConsentBy consentBy,
        ProgrammeRules.OpeningApproval openingApproval,
        ProgrammeRules.InterviewResults interviewResults,
        List<String> universities,
        List<String> companies,
        Quotas quotas,
        Map<String, Double> weights,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String seed,
        String seedHash,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant archivedAt,
        Instant changedAt,
        @OnlyInAnswers List<ProgrammeAct> possible) {

    static ProgrammeAnswer of(Programme programme, Caller caller) {
        ProgrammeRules rules = programme.rules();
        return new ProgrammeAnswer(
                programme.id(),
                programme.version(),
                programme.state(),
                programme.owner(),
                rules.name(),
                rules.mode(),
                rules.clearingInterval(),
                rules.clearingAt(),
                rules.opensAt(),
                rules.closesAt(),
                rules.responseWindow(),
                rules.approvalWindow(),
                rules.keepWindow(),
                rules.endorsementWindow(),
                rules.deadlines().calendar(),
                rules.deadlines().hour(),
                rules.deadlines().approval(),
                rules.deadlines().endorsement(),
                rules.deadlines().grace(),
                rules.lists(),
                rules.offerPolicy(),
                rules.endorsement(),
                rules.endorsement() != ProgrammeRules.Endorsement.NONE,
                rules.consentBy(),
                rules.openingApproval(),
                rules.interviewResults(),
                rules.universities(),
                rules.companies(),
                rules.quotas(),
                rules.weights(),
                programme.isRunBy(caller) ? programme.seed() : null,
                programme.seedHash(),
                programme.archivedAt(),
                programme.changedAt(),
                programme.possible(caller));
    }
}
