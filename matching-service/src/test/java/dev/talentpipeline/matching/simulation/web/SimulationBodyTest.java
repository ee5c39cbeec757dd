package dev.talentpipeline.matching.simulation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import dev.talentpipeline.matching.simulation.SimulatedMarket;
import dev.talentpipeline.matching.simulation.Simulating.Optimality;
import dev.talentpipeline.matching.simulation.web.SimulationBody.InternshipBody;
import dev.talentpipeline.matching.simulation.web.SimulationBody.StudentBody;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class SimulationBodyTest {

    private static final SimulationLimits LIMITS = new SimulationLimits(3, 3, 5);

    @Test
    void becomesAMarket() {
        SimulatedMarket market =
                body(student("s1", "i1"), internship("i1", 2, "s1")).market(LIMITS);

        assertThat(market)
                .isEqualTo(new SimulatedMarket(
                        List.of(new SimulatedMarket.Participant("s1", List.of("i1"))),
                        List.of(new SimulatedMarket.Opening("i1", 2, List.of("s1")))));
    }

    @Test
    void listsMayBeLeftOut() {
        SimulationBody body = new SimulationBody(
                null, List.of(new StudentBody("s1", null)), List.of(new InternshipBody("i1", 1, null)));

        assertThat(body.market(LIMITS).choices()).isZero();
        assertThat(body.wanted()).isEqualTo(Optimality.STUDENT);
    }

    @Test
    void refusesWhatContradictsItselfByFieldAndValue() {
        assertRefused(body(student("s1", "i1", "i1"), internship("i1", 1)), "students[0].preferences[1]", "i1");
        assertRefused(body(student("s1", "i9"), internship("i1", 1)), "students[0].preferences[0]", "i9");
        assertRefused(body(student("s1"), internship("i1", 1, "s9")), "internships[0].preferences[0]", "s9");
        assertRefused(body(student("s1"), internship("i1", 0)), "internships[0].seats", 0);
        assertRefused(body(student("s1"), internship("i1", -1)), "internships[0].seats", -1);
        assertRefused(body(student("s1"), new InternshipBody("i1", null, List.of())), "internships[0].seats", null);
        assertRefused(body(student(" "), internship("i1", 1)), "students[0].id", " ");
        assertRefused(
                new SimulationBody(null, List.of(student("s1"), student("s1")), List.of()), "students[1].id", "s1");
        assertRefused(new SimulationBody(null, null, List.of()), "students", null);
        assertRefused(new SimulationBody(null, List.of(), null), "internships", null);
    }

    @Test
    void refusesAnOptimalityThatDoesNotExist() {
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class, () -> new SimulationBody("BOTH", List.of(), List.of()).wanted());

        assertThat(refusal.problem().extensions())
                .containsEntry("field", "optimality")
                .containsEntry("value", "BOTH");
    }

    @Test
    void refusesAMarketOverTheLimits() {
        SimulationBody body = new SimulationBody(
                null, List.of(student("s1"), student("s2"), student("s3"), student("s4")), List.of());
        Problem problem = refusal(body);

        assertThat(problem.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(problem.type()).isEqualTo("market-too-large");
        assertThat(problem.extensions()).containsEntry("field", "students").containsEntry("value", 4L);
    }

    @Test
    void refusesMoreChoicesThanTheLimit() {
        SimulationBody body = new SimulationBody(
                null,
                List.of(student("s1", "i1", "i2"), student("s2", "i1", "i2")),
                List.of(internship("i1", 1, "s1"), internship("i2", 1, "s1")));

        assertThat(refusal(body).extensions())
                .containsEntry("field", "preferences")
                .containsEntry("value", 6L);
    }

    private static void assertRefused(SimulationBody body, String field, @Nullable Object value) {
        Problem problem = refusal(body);
        assertThat(problem.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(problem.extensions())
                .containsEntry("field", field)
                .containsEntry("value", value)
                .containsKey("remedy");
    }

    private static Problem refusal(SimulationBody body) {
        return catchThrowableOfType(ProblemException.class, () -> body.market(LIMITS))
                .problem();
    }

    private static SimulationBody body(StudentBody student, InternshipBody internship) {
        return new SimulationBody("STUDENT", List.of(student), List.of(internship));
    }

    private static StudentBody student(String id, String... preferences) {
        return new StudentBody(id, List.of(preferences));
    }

    private static InternshipBody internship(String id, int seats, String... preferences) {
        return new InternshipBody(id, seats, List.of(preferences));
    }
}
