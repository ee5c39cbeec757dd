package dev.talentpipeline.matching.engine.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.engine.PreferenceTable;
import dev.talentpipeline.matching.engine.StableMatchings;
import dev.talentpipeline.matching.engine.verification.ListedVerifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedAcceptanceTest {

    /** D. Gale and L. S. Shapley, College Admissions and the Stability of Marriage, 1962, example 1: three of each, three stable matchings. */
    @Test
    void findsBothExtremesOfGaleAndShapleysExample() {
        ListedPairs pairs = ListedPairs.mutual(
                new int[][] {{0, 1, 2}, {1, 2, 0}, {2, 0, 1}}, new int[][] {{1, 2, 0}, {2, 0, 1}, {0, 1, 2}});

        assertThat(ListedAcceptance.studentOptimal(pairs, new int[] {1, 1, 1})).containsExactly(0, 1, 2);
        assertThat(ListedAcceptance.internshipOptimal(pairs, new int[] {1, 1, 1}))
                .containsExactly(2, 0, 1);
    }

    @Test
    void findsTheBestAndTheWorstOfAllStableMatchingsForStudents() {
        int several = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            RandomLists lists = new RandomLists(seed, 5, 4);
            PreferenceTable table = PreferenceTable.ofLists(List.of(lists.students()), List.of(lists.internships()));
            List<int[]> stable = StableMatchings.of(table, lists.seats());
            several += stable.size() > 1 ? 1 : 0;
            ListedPairs pairs = ListedPairs.mutual(lists.students(), lists.internships());
            int[] best = ListedAcceptance.studentOptimal(pairs, lists.seats());
            int[] worst = ListedAcceptance.internshipOptimal(pairs, lists.seats());
            assertThat(best).as("seed %d", seed).isEqualTo(StableMatchings.bestForStudents(table, stable));
            assertThat(worst).as("seed %d", seed).isEqualTo(StableMatchings.worstForStudents(table, stable));
            assertThat(ListedVerifier.verify(pairs, lists.seats(), best).sound())
                    .isTrue();
            assertThat(ListedVerifier.verify(pairs, lists.seats(), worst).sound())
                    .isTrue();
        }
        assertThat(several).isGreaterThan(200);
    }

    /** A. E. Roth, On the Allocation of Residents to Rural Hospitals (1986). */
    @Test
    void everyStableMatchingPlacesTheSameStudentsAndFillsTheSameSeats() {
        for (int seed = 0; seed < 2_000; seed++) {
            RandomLists lists = new RandomLists(seed, 5, 4);
            ListedPairs pairs = ListedPairs.mutual(lists.students(), lists.internships());
            int[] best = ListedAcceptance.studentOptimal(pairs, lists.seats());
            int[] worst = ListedAcceptance.internshipOptimal(pairs, lists.seats());
            for (int student = 0; student < best.length; student++) {
                assertThat(best[student] == ListedAcceptance.NOTHING)
                        .as("seed %d, student %d", seed, student)
                        .isEqualTo(worst[student] == ListedAcceptance.NOTHING);
            }
            assertThat(Arrays.stream(best).sorted())
                    .as("seed %d", seed)
                    .containsExactly(Arrays.stream(worst).sorted().boxed().toArray(Integer[]::new));
        }
    }
}
