package dev.talentpipeline.matching.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.clearing.StabilityVerifier.Verdict;
import org.junit.jupiter.api.Test;

class StabilityVerifierTest {

    // s1 and s2 both want i1 first; i1 wants s1 first and has one seat; nobody but s3 wants i3, which does not name s3.
    private final ListMarket market = new ListMarket()
            .student("s1", "i1", "i2")
            .student("s2", "i1", "i2")
            .student("s3", "i3")
            .internship("i1", 1, "s1", "s2")
            .internship("i2", 1, "s2", "s1")
            .internship("i3", 1);

    @Test
    void passesTheStableMatching() {
        assertThat(verdict(new int[] {0, 1}, new int[] {0, 1})).isEqualTo(new Verdict(0, 0, 0, 0));
    }

    @Test
    void countsAPairThatWouldBothRatherHaveEachOther() {
        assertThat(verdict(new int[] {0, 1}, new int[] {1, 0})).isEqualTo(new Verdict(1, 0, 0, 0));
    }

    @Test
    void countsASeatLeftEmptyThoughSomebodyWantsIt() {
        assertThat(verdict(new int[] {0}, new int[] {0})).isEqualTo(new Verdict(1, 0, 0, 0));
    }

    @Test
    void countsASeatBeyondThoseThatAreFree() {
        assertThat(verdict(new int[] {0, 1}, new int[] {0, 0}).overfull()).isEqualTo(1);
    }

    @Test
    void countsAStudentWhoIsMatchedTwice() {
        assertThat(verdict(new int[] {0, 0}, new int[] {0, 1}).doubled()).isEqualTo(1);
    }

    @Test
    void countsAPairThatMayNotMeet() {
        assertThat(verdict(new int[] {0, 1, 2}, new int[] {0, 1, 2})).isEqualTo(new Verdict(0, 0, 0, 1));
    }

    private Verdict verdict(int[] students, int[] internships) {
        return StabilityVerifier.verify(market.table(), market.freeSeats(), Matching.of(students, internships));
    }
}
