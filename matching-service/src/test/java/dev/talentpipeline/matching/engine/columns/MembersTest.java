package dev.talentpipeline.matching.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.preference.Lottery;
import org.junit.jupiter.api.Test;

class MembersTest {

    private static final int MEMBERS = 500;

    @Test
    void drawsMembersInTheOrderOfTheirUnsignedNumbers() {
        Lottery lottery = new Lottery("seed");
        Members members = members();
        for (int one = 0; one < MEMBERS; one++) {
            for (int other = 0; other < MEMBERS; other++) {
                boolean before = Long.compareUnsigned(lottery.numberOf("m" + one), lottery.numberOf("m" + other)) < 0;
                assertThat(members.drawnBefore(one, other)).isEqualTo(before);
                assertThat(Standing.before(
                                Standing.of(7, members.number(one)),
                                one,
                                Standing.of(7, members.number(other)),
                                other,
                                members))
                        .isEqualTo(before);
            }
        }
    }

    @Test
    void findsEveryoneWhoWasEnrolledAndNobodyElse() {
        Members members = members();
        for (int slot = 0; slot < MEMBERS; slot++) {
            assertThat(members.slotOf("m" + slot)).isEqualTo(slot);
            assertThat(members.enrol("m" + slot)).isEqualTo(slot);
        }
        assertThat(members.slotOf("m" + MEMBERS)).isEqualTo(Members.NOBODY);
        assertThat(members.size()).isEqualTo(MEMBERS);
    }

    private static Members members() {
        Members members = new Members("seed");
        for (int slot = 0; slot < MEMBERS; slot++) {
            members.enrol("m" + slot);
        }
        return members;
    }
}
