package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommitmentTest {

    private static final LocalDate FIRST = LocalDate.parse("2027-03-01");

    @Test
    void fitsAloneHoweverManyDaysItTakes() {
        assertThat(from(0, 10, 7).fitsBeside(List.of())).isTrue();
    }

    @Test
    void fitsBesideAnotherUpToFiveDaysAWeek() {
        assertThat(from(0, 10, 2).fitsBeside(List.of(from(5, 20, 3)))).isTrue();
        assertThat(from(0, 10, 3).fitsBeside(List.of(from(5, 20, 3)))).isFalse();
    }

    @Test
    void countsADayThatBothHave() {
        assertThat(from(0, 10, 5).fitsBeside(List.of(from(10, 20, 1)))).isFalse();
        assertThat(from(0, 10, 5).fitsBeside(List.of(from(11, 20, 1)))).isTrue();
    }

    @Test
    void addsUpOnlyWhatFallsOnTheSameDay() {
        // given two others that do not meet each other
        List<Commitment> others = List.of(from(0, 4, 3), from(5, 9, 3));

        assertThat(from(0, 9, 2).fitsBeside(others)).isTrue();
        assertThat(from(0, 9, 3).fitsBeside(others)).isFalse();
    }

    @Test
    void agreesWithCountingEveryDay() {
        Random random = new Random(20270301);
        for (int round = 0; round < 2_000; round++) {
            Commitment one = any(random);
            List<Commitment> others = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                others.add(any(random));
            }
            assertThat(one.fitsBeside(others)).as("%s beside %s", one, others).isEqualTo(fitsDayByDay(one, others));
        }
    }

    private static boolean fitsDayByDay(Commitment one, List<Commitment> others) {
        return one.startsOn().datesUntil(one.endsOn().plusDays(1)).allMatch(day -> {
            List<Commitment> that = others.stream()
                    .filter(other -> !day.isBefore(other.startsOn()) && !day.isAfter(other.endsOn()))
                    .toList();
            return that.isEmpty()
                    || one.daysPerWeek()
                                    + that.stream()
                                            .mapToInt(Commitment::daysPerWeek)
                                            .sum()
                            <= 5;
        });
    }

    private static Commitment any(Random random) {
        int start = random.nextInt(20);
        return from(start, start + random.nextInt(10), 1 + random.nextInt(5));
    }

    private static Commitment from(int firstDay, int lastDay, int daysPerWeek) {
        return new Commitment(FIRST.plusDays(firstDay), FIRST.plusDays(lastDay), daysPerWeek);
    }
}
