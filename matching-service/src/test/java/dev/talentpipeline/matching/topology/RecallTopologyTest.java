package dev.talentpipeline.matching.topology;

import static dev.talentpipeline.matching.topology.EventFixture.answer;
import static dev.talentpipeline.matching.topology.EventFixture.internship;
import static dev.talentpipeline.matching.topology.EventFixture.programme;
import static dev.talentpipeline.matching.topology.EventFixture.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.events.ProgrammeState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is proposed after a clearing was recalled. */
class RecallTopologyTest {

    private final MarketBench bench = new MarketBench();
    private PlacementOffer recalled;
    private PlacementOffer late;

    @BeforeEach
    void aClearingIsRecalled() {
        bench.post(programme("demo"))
                .post(internship("demo", "i", 2))
                .post(student("demo", "s1", 3))
                .post(student("demo", "s2", 3))
                .settle();
        var proposals = bench.proposals();
        assertThat(proposals).hasSize(2);
        recalled = proposals.getFirst();
        late = proposals.getLast();
        bench.post(programme("demo").setVersion(2).setRulesVersion(1).setState(ProgrammeState.HELD))
                .post(answer(recalled, 1, OfferState.EXTENDED))
                .post(answer(recalled, 2, OfferState.RESCINDED)
                        .setReason("RECALLED")
                        .setProgrammeVersion(2))
                .post(answer(late, 1, OfferState.REJECTED).setReason("RECALLED").setProgrammeVersion(2))
                .settle();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void thePairsAreNotProposedAgainWhenTheProgrammeGoesOnUnderTheSameRules() {
        bench.post(programme("demo").setVersion(3).setRulesVersion(1))
                .post(student("demo", "s3", 3))
                .settle();

        assertThat(bench.proposals()).extracting(PlacementOffer::getStudentId).containsExactly("s3");

        bench.restart();
        bench.post(internship("demo", "other", 1)).settle();
        assertThat(bench.proposals())
                .as("they may meet others")
                .extracting(PlacementOffer::getInternshipId)
                .containsExactly("other");
    }

    @Test
    void newRulesBringThemTogetherAgain() {
        bench.post(programme("demo").setVersion(3).setRulesVersion(3)).settle();

        assertThat(bench.proposals()).extracting(PlacementOffer::getStudentId).containsExactlyInAnyOrder("s1", "s2");
    }

    @Test
    void aNewerStudentMayBeProposedAgainAndTheOtherMayNot() {
        bench.post(programme("demo").setVersion(3).setRulesVersion(1))
                .post(student("demo", late.getStudentId(), 4).setVersion(2))
                .settle();

        assertThat(bench.proposals()).extracting(PlacementOffer::getStudentId).containsExactly(late.getStudentId());
    }
}
