package dev.talentpipeline.internship.placement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.talentpipeline.internship.agreement.AgreementAct;
import dev.talentpipeline.internship.agreement.PossibleAgreementActs.OfPlacement;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.placement.Entry;
import dev.talentpipeline.internship.placement.Entry.Content.Confirmed;
import dev.talentpipeline.internship.placement.Entry.Content.Disputed;
import dev.talentpipeline.internship.placement.Entry.Content.Recorded;
import dev.talentpipeline.internship.placement.Entry.Content.Voided;
import dev.talentpipeline.internship.placement.EntryState;
import dev.talentpipeline.internship.placement.Job;
import dev.talentpipeline.internship.placement.Placement;
import dev.talentpipeline.internship.placement.Placement.OfferedJob;
import dev.talentpipeline.internship.placement.PlacementState;
import dev.talentpipeline.internship.placement.PossibleEntries;
import dev.talentpipeline.internship.placement.Reply;
import dev.talentpipeline.internship.placement.Signing;
import dev.talentpipeline.internship.placement.Step;
import dev.talentpipeline.kit.exports.OnlyInAnswers;
import dev.talentpipeline.kit.security.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A placement as it is answered, without a name on either side.
 *
 * @param possible what whom it is answered to could do about it now
 */
record PlacementAnswer(
        UUID id,
        String programme,
        UUID offer,
        UUID student,
        UUID internship,
        String university,
        String company,
        PlacementState state,
        @Nullable String reason,
        long version,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate endedOn,
        SigningAnswer agreement,
        @Nullable SigningAnswer employment,
        @Nullable JobAnswer job,
        List<EntryAnswer> entries,
        Instant changedAt,
        @OnlyInAnswers List<PlacementAct> possible) {

    /**
     * How far an agreement is signed.
     *
     * @param possible what whom it is answered to could do with it now
     */
    record SigningAnswer(
            int revision,
            List<Party> signedBy,
            List<Party> unsigned,
            @OnlyInAnswers List<AgreementAct> possible) {
        static SigningAnswer of(Signing signing, List<AgreementAct> possible) {
            return new SigningAnswer(signing.revision(), signing.by(), signing.missing(), possible);
        }
    }

    /** The job that is offered, or was. */
    record JobAnswer(
            int entry,
            String title,
            LocalDate startsOn,
            boolean matchesResearchTopic,
            Instant offeredAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant declinedAt) {

        static @Nullable JobAnswer of(@Nullable OfferedJob offered) {
            return offered == null
                    ? null
                    : new JobAnswer(
                            offered.entry(),
                            offered.job().title(),
                            offered.job().startsOn(),
                            offered.job().matchesResearchTopic(),
                            offered.offeredAt(),
                            offered.acceptedAt(),
                            offered.declinedAt());
        }
    }

    /**
     * One entry of the record.
     *
     * @param event the step, or CONFIRMED, DISPUTED, VOIDED for what is said about the step of another entry
     * @param about number of that other entry
     * @param state what later entries made of the step
     * @param possible for a step, what whom it is answered to could say about it now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryAnswer(
            int entry,
            String event,
            @Nullable Integer about,
            @Nullable EntryState state,
            @Nullable LocalDate on,
            @Nullable Boolean early,
            @Nullable String reason,
            @Nullable String title,
            @Nullable LocalDate startsOn,
            @Nullable Boolean matchesResearchTopic,
            String by,
            Instant at,

            @OnlyInAnswers @Nullable List<StepBody.Asked> possible) {

        static EntryAnswer of(Entry entry, Placement placement, PossibleEntries possible) {
            return switch (entry.content()) {
                case Recorded step ->
                    of(entry, step, placement.entries().stateOf(entry), names(possible.replies(entry.number())));
                case Confirmed(int about) -> about(entry, "CONFIRMED", about, null);
                case Disputed(int about, String reason) -> about(entry, "DISPUTED", about, reason);
                case Voided(int about, String reason) -> about(entry, "VOIDED", about, reason);
            };
        }

        private static EntryAnswer of(
                Entry entry, Recorded step, @Nullable EntryState state, List<StepBody.Asked> possible) {
            Job job = step.job();
            return new EntryAnswer(
                    entry.number(),
                    step.step().name(),
                    null,
                    state,
                    step.on(),
                    step.early() ? true : null,
                    step.reason(),
                    job == null ? null : job.title(),
                    job == null ? null : job.startsOn(),
                    job == null ? null : job.matchesResearchTopic(),
                    entry.by().role(),
                    entry.at(),
                    possible);
        }

        private static EntryAnswer about(Entry entry, String event, int about, @Nullable String reason) {
            return new EntryAnswer(
                    entry.number(),
                    event,
                    about,
                    null,
                    null,
                    null,
                    reason,
                    null,
                    null,
                    null,
                    entry.by().role(),
                    entry.at(),
                    null);
        }
    }

    /** By the names under which they are entered. */
    private static List<StepBody.Asked> names(List<Reply> entered) {
        return entered.stream().map(each -> StepBody.Asked.valueOf(each.name())).toList();
    }

    /** @param papers what the caller could do about its agreements now */
    static PlacementAnswer of(Placement placement, Caller caller, OfPlacement papers) {
        PossibleEntries possible = PossibleEntries.of(caller, placement);
        Signing employment = placement.employment();
        return new PlacementAnswer(
                placement.id(),
                placement.programme(),
                placement.offer(),
                placement.student(),
                placement.internship(),
                placement.university(),
                placement.company(),
                placement.state(),
                placement.reason(),
                placement.version(),
                placement.startsOn(),
                placement.endsOn(),
                placement.startedOn(),
                placement.endedOn(),
                SigningAnswer.of(placement.agreement(), papers.internship()),
                employment == null ? null : SigningAnswer.of(employment, papers.employment()),
                JobAnswer.of(placement.job()),
                placement.entries().all().stream()
                        .map(entry -> EntryAnswer.of(entry, placement, possible))
                        .toList(),
                placement.changedAt(),
                acts(possible.steps(), papers.firstEmployment()));
    }

    private static List<PlacementAct> acts(List<Step> steps, boolean firstEmployment) {
        Stream<PlacementAct> draft = firstEmployment ? Stream.of(PlacementAct.DRAFT_EMPLOYMENT) : Stream.empty();
        return Stream.concat(steps.stream().map(step -> PlacementAct.valueOf(step.name())), draft)
                .toList();
    }
}
