package dev.talentpipeline.monitoring.redrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void itSaysWhatEachReaderGetsWhatItDropsAndWhomMailMayReach() {
        Plan plan = Plan.of(List.of(
                new Candidate(1, "offers", "notification-service", true, false, false, false, false),
                new Candidate(2, "offers", "notification-service", true, false, false, false, true),
                new Candidate(3, "placements", "notification-service", false, false, false, false, false),
                new Candidate(4, "contacts", "notification-service", true, false, false, false, false),
                new Candidate(5, "offers", "matching-service", true, false, false, false, false)));

        assertThat(plan)
                .isEqualTo(new Plan(
                        5,
                        List.of(
                                new Plan.OfGroup("matching-service", 1, 0, 0, 0),
                                new Plan.OfGroup("notification-service", 4, 1, 1, 2)),
                        Map.of()));
        assertThat(plan.events()).isEqualTo(5);
    }

    @Test
    void anErasedPersonComesBeforeAllElseAndNothingOfThemIsSent() {
        var erased = new Candidate(1, "contacts", "notification-service", true, true, true, true, true);
        var quarantined = new Candidate(2, "contacts", "notification-service", true, false, true, true, true);
        var inHand = new Candidate(3, "contacts", "notification-service", true, false, false, true, true);

        Plan plan = Plan.of(List.of(erased, quarantined, inHand));

        assertThat(plan.events()).isZero();
        assertThat(plan.refused()).isEqualTo(Map.of(Verdict.ERASED, 1, Verdict.QUARANTINED, 1, Verdict.IN_HAND, 1));
    }
}
