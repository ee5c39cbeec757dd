package dev.talentpipeline.matching.topology;

import static dev.talentpipeline.matching.topology.EventFixture.answer;
import static dev.talentpipeline.matching.topology.EventFixture.internship;
import static dev.talentpipeline.matching.topology.EventFixture.programme;
import static dev.talentpipeline.matching.topology.EventFixture.proposal;
import static dev.talentpipeline.matching.topology.EventFixture.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.ClearingMode;
import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.matching.clearing.ClearingResult;
import dev.talentpipeline.matching.clearing.Match;
import dev.talentpipeline.matching.engine.verification.StabilityVerifier;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.schemas.Topics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private final Wire wire = new PlainWire();
    private final Replay replay = new Replay(report(2), wire);

    @Test
    void leavesOutWhatCameAfterTheReportsOffsets() {
        market();
        replay.take(
                Topics.STUDENT_PROFILES,
                "demo/s2",
                2,
                wire.encode(student("demo", "s2", 5).build()));

        assertThat(pairs()).containsExactly(new Pair("s1", "i1"));
        assertThat(replay.gone()).isEmpty();
    }

    @Test
    void aProposalOfAnEarlierClearingHeldItsSeatUntilItWasAnswered() {
        market();
        replay.take(proposalOf(1));
        assertThat(pairs()).isEmpty();
    }

    @Test
    void anAnswerBeforeTheOffsetsFreedTheSeatAndOneAfterThemDidNot() {
        market();
        PlacementOffer earlier = proposalOf(1);
        replay.take(earlier);
        byte[] expired = wire.encode(answer(earlier, 1, OfferState.EXPIRED).build());
        replay.take(Topics.OFFERS, "demo/" + earlier.getOfferId(), 0, expired);
        assertThat(pairs()).containsExactly(new Pair("s1", "i1"));

        Replay late = new Replay(report(2), wire);
        market(late);
        late.take(earlier);
        late.take(Topics.OFFERS, "demo/" + earlier.getOfferId(), 1, expired);
        assertThat(late.clear(StabilityVerifier::verify).orElseThrow().matches())
                .isEmpty();
    }

    @Test
    void proposalsOfTheSameClearingAndOfOtherProgrammesHoldNothing() {
        market();
        replay.take(proposalOf(2));
        replay.take(
                PlacementOffer.newBuilder(proposalOf(1)).setProgrammeId("other").build());
        assertThat(pairs()).containsExactly(new Pair("s1", "i1"));
    }

    @Test
    void saysWhatIsNoLongerThere() {
        market();
        replay.take(
                Topics.STUDENT_PROFILES,
                "demo/s9",
                7,
                wire.encode(student("demo", "s9", 5).setVersion(4).build()));
        replay.take(
                Topics.STUDENT_PROFILES,
                "demo/s1",
                8,
                wire.encode(student("demo", "s1", 5).setVersion(2).build()));

        assertThat(replay.gone()).containsExactly("student-profiles demo/s9");
    }

    @Test
    void saysWhatWasErasedSince() {
        market();
        replay.take(Topics.STUDENT_PROFILES, "demo/s1", 8, null);
        replay.take(Topics.STUDENT_PROFILES, "demo/s7", 9, null);

        assertThat(replay.gone()).containsExactly("student-profiles demo/s7");
    }

    @Test
    void hasNothingToClearWithoutTheRulesOfThen() {
        assertThat(replay.clear(StabilityVerifier::verify)).isEmpty();
    }

    @Test
    void theCommandSaysHowItIsUsed() {
        var out = new ByteArrayOutputStream();
        int status = ReplayCommand.run(List.of("demo", "0"), new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(status).isEqualTo(ReplayCommand.USAGE);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("usage: replay PROGRAMME CLEARING");
    }

    private void market() {
        market(replay);
    }

    private void market(Replay into) {
        into.take(Topics.PROGRAMMES, "demo", 0, wire.encode(programme("demo").build()));
        into.take(Topics.PROGRAMMES, "other", 1, wire.encode(programme("other").build()));
        into.take(
                Topics.INTERNSHIPS,
                "demo/i1",
                0,
                wire.encode(internship("demo", "i1", 1).build()));
        into.take(
                Topics.STUDENT_PROFILES,
                "demo/s1",
                0,
                wire.encode(student("demo", "s1", 3).build()));
        into.take(Topics.STUDENT_PROFILES, "demo/bad", 1, "poison".getBytes(StandardCharsets.UTF_8));
    }

    private List<Pair> pairs() {
        ClearingResult result = replay.clear(StabilityVerifier::verify).orElseThrow();
        return result.matches().stream().map(Match::pair).toList();
    }

    private static PlacementOffer proposalOf(long clearing) {
        return PlacementOffer.newBuilder(proposal("demo", "s1", "i1"))
                .setClearing(clearing)
                .build();
    }

    private static ClearingReport report(long clearing) {
        return ClearingReport.newBuilder()
                .setProgrammeId("demo")
                .setClearing(clearing)
                .setMode(ClearingMode.ROLLING)
                .setStartedAt(Instant.parse("2027-01-10T08:00:00Z"))
                .setDurationMs(1)
                .setStudents(0)
                .setInternships(0)
                .setFreeSeats(0)
                .setProposals(0)
                .setHeld(0)
                .setUnmatched(0)
                .setLeftOut(0)
                .setBlockingPairs(0)
                .setStudentOptimal(true)
                .setOffsets(Map.of("programmes", 2L, "student-profiles", 2L, "internships", 1L, "offers", 1L))
                .setInputHash("")
                .setSeedHash("")
                .setResultHash("")
                .build();
    }
}
