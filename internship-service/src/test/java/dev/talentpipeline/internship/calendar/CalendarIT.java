package dev.talentpipeline.internship.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Calendars are entered by operations, and programmes count by them. */
@RunningService
class CalendarIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Test
    void theShippedOneHasTheHolidaysAndTheWorkedWeekendsOfTheCountry() {
        Api.Answer china = participants.university(Market.UNIVERSITY).get("/calendars/china");

        assertThat(china.text("zone")).isEqualTo("Asia/Shanghai");
        assertThat(texts(china, "holidays")).contains("2026-02-17", "2026-10-07", "2027-02-06", "2027-10-05");
        assertThat(texts(china, "workingDays"))
                .containsExactly("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");
        assertThat(participants.operations().get("/calendars").json().toString())
                .contains("\"id\":\"china\"");
    }

    @Test
    void operationsEntersOneAndReplacesItsDays() {
        String path = "/calendars/" + UUID.randomUUID();
        Map<String, Object> body =
                Map.of("zone", "Europe/Berlin", "holidays", List.of("2027-10-03"), "workingDays", List.of());

        Api.Answer entered = participants.operations().put(path, body);
        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.etag()).isEqualTo("\"1\"");
        assertThat(participants.operations().put(path, body).etag()).isEqualTo("\"1\"");
        Api.Answer replaced =
                participants.operations().put(path, Map.of("zone", "Europe/Berlin", "holidays", List.of("2027-12-24")));

        assertThat(replaced.etag()).isEqualTo("\"2\"");
        assertThat(texts(participants.company(Market.COMPANY).get(path), "holidays"))
                .containsExactly("2027-12-24");
        assertThat(participants.university(Market.UNIVERSITY).put(path, body).status())
                .isEqualTo(403);
        assertThat(participants.operations().get("/calendars/none").status()).isEqualTo(404);
    }

    @Test
    void whatIsNoCalendarIsRefusedWithAllThatIsWrong() {
        Api.Answer refused = participants
                .operations()
                .put(
                        "/calendars/x",
                        Map.of(
                                "zone",
                                "Peking",
                                "holidays",
                                List.of("2027-02-30", "2027-02-06"),
                                "workingDays",
                                List.of("2027-02-06")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("zone", "holidays", "workingDays");
    }

    @Test
    void aProgrammeCountsByItsCalendarToItsHour() {
        // given a calendar in which the next 30 days are holidays
        String calendar = "all-off-" + UUID.randomUUID();
        ZoneId zone = ZoneId.of("Asia/Tokyo");
        LocalDate today = LocalDate.now(zone);
        participants
                .operations()
                .put(
                        "/calendars/" + calendar,
                        Map.of(
                                "zone",
                                zone.getId(),
                                "holidays",
                                IntStream.rangeClosed(0, 30)
                                        .mapToObj(day -> today.plusDays(day).toString())
                                        .toList(),
                                "workingDays",
                                List.of()));
        var rules = Bodies.with(Bodies.with(Bodies.programme(), "calendar", calendar), "deadlineHour", 9);
        String programme = market.programme(Bodies.with(rules, "responseWindow", "P1D"));
        Entered student = market.student(programme);

        String offer = market.offer(programme, student, market.internship(programme));

        Instant respondBy =
                Instant.parse(participants.operations().get("/offers/" + offer).text("respondBy"));
        assertThat(respondBy.atZone(zone).toLocalTime()).isEqualTo(LocalTime.of(9, 0));
        assertThat(respondBy.atZone(zone).toLocalDate())
                .isAfter(today.plusDays(30))
                .isBefore(today.plusDays(36));
    }

    @Test
    void aProgrammeNamesACalendarThatExists() {
        Api.Answer refused = participants
                .university(Market.UNIVERSITY)
                .put("/programmes/" + Participants.newProgramme(), Bodies.with(Bodies.programme(), "calendar", "mars"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).endsWith("/unknown-calendar");
        assertThat(refused.text("field")).isEqualTo("calendar");
    }

    private static List<String> texts(Api.Answer answer, String field) {
        return answer.json()
                .path(field)
                .valueStream()
                .map(node -> node.asString())
                .toList();
    }
}
