package dev.talentpipeline.internship.owndata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.meeting.Meeters;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.Placing.Placed;
import dev.talentpipeline.internship.support.RunningService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A person reads everything that is held about them; their university reads it for them, save what is theirs to show. */
@RunningService
class OwnDataIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Placing placing;

    @Test
    void theUniversityReadsNoDossierThroughIt() {
        Meeters two = Meeters.in(participants, market, market.programme());
        String person = two.student().person();
        String dossier = "/people/" + person + "/dossier";
        Api.Answer kept = two.own().upload(dossier + "/files/CV", "application/pdf", "%PDF-1.7 a life".getBytes(UTF_8));
        two.own()
                .put(dossier, Map.of("links", List.of(Map.of("label", "Code", "address", "https://code.example.org"))));
        two.shareCode();
        List<String> own = List.of("dossierLinks", "dossierFiles", "dossierShares", "dossierReadings", "shareCodes");

        JsonNode read = data(two.university(), person);

        assertThat(own).allSatisfy(part -> assertThat(read.has(part)).as(part).isFalse());
        assertThat(read.toString()).doesNotContain("code.example.org", kept.text("sha256"));
        assertThat(read.path("person").path(0).path("number").asString())
                .isEqualTo(two.student().number());
        assertThat(data(two.own(), person).toString()).contains(own).contains("code.example.org", kept.text("sha256"));
    }

    @Test
    void howInterviewsWentIsInItWhereStudentsMaySeeThat() {
        for (String results : List.of("SHOWN", "HIDDEN")) {
            Meeters two = Meeters.in(
                    participants,
                    market,
                    market.programme(Bodies.with(Bodies.programme(), "interviewResults", results)));
            String meeting = two.met();
            String interview = two.begun(meeting);
            Api.Answer recorded =
                    two.arrange(two.company(), meeting, interview, Map.of("decision", "RECORD", "result", "FAILED"));
            assertThat(recorded.status()).isEqualTo(200);

            JsonNode data = data(two.own(), two.student().person());

            JsonNode held = data.path("meetings").path(0).path("interviews").path(0);
            assertThat(held.path("state").asString()).isEqualTo("HELD");
            assertThat(data.path("meetingHistory").size())
                    .isEqualTo(recorded.json().path("version").asInt());
            assertThat(held.path("result").asString("none")).isEqualTo(results.equals("SHOWN") ? "FAILED" : "none");
            assertThat(data.path("meetingHistory").toString().contains("FAILED"))
                    .isEqualTo(results.equals("SHOWN"));
        }
    }

    @Test
    void everyTextOfAnAgreementIsInIt() {
        Placed placed = placing.drafted(placing.confirmed());
        placing.university().put(placed.agreement(), Bodies.with(Placing.agreement(), "mentor", "另一位导师"));

        JsonNode data = data(placing.student(placed), placed.student().person());

        assertThat(data.path("agreements").toString()).contains("另一位导师").doesNotContain("陈导师");
        assertThat(data.path("agreementTexts")
                        .valueStream()
                        .map(text -> text.path("revision").asInt() + " "
                                + text.path("terms").path("mentor").asString()))
                .containsExactly("1 陈导师", "2 另一位导师");
    }

    @Test
    void projectsAndCoursesAreInIt() {
        String programme = market.programme(Bodies.with(
                Bodies.with(Bodies.programme(), "universities", List.of(Market.UNIVERSITY)),
                "companies",
                List.of(Market.COMPANY)));
        var student = market.student(programme);
        var other = market.student(programme);
        Api university = participants.university(Market.UNIVERSITY);
        String record = "/programmes/%s/joint-records/ml-2".formatted(programme);
        Map<String, Object> course = Map.of(
                "kind",
                "COURSE",
                "titleZh",
                "图学习",
                "titleEn",
                "Learning on graphs",
                "description",
                "With a mentor.",
                "organisation",
                Market.UNIVERSITY,
                "startsOn",
                "2026-03-01",
                "endsOn",
                "2026-06-30",
                "skills",
                List.of(Map.of("id", "deep-learning", "level", 4)));
        assertThat(university.put(record, course).status()).isEqualTo(201);
        university.put(record + "/participants/" + student.number(), Map.of("completedOn", "2026-06-30"));

        JsonNode held = data(participants.student(Market.UNIVERSITY, student.person()), student.person());

        assertThat(held.path("participations").size()).isEqualTo(1);
        assertThat(held.path("participations").toString()).contains("ml-2", "2026-06-30", "deep-learning");
        assertThat(data(university, other.person()).path("participations")).isEmpty();
    }

    private static JsonNode data(Api caller, String person) {
        Api.Answer read = caller.get("/people/" + person + "/personal-data");
        assertThat(read.status()).as(read.json().toString()).isEqualTo(200);
        return read.json().path("data");
    }
}
