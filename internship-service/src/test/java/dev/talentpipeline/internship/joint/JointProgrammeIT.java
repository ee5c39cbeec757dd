package dev.talentpipeline.internship.joint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@RunningService
class JointProgrammeIT {

    private static final String BEFORE = Placing.today().minusDays(200).toString();
    private static final String BEGUN = Placing.today().minusDays(120).toString();
    private static final String ENDED = Placing.today().minusDays(30).toString();

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Test
    void bothPartnersWriteProjectsAndCoursesThatGoWithInternships() {
        String programme = joint();
        String internship = market.internship(programme);
        String path = records(programme);

        Api.Answer project = company().put(path + "/graphs", body("PROJECT", internship));
        Api.Answer course = university().put(path + "/ml-2", body("COURSE"));

        assertThat(List.of(project.status(), course.status()))
                .as(project.json().toString())
                .containsOnly(201);
        assertThat(university()
                        .put(path + "/graphs", body("PROJECT", internship))
                        .etag())
                .isEqualTo("\"1\"");
        assertThat(university()
                        .put(path + "/graphs", Bodies.with(body("PROJECT", internship), "titleEn", "Graphs II"))
                        .etag())
                .isEqualTo("\"2\"");
        assertThat(ids(company().get(path))).containsExactly("graphs", "ml-2");
        assertThat(ids(company().get(path + "?kind=COURSE"))).containsExactly("ml-2");
        assertThat(ids(company().get(path + "?internship=" + internship))).containsExactly("graphs");
        Api.Answer read = participants
                .student(Market.UNIVERSITY, market.student(programme).person())
                .get(path + "/graphs");
        assertThat(read.text("titleEn")).isEqualTo("Graphs II");
        assertThat(read.json().path("internships").path(0).asString()).isEqualTo(internship);
        assertThat(company().delete(path + "/ml-2").status()).isEqualTo(204);
        assertThat(company().get(path + "/ml-2").status()).isEqualTo(404);
    }

    @Test
    void whatIsCompletedIsAttestedBesideTheProfileAndMatchedByNobody() {
        String programme = joint();
        Entered student = market.student(programme);
        Entered other = market.student(programme);
        String record = records(programme) + "/ml-2";
        university().put(record, body("COURSE"));
        String own = "/programmes/%s/students/%s".formatted(programme, student.id());

        university().put(record + "/participants/" + student.number(), Map.of());
        assertThat(university().get(own).json().path("attestedSkills").isEmpty())
                .as("takes part and has not completed it")
                .isTrue();
        Api.Answer completed =
                university().put(record + "/participants/" + student.number(), Map.of("completedOn", ENDED));

        assertThat(completed.status()).as(completed.json().toString()).isEqualTo(200);
        String attested =
                "[{\"id\":\"deep-learning\",\"level\":4,\"source\":\"COURSE\",\"record\":\"ml-2\",\"completedOn\":\"%s\"}]"
                        .formatted(ENDED);
        Api.Answer read =
                participants.student(Market.UNIVERSITY, student.person()).get(own);
        assertThat(read.json().path("attestedSkills").toString()).isEqualTo(attested);
        assertThat(read.json().path("skills").toString()).doesNotContain("deep-learning");
        assertThat(read.etag()).as("no new version of the student").isEqualTo("\"1\"");
        assertThat(TopicReader.events(codec, Topics.STUDENT_PROFILES, key -> key.endsWith("/" + student.id()), 1)
                        .getFirst()
                        .getSkills())
                .extracting(skill -> skill.getSkill())
                .containsExactly("machine-learning");
        var listed = university()
                .get("/programmes/%s/students".formatted(programme))
                .json()
                .path("items");
        assertThat(listed.valueStream()
                        .map(item -> item.path("id").asString() + " "
                                + item.path("attestedSkills").size()))
                .containsExactlyInAnyOrder(student.id() + " 1", other.id() + " 0");
        assertThat(university()
                        .get(record + "/participants")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);

        // then: it stays until the university takes it back
        assertThat(company().delete(record).text("type")).endsWith("/record-has-participants");
        assertThat(university()
                        .delete(record + "/participants/" + student.number())
                        .status())
                .isEqualTo(204);
        assertThat(university()
                        .delete(record + "/participants/" + student.number())
                        .status())
                .isEqualTo(404);
        assertThat(university().get(own).json().path("attestedSkills").isEmpty())
                .isTrue();
        assertThat(company().delete(record).status()).isEqualTo(204);
    }

    @Test
    void strangersSeeNothingAndEachPartnerDoesOnlyItsPart() {
        String programme = joint();
        Entered student = market.student(programme);
        String record = records(programme) + "/ml-2";
        university().put(record, body("COURSE"));

        assertThat(participants.company("stranger").get(record).status()).isEqualTo(404);
        assertThat(participants.company("stranger").put(record, body("COURSE")).status())
                .isEqualTo(404);
        assertThat(participants.operations().put(record, body("COURSE")).status())
                .isEqualTo(403);
        assertThat(company()
                        .put(record + "/participants/" + student.id(), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(company().get(record + "/participants").status()).isEqualTo(403);
        assertThat(university().put(record + "/participants/unknown", Map.of()).status())
                .isEqualTo(404);
        assertThat(university()
                        .put(record + "/participants/" + student.number(), Map.of("completedOn", BEFORE))
                        .text("field"))
                .as("before it starts")
                .isEqualTo("completedOn");
        assertThat(university()
                        .put(
                                record + "/participants/" + student.number(),
                                Map.of(
                                        "completedOn",
                                        Placing.today().plusDays(1).toString()))
                        .text("field"))
                .as("what is not over attests nothing")
                .isEqualTo("completedOn");
        assertThat(university()
                        .put(
                                record + "/participants/" + student.number(),
                                Map.of("completedOn", Placing.today().toString()))
                        .status())
                .isEqualTo(200);
        String open = market.programme();
        assertThat(university().put(records(open) + "/ml-2", body("COURSE")).text("type"))
                .endsWith("/programme-not-joint");
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("kind", "TALK", 400),
                Arguments.of("titleZh", "", 400),
                Arguments.of("endsOn", BEFORE, 400),
                Arguments.of("skills", List.of(Map.of("id", "no-such-skill", "level", 3)), 422),
                Arguments.of("organisation", "somebody-else", 422),
                Arguments.of("internships", List.of(UUID.randomUUID().toString()), 422));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void namesTheFieldThatIsWrong(String field, Object value, int status) {
        Api.Answer answer = university().put(records(joint()) + "/ml-2", Bodies.with(body("COURSE"), field, value));

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
        assertThat(answer.text("field")).isEqualTo(field);
    }

    private String joint() {
        return market.programme(Bodies.with(
                Bodies.with(Bodies.programme(), "universities", List.of(Market.UNIVERSITY)),
                "companies",
                List.of(Market.COMPANY)));
    }

    private static String records(String programme) {
        return "/programmes/%s/joint-records".formatted(programme);
    }

    private static Map<String, @Nullable Object> body(String kind, String... internships) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("kind", kind);
        body.put("titleZh", "图学习");
        body.put("titleEn", "Learning on graphs");
        body.put("description", "With a mentor of the company.");
        body.put("organisation", Market.UNIVERSITY);
        body.put("startsOn", BEGUN);
        body.put("endsOn", ENDED);
        body.put("skills", List.of(Map.of("id", "deep-learning", "level", 4)));
        body.put("internships", List.of(internships));
        return body;
    }

    private static List<String> ids(Api.Answer page) {
        return page.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private Api university() {
        return participants.university(Market.UNIVERSITY);
    }

    private Api company() {
        return participants.company(Market.COMPANY);
    }
}
