package dev.talentpipeline.matching.topology;

import static dev.talentpipeline.matching.topology.EventFixture.answer;
import static dev.talentpipeline.matching.topology.EventFixture.internship;
import static dev.talentpipeline.matching.topology.EventFixture.programme;
import static dev.talentpipeline.matching.topology.EventFixture.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.PlacementOffer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is proposed to whoever keeps an offer while they wait for something better. */
class KeepingTopologyTest {

    private MarketBench bench = new MarketBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void keepingAnOfferAsksForWhatBecameFreeBefore() {
        bench.post(programme("demo"))
                .post(internship("demo", "kept", 1))
                .post(student("demo", "s1", 3).setPreferences(List.of("dream", "kept")));
        bench.settle();
        PlacementOffer kept = only(bench.proposals());
        bench.post(answer(kept, 1, OfferState.EXTENDED))
                .post(internship("demo", "dream", 1))
                .settle();
        assertThat(bench.proposals()).isEmpty();

        bench.post(answer(kept, 2, OfferState.KEPT)).settle();
        assertThat(only(bench.proposals()).getReplaces()).isEqualTo(kept.getOfferId());
    }

    @Test
    void whoKeepsAnOfferIsProposedOnlyWhatTheyListedAboveIt() {
        bench.post(programme("demo"))
                .post(internship("demo", "kept", 1))
                .post(student("demo", "s1", 3).setPreferences(List.of("dream", "kept", "worse")));
        bench.settle();
        PlacementOffer kept = only(bench.proposals());
        bench.post(answer(kept, 1, OfferState.EXTENDED))
                .post(answer(kept, 2, OfferState.KEPT))
                .post(internship("demo", "worse", 1))
                .post(internship("demo", "other", 1))
                .settle();
        assertThat(bench.proposals()).isEmpty();

        bench.post(internship("demo", "dream", 1)).settle();
        PlacementOffer better = only(bench.proposals());
        assertThat(better.getInternshipId()).isEqualTo("dream");
        assertThat(better.getReplaces()).isEqualTo(kept.getOfferId());
        // The kept seat stays taken until the old offer is over.
        bench.post(student("demo", "s2", 3).setPreferences(List.of("kept")).setOnlyThese(true))
                .settle();
        assertThat(bench.proposals()).isEmpty();

        bench.post(answer(better, 1, OfferState.EXTENDED))
                .post(answer(kept, 3, OfferState.REPLACED))
                .settle();
        PlacementOffer next = only(bench.proposals());
        assertThat(next.getStudentId()).isEqualTo("s2");
        assertThat(next.getReplaces()).isNull();
    }

    @Test
    void anUpgradeThatIsLostLeavesTheKeptOfferAsItWas() {
        bench.post(programme("demo"))
                .post(internship("demo", "kept", 1))
                .post(student("demo", "s1", 3).setPreferences(List.of("dream", "kept")));
        bench.settle();
        PlacementOffer kept = only(bench.proposals());
        bench.post(answer(kept, 1, OfferState.EXTENDED)).post(answer(kept, 2, OfferState.KEPT));
        bench.post(internship("demo", "dream", 1)).settle();
        PlacementOffer better = only(bench.proposals());

        // They accepted the kept one before the better one reached them.
        bench.post(answer(kept, 3, OfferState.CONFIRMED))
                .post(answer(better, 1, OfferState.REJECTED).setReason("UPGRADE_LOST"))
                .settle();
        assertThat(bench.proposals()).isEmpty();
        bench.post(student("demo", "s2", 3)).settle();
        assertThat(only(bench.proposals()).getInternshipId()).isEqualTo("dream");
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.getFirst();
    }
}
