package dev.talentpipeline.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final LocalTime TEN = LocalTime.of(22, 0);
    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    @ParameterizedTest(name = "{0} in {1} waits until {2}")
    @CsvSource({
        // Shanghai is eight hours ahead, all year.
        "2027-03-08T13:59:00Z, Asia/Shanghai, 2027-03-08T13:59:00Z",
        "2027-03-08T14:00:00Z, Asia/Shanghai, 2027-03-08T23:00:00Z",
        "2027-03-08T22:59:59Z, Asia/Shanghai, 2027-03-08T23:00:00Z",
        "2027-03-08T23:00:00Z, Asia/Shanghai, 2027-03-08T23:00:00Z",
        // Berlin puts its clock forward on 28 March and back on 31 October: the nights have eight hours and ten.
        "2027-03-27T21:30:00Z, Europe/Berlin, 2027-03-28T05:00:00Z",
        "2027-10-30T20:30:00Z, Europe/Berlin, 2027-10-31T06:00:00Z",
        // The same instant is day elsewhere.
        "2027-03-27T21:30:00Z, America/New_York, 2027-03-27T21:30:00Z",
    })
    void whatCanWaitWaitsForTheMorningOfItsReader(Instant now, String zone, Instant until) {
        assertThat(new QuietHours(TEN, SEVEN).endAt(now, ZoneId.of(zone))).isEqualTo(until);
    }

    @Test
    void quietAtNoonIsWithinOneDay() {
        QuietHours noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));
        ZoneId zone = ZoneId.of("Asia/Shanghai");

        assertThat(noon.endAt(Instant.parse("2027-03-08T05:00:00Z"), zone))
                .isEqualTo(Instant.parse("2027-03-08T06:00:00Z"));
        assertThat(noon.endAt(Instant.parse("2027-03-08T06:00:00Z"), zone))
                .isEqualTo(Instant.parse("2027-03-08T06:00:00Z"));
    }

    @Test
    void anEndThatTheClockSkipsIsTheMomentAfter() {
        QuietHours quiet = new QuietHours(TEN, LocalTime.of(2, 30));

        assertThat(quiet.endAt(Instant.parse("2027-03-27T23:00:00Z"), ZoneId.of("Europe/Berlin")))
                .isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
    }

    @Test
    void anEndThatTheClockShowsTwiceIsNeverInThePast() {
        QuietHours quiet = new QuietHours(TEN, LocalTime.of(2, 30));
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(quiet.endAt(Instant.parse("2027-10-31T00:10:00Z"), berlin))
                .isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
        assertThat(quiet.endAt(Instant.parse("2027-10-31T01:10:00Z"), berlin))
                .as("02:10 for the second time")
                .isEqualTo(Instant.parse("2027-10-31T01:30:00Z"));
    }

    @Test
    void aDayWithoutEndIsNoQuiet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuietHours(TEN, TEN))
                .withMessageStartingWith("from (22:00) must differ");
    }
}
