package dev.talentpipeline.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.inbox.NoticeKind;
import dev.talentpipeline.notification.inbox.Timing;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticePreferencesTest {

    private static final Instant NIGHT = Instant.parse("2027-03-08T15:00:00Z");

    @Test
    void quietHoursHoldBackWhatCanWaitAndNothingUrgent() {
        NoticePreferences quiet = with(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)), Map.of());

        assertThat(quiet.leavesAt(NoticeKind.OFFER_EXPIRED, NIGHT)).isEqualTo(Instant.parse("2027-03-08T23:00:00Z"));
        assertThat(quiet.leavesAt(NoticeKind.OFFER_ESCALATED, NIGHT)).isEqualTo(NIGHT);
        assertThat(NoticePreferences.usualOf("li-lei").leavesAt(NoticeKind.OFFER_EXPIRED, NIGHT))
                .isEqualTo(NIGHT);
    }

    @Test
    void noDeadlineCanBeLeftOut() {
        for (NoticeKind kind : NoticeKind.values()) {
            boolean deadline = kind.isUrgent();
            if (deadline) {
                assertThatIllegalArgumentException()
                        .as("%s", kind)
                        .isThrownBy(() -> with(null, Map.of(kind, Timing.OFF)));
            }
        }
        assertThat(with(null, Map.of(NoticeKind.OFFER_EXPIRED, Timing.OFF)).timingOf(NoticeKind.OFFER_EXPIRED))
                .isEqualTo(Timing.OFF);
    }

    @Test
    void theLinkInAMailStopsWhatCanBeStopped() {
        NoticePreferences least = NoticePreferences.usualOf("li-lei").withLeastMail();

        assertThat(Arrays.stream(NoticeKind.values()).filter(NoticeKind::isMailedByItself))
                .allSatisfy(kind -> assertThat(least.timingOf(kind))
                        .isEqualTo(kind.urgency().choices().getLast()));
        assertThat(least.timingOf(NoticeKind.OFFER_MADE)).isEqualTo(Timing.AT_ONCE);
    }

    @ParameterizedTest(name = "{0} after {2} in {1} is at {3}")
    @CsvSource({
        "DAILY, Asia/Shanghai, 2027-03-07T23:59:59Z, 2027-03-08T00:00:00Z",
        "DAILY, Asia/Shanghai, 2027-03-08T00:00:00Z, 2027-03-09T00:00:00Z",
        // 8 March 2027 is a Monday.
        "WEEKLY, Asia/Shanghai, 2027-03-08T00:00:00Z, 2027-03-15T00:00:00Z",
        "WEEKLY, Asia/Shanghai, 2027-03-07T23:00:00Z, 2027-03-08T00:00:00Z",
        // Eight in the morning, before and after the clock is put forward.
        "DAILY, Europe/Berlin, 2027-03-27T06:00:00Z, 2027-03-27T07:00:00Z",
        "DAILY, Europe/Berlin, 2027-03-27T07:00:00Z, 2027-03-28T06:00:00Z",
        "WEEKLY, Europe/Berlin, 2027-03-22T07:00:00Z, 2027-03-29T06:00:00Z",
        "WEEKLY, Europe/Berlin, 2027-10-25T06:00:00Z, 2027-11-01T07:00:00Z",
    })
    void theDigestComesInTheMorningOfItsReader(DigestRhythm rhythm, String zone, Instant now, Instant next) {
        assertThat(rhythm.nextAfter(now, ZoneId.of(zone))).isEqualTo(next);
    }

    @Test
    void aDigestThatFallsIntoTheQuietWaitsForItsEnd() {
        NoticePreferences late = with(new QuietHours(LocalTime.of(22, 0), LocalTime.of(9, 30)), Map.of());

        assertThat(late.nextDigest(NIGHT)).isEqualTo(Instant.parse("2027-03-09T01:30:00Z"));
    }

    @Test
    void desksReadOnceAWeekWhatCanWaitAndPeopleOnceADay() {
        assertThat(NoticePreferences.usualOf(Desk.of("uni-1")).digest()).isEqualTo(DigestRhythm.WEEKLY);
        assertThat(NoticePreferences.usualOf("li-lei").digest()).isEqualTo(DigestRhythm.DAILY);
    }

    private static NoticePreferences with(QuietHours quiet, Map<NoticeKind, Timing> timings) {
        return new NoticePreferences("li-lei", null, ZoneId.of("Asia/Shanghai"), quiet, DigestRhythm.DAILY, timings);
    }
}
