package dev.talentpipeline.matching.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.simulation.SimulatedMarket.Opening;
import dev.talentpipeline.matching.simulation.SimulatedMarket.Participant;
import dev.talentpipeline.matching.simulation.Simulating.LastAdmitted;
import dev.talentpipeline.matching.simulation.Simulating.Optimality;
import dev.talentpipeline.matching.simulation.Simulating.Outcome;
import dev.talentpipeline.matching.simulation.Simulating.Placement;
import dev.talentpipeline.matching.simulation.Simulating.Unfilled;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatingTest {

    // The two sides want opposite things, so the two optimal matchings differ.
    private final SimulatedMarket market = new SimulatedMarket(
            List.of(
                    new Participant("s1", List.of("i1", "i2")),
                    new Participant("s2", List.of("i2", "i1")),
                    new Participant("s3", List.of("i3"))),
            List.of(
                    new Opening("i1", 1, List.of("s2", "s1")),
                    new Opening("i2", 1, List.of("s1", "s2")),
                    new Opening("i3", 2, List.of())));

    @Test
    void givesEveryStudentTheirBest() {
        assertThat(Simulating.run(market, Optimality.STUDENT))
                .isEqualTo(new Outcome(
                        List.of(new Placement("s1", "i1"), new Placement("s2", "i2")),
                        List.of("s3"),
                        List.of(new Unfilled("i3", 2)),
                        List.of(new LastAdmitted("i1", "s1"), new LastAdmitted("i2", "s2")),
                        0));
    }

    @Test
    void givesEveryInternshipItsBest() {
        assertThat(Simulating.run(market, Optimality.INTERNSHIP).placements())
                .containsExactly(new Placement("s1", "i2"), new Placement("s2", "i1"));
    }

    @Test
    void theLastAdmittedIsTheOneWhomTheInternshipNamesLast() {
        SimulatedMarket oneOpening = new SimulatedMarket(
                List.of(
                        new Participant("s1", List.of("i1")),
                        new Participant("s2", List.of("i1")),
                        new Participant("s3", List.of("i1"))),
                List.of(new Opening("i1", 2, List.of("s3", "s1", "s2"))));

        assertThat(Simulating.run(oneOpening, Optimality.STUDENT).cutoffs())
                .containsExactly(new LastAdmitted("i1", "s1"));
    }
}
