package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.calendar.WorkingCalendar;
import dev.talentpipeline.internship.offer.OfferCommand.Escalate;
import dev.talentpipeline.internship.offer.OfferCommand.Remind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody is reminded, and when the others are told. */
class AwaitingTest {

    private static final Instant SINCE = Instant.parse("2026-11-02T09:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', nullValues = "never", textBlock = """
            WINDOW | DONE
            PT59M  | never
            PT1H   | PT20M Remind, PT54M Escalate
            P1D    | PT8H Remind, PT21H36M Escalate
            P2D    | PT16H Remind, PT24H Remind, PT43H12M Escalate
            P3D    | PT24H Remind, PT48H Remind, PT64H48M Escalate
            P14D   | PT112H Remind, PT312H Remind, PT324H Escalate
            """)
    void aThirdOfTheTimeTheLastDayAndItsEnd(Duration window, String done) {
        assertThat(doneInTime(SINCE, SINCE.plus(window))).isEqualTo(Optional.ofNullable(done));
    }

    @Test
    void theLastDayBeginsADayBeforeTheEndOfAWorkingDayAlsoWhereTheClocksChange() {
        WorkingCalendar berlin = new WorkingCalendar(
                "any", 1, ZoneId.of("Europe/Berlin"), new TreeSet<>(), new TreeSet<>(), Instant.EPOCH);
        // Two working days: Friday, and the Monday after the clocks went forward.
        Instant thursday = Instant.parse("2027-03-25T09:00:00Z");
        Instant mondayAtFive = Instant.parse("2027-03-29T15:00:00Z");

        assertThat(berlin.end(thursday, Duration.ofDays(2), 17)).isEqualTo(mondayAtFive);
        assertThat(doneInTime(thursday, mondayAtFive)).contains("PT34H Remind, PT78H Remind, PT91H48M Escalate");
        assertThat(thursday.plus(Duration.ofHours(78)).atZone(ZoneId.of("Europe/Berlin")))
                .hasToString("2027-03-28T17:00+02:00[Europe/Berlin]");
    }

    private static Optional<String> doneInTime(Instant since, Instant respondBy) {
        List<String> done = new ArrayList<>();
        Awaiting awaiting = Awaiting.from(since);
        Optional<Awaiting.Due> next = awaiting.next(respondBy);
        while (next.isPresent()) {
            Instant at = next.get().at();
            OfferCommand command = awaiting.due(respondBy, at).orElseThrow();
            done.add(Duration.between(since, at) + " " + command.getClass().getSimpleName());
            awaiting = after(awaiting, command, at);
            next = awaiting.next(respondBy);
        }
        return done.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", done));
    }

    private static Awaiting after(Awaiting awaiting, OfferCommand command, Instant now) {
        return command instanceof Escalate ? awaiting.escalated(now) : awaiting.reminded(now);
    }

    @Test
    void nothingIsDoneBeforeItsTime() {
        Instant respondBy = SINCE.plus(Duration.ofDays(3));

        assertThat(Awaiting.from(SINCE)
                        .due(respondBy, SINCE.plus(Duration.ofDays(1)).minusMillis(1)))
                .isEmpty();
        assertThat(Awaiting.from(SINCE).next(null)).isEmpty();
    }

    @Test
    void whatWasMissedIsNotMadeUpFor() {
        Instant respondBy = SINCE.plus(Duration.ofDays(3));
        Instant onTheLastDay = SINCE.plus(Duration.ofHours(50));
        Instant nearTheEnd = SINCE.plus(Duration.ofHours(70));

        assertThat(Awaiting.from(SINCE).due(respondBy, onTheLastDay)).contains(new Remind());
        assertThat(Awaiting.from(SINCE).reminded(onTheLastDay).due(respondBy, nearTheEnd.minus(Duration.ofHours(6))))
                .isEmpty();
        assertThat(Awaiting.from(SINCE).due(respondBy, nearTheEnd)).contains(new Escalate());
        assertThat(Awaiting.from(SINCE).escalated(nearTheEnd).next(respondBy)).isEmpty();
    }

    @Test
    void aDeadlineThatIsPutOffIsNotEscalatedTwice() {
        Awaiting escalated = Awaiting.from(SINCE).escalated(SINCE.plus(Duration.ofHours(70)));

        assertThat(escalated.putOff(Grace.OUTAGE).next(SINCE.plus(Duration.ofDays(9))))
                .isEmpty();
        assertThat(escalated.putOff(Grace.OUTAGE).noticeAwaited()).isFalse();
        assertThat(escalated.putOff(Grace.NOTICE_UNDELIVERED).noticeAwaited()).isTrue();
    }
}
