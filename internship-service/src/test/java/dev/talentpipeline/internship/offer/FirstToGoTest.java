package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.internship.Approval;
import dev.talentpipeline.internship.internship.CompanyStanding;
import dev.talentpipeline.internship.internship.Internship;
import dev.talentpipeline.internship.internship.Opening;
import dev.talentpipeline.internship.offer.Proposal.Explanation;
import dev.talentpipeline.internship.offer.Proposal.Versions;
import dev.talentpipeline.internship.programme.DeadlineRules;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeRules;
import dev.talentpipeline.internship.programme.ProgrammeState;
import dev.talentpipeline.internship.programme.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FirstToGoTest {

    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final UUID INTERNSHIP = UUID.fromString("00000000-0000-4000-9000-000000000001");
    private static final OfferState EXTENDED = new OfferState.Extended(NOW);
    private static final OfferState KEPT = new OfferState.Kept(NOW);

    /** Its lottery number begins f000c5eb: as a signed number it would be the lower one. */
    private static final UUID UNLUCKY = student(1);

    /** Its lottery number begins 53fafbb6. */
    private static final UUID LUCKY = student(2);

    @Test
    void aRankOfAnotherClearingCountsForNothing() {
        Offer aloneInItsClearing = offer(UNLUCKY, 0.4, 1, 1, EXTENDED);
        Offer fifthInALaterOne = offer(LUCKY, 0.8, 2, 5, EXTENDED);

        assertThat(toGo(List.of(), fifthInALaterOne, aloneInItsClearing))
                .containsExactly(aloneInItsClearing, fifthInALaterOne);
    }

    @Test
    void whoIsNotListedGoesBeforeWhoIsAndAWorsePlaceBeforeABetter() {
        Offer unlisted = offer(student(3), 1.0, 1, 1, EXTENDED);
        Offer second = offer(UNLUCKY, 0.9, 2, 1, EXTENDED);
        Offer first = offer(LUCKY, 0.1, 3, 9, EXTENDED);

        assertThat(toGo(List.of(LUCKY, UNLUCKY), first, second, unlisted)).containsExactly(unlisted, second, first);
    }

    @Test
    void theLotteryBreaksATieOfScores() {
        Offer unlucky = offer(UNLUCKY, 0.5, 1, 1, EXTENDED);
        Offer lucky = offer(LUCKY, 0.5, 2, 2, EXTENDED);

        assertThat(toGo(List.of(), lucky, unlucky)).containsExactly(unlucky, lucky);
        assertThat(Stream.of(UNLUCKY, LUCKY).map(programme()::lotteryNumber))
                .containsExactly(0xf000c5eb4d7be732L, 0x53fafbb62fff3f5aL);
    }

    @Test
    void aKeptOfferGoesLastHoweverLowItsPriority() {
        Offer kept = offer(UNLUCKY, 0.1, 1, 9, KEPT);
        Offer listed = offer(LUCKY, 0.9, 2, 1, EXTENDED);

        assertThat(toGo(List.of(LUCKY), kept, listed)).containsExactly(listed, kept);
    }

    private static List<Offer> toGo(List<UUID> preferences, Offer... offers) {
        return Stream.of(offers)
                .sorted(FirstToGo.of(internship(preferences), programme()))
                .toList();
    }

    private static UUID student(int number) {
        return UUID.fromString("00000000-0000-4000-8000-00000000000" + number);
    }

    private static Offer offer(UUID student, double score, long clearing, int rank, OfferState state) {
        Versions seen = new Versions(1, 1, 1);
        Proposal proposal = new Proposal(
                UUID.nameUUIDFromBytes(new byte[] {(byte) clearing}),
                "autumn",
                clearing,
                student,
                INTERNSHIP,
                seen,
                new Explanation(score, List.of(), List.of(), List.of()),
                1,
                rank,
                null,
                NOW);
        LocalDate day = LocalDate.parse("2027-03-01");
        return new Offer(
                proposal,
                student,
                "tsinghua",
                "acme-ai",
                new Commitment(day, day, 4),
                seen,
                1,
                state,
                Awaiting.from(NOW),
                NOW);
    }

    private static Internship internship(List<UUID> preferences) {
        Opening opening = new Opening(
                "Intern",
                null,
                "ai-engineer",
                "CN-BJ",
                false,
                LocalDate.parse("2027-03-01"),
                26,
                4,
                5000,
                1,
                Degree.BACHELOR,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                preferences,
                false,
                List.of(),
                null);
        return new Internship(
                INTERNSHIP,
                "autumn",
                "acme-ai",
                "r1",
                1,
                null,
                2,
                0,
                opening,
                null,
                new Approval(Approval.Step.NOT_ASKED, null),
                CompanyStanding.VERIFIED,
                NOW);
    }

    private static Programme programme() {
        ProgrammeRules rules = new ProgrammeRules(
                "Autumn",
                ProgrammeRules.Mode.ROLLING,
                Duration.ofSeconds(1),
                List.of(),
                null,
                null,
                Duration.ofDays(3),
                Duration.ofDays(3),
                Duration.ofDays(14),
                Duration.ofDays(7),
                new DeadlineRules(
                        "china", 17, DeadlineRules.ApprovalDefault.LAPSE, DeadlineRules.EndorsementDefault.LAPSE, null),
                ProgrammeRules.Lists.FILLED,
                ProgrammeRules.OfferPolicy.AUTOMATIC,
                ProgrammeRules.Endorsement.NONE,
                ProgrammeRules.ConsentBy.UNIVERSITY,
                ProgrammeRules.OpeningApproval.NONE,
                ProgrammeRules.InterviewResults.SHOWN,
                List.of(),
                List.of(),
                Quotas.NONE,
                Map.of());
        return new Programme("autumn", 1, 1, "tsinghua", ProgrammeState.RUNNING, rules, "sealed", null, NOW);
    }
}
