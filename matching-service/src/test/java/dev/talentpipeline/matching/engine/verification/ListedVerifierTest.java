package dev.talentpipeline.matching.engine.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.engine.PreferenceTable;
import dev.talentpipeline.matching.engine.StableMatchings;
import dev.talentpipeline.matching.engine.assignment.ListedPairs;
import dev.talentpipeline.matching.engine.assignment.RandomLists;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ListedVerifierTest {

    @Test
    void findsAMatchingSoundExactlyIfItIsStable() {
        int sound = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            RandomLists lists = new RandomLists(seed, 3, 3);
            PreferenceTable table = PreferenceTable.ofLists(List.of(lists.students()), List.of(lists.internships()));
            int[] any = new Random(~seed)
                    .ints(lists.students().length, -1, lists.internships().length)
                    .toArray();
            ListedPairs pairs = ListedPairs.mutual(lists.students(), lists.internships());
            boolean stable = StableMatchings.isStable(table, lists.seats(), any);
            sound += stable ? 1 : 0;
            assertThat(ListedVerifier.verify(pairs, lists.seats(), any).sound())
                    .as("seed %d", seed)
                    .isEqualTo(stable);
        }
        assertThat(sound).isGreaterThan(1_000);
    }
}
