package dev.talentpipeline.console.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.programme.Differences.Difference;
import dev.talentpipeline.console.programme.Differences.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    @Test
    void aValueIsShownBeforeAndAfter() {
        assertThat(Differences.of(
                        List.of("mode", "opensAt"),
                        Map.of("mode", "ROUND"),
                        Map.of("mode", "ROLLING", "opensAt", "2027-03-01T01:00:00Z")))
                .containsExactly(
                        new Difference("mode", "programme.mode.", List.of(new Step(null, "ROUND", "ROLLING"))),
                        new Difference("opensAt", "opensAt.", List.of(new Step(null, null, "2027-03-01 09:00"))));
    }

    @Test
    void whoComesAndWhoGoesIsNamedWhateverTheOrder() {
        List<Step> steps = Differences.of(
                        List.of("companies"),
                        Map.of("companies", List.of("a", "b", "c")),
                        Map.of("companies", List.of("c", "d", "a")))
                .getFirst()
                .steps();

        assertThat(steps).containsExactly(new Step("b", "", null), new Step("d", null, ""));
        assertThat(steps).allMatch(Step::isMember);
    }

    @Test
    void ofManyNumbersThoseThatDifferAreShown() {
        assertThat(Differences.of(
                        List.of("weights", "quotas"),
                        Map.of("weights", Map.of("skills", 0.5, "dates", 1.0), "quotas", Map.of("eachCompany", 3)),
                        Map.of(
                                "weights",
                                Map.of("skills", new BigDecimal("0.50"), "dates", 2),
                                "quotas",
                                Map.of("companies", Map.of("a", 4)))))
                .containsExactly(
                        new Difference("weights", "weights.", List.of(new Step("dates", "1", "2"))),
                        new Difference(
                                "quotas",
                                "quotas.",
                                List.of(new Step("a", null, "4"), new Step("eachCompany", "3", null))));
    }

    @Test
    void whatTheServiceCallsByOneNameIsShownByItsFields() {
        assertThat(Differences.of(
                        List.of("deadlines"),
                        Map.of("approvalDefault", "LAPSE", "deadlineHour", 17),
                        Map.of("approvalDefault", "APPROVE", "deadlineHour", 17)))
                .containsExactly(
                        new Difference("approvalDefault", "silence.", List.of(new Step(null, "LAPSE", "APPROVE"))));
    }
}
