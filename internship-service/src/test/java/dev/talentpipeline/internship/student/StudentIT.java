package dev.talentpipeline.internship.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningService
class StudentIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anUnchangedPutRaisesNoVersionAndAChangeTellsOnlyWhatChanged() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String path = "/programmes/%s/students/%s".formatted(programme, student.number());

        Api.Answer same = university().put(path, Bodies.student());
        Api.Answer profile = university().put(path, Bodies.with(Bodies.student(), "minimumStipend", 1));
        Api.Answer name =
                university().put(path, Bodies.with(Bodies.with(Bodies.student(), "minimumStipend", 1), "name", "王大明"));

        assertThat(List.of(same.status(), profile.status(), name.status())).containsOnly(200);
        assertThat(List.of(same.etag(), profile.etag(), name.etag())).containsExactly("\"1\"", "\"2\"", "\"2\"");
        assertThat(TopicReader.events(codec, Topics.STUDENT_PROFILES, TopicReader.programme(programme), 2))
                .extracting(StudentProfile::getMinimumStipend)
                .containsExactly(3000, 1);
        assertThat(TopicReader.events(codec, Topics.CONTACTS, key -> key.equals(student.person()), 2))
                .extracting(Contact::getName)
                .containsExactly("王小明", "王大明");
    }

    @Test
    void aPersonIsTheSameInEveryProgramme() {
        String here = market.programme();
        String there = market.programme();
        Entered one = market.student(here);

        Entered same = market.student(there, one.number());

        assertThat(same.person()).isEqualTo(one.person());
        assertThat(same.id()).isNotEqualTo(one.id());
        Api.Answer me = participants.student(Market.UNIVERSITY, one.person()).get("/people/me");
        assertThat(me.json().path("students").size()).isEqualTo(2);
        assertThat(me.text("number")).isEqualTo(one.number());
    }

    @Test
    void foreignAndUnknownStudentsLookTheSameToEverybodyElse() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String path = "/programmes/%s/students/".formatted(programme);

        for (Api outsider : List.of(
                participants.university("fudan"),
                participants.company(Market.COMPANY),
                participants.student(Market.UNIVERSITY, UUID.randomUUID().toString()))) {
            Api.Answer foreign = outsider.get(path + student.id());
            String unknownId = UUID.randomUUID().toString();
            Api.Answer unknown = outsider.get(path + unknownId);
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.said().replace(student.id(), "X"))
                    .isEqualTo(unknown.said().replace(unknownId, "X"));
        }
        assertThat(participants
                        .university("fudan")
                        .put(path + student.id(), Bodies.student())
                        .status())
                .isEqualTo(404);
        assertThat(participants.university("fudan").delete(path + student.id()).status())
                .isEqualTo(404);
        assertThat(participants
                        .company(Market.COMPANY)
                        .get("/programmes/%s/students".formatted(programme))
                        .status())
                .isEqualTo(403);
        // The same number at another university is another student.
        assertThat(participants
                        .university("fudan")
                        .put(path + student.number(), Bodies.student())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void operationsSeesWhoIsInTheMarketButNoNames() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String path = "/programmes/%s/students".formatted(programme);

        Api.Answer seen = participants.operations().get(path);

        assertThat(seen.json().path("items").path(0).path("id").asString()).isEqualTo(student.id());
        assertThat(seen.json().toString()).doesNotContain("王小明", "wang@", student.number(), "1234");
        assertThat(participants
                        .operations()
                        .get(path + "?number=" + student.number())
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
        assertThat(participants
                        .operations()
                        .put(path + "/" + student.id(), Bodies.student())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aStudentOwnsTheirProfileAndGivesTheirOwnConsentWhereTheProgrammeAsksForIt() {
        String programme = market.programme(Bodies.with(Bodies.programme(), "consentBy", "STUDENT"));
        Entered student = market.student(programme);
        String path = "/programmes/%s/students/%s".formatted(programme, student.id());
        Api own = participants.student(Market.UNIVERSITY, student.person());

        assertThat(university().get(path).json().path("consent").asBoolean()).isFalse();
        assertThat(own.put(path, Bodies.student()).json().path("consent").asBoolean())
                .isTrue();
        assertThat(university()
                        .put(path, Bodies.student())
                        .json()
                        .path("consent")
                        .asBoolean())
                .isTrue();
        Api.Answer against = university().put(path, Bodies.with(Bodies.student(), "consent", false));
        assertThat(against.json().path("consent").asBoolean())
                .as("what the student has said is taken back on request, and on record")
                .isTrue();
        assertThat(against.json().path("kept").toString()).isEqualTo("[\"consent\"]");
        university().post("/people/%s/consent".formatted(student.person()), Map.of("given", false));
        assertThat(university().get(path).json().path("consent").asBoolean()).isFalse();
        assertThat(own.get("/programmes/%s/students".formatted(programme))
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aWithdrawnStudentCanComeBack() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String path = "/programmes/%s/students/%s".formatted(programme, student.id());

        assertThat(university().delete(path).text("state")).isEqualTo("WITHDRAWN");
        assertThat(university().delete(path).etag()).isEqualTo("\"2\"");
        Api.Answer back = university().put(path, Bodies.student());
        assertThat(back.text("state")).isEqualTo("ACTIVE");
        assertThat(back.etag()).isEqualTo("\"3\"");
    }

    @Test
    void listsPageByPageAndByState() {
        String programme = market.programme();
        Entered first = market.student(programme);
        market.student(programme);
        market.student(programme);
        String path = "/programmes/%s/students".formatted(programme);
        university().delete(path + "/" + first.id());

        Api.Answer page = university().get(path + "?limit=2");
        Api.Answer rest = university().get(path + "?limit=2&cursor=" + page.text("next"));

        assertThat(page.json().path("items").size()).isEqualTo(2);
        assertThat(rest.json().path("items").size()).isEqualTo(1);
        assertThat(rest.json().path("next").isNull()).isTrue();
        assertThat(university()
                        .get(path + "?state=WITHDRAWN")
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(first.id());
        assertThat(university()
                        .get(path + "?number=" + first.number())
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(university().get(path + "?state=LOST").status()).isEqualTo(400);
        assertThat(university().get(path + "?cursor=YWJj").status()).isEqualTo(400);
    }

    @Test
    void listsByWhatStudentsAreLikeAndHowFarTheyHaveCome() {
        String programme = market.programme();
        Entered matched = market.student(programme);
        Entered waiting = market.student(programme);
        Entered neither = market.student(programme);
        String offer = market.offer(programme, matched, market.internship(programme, Bodies.internship()));
        market.decide(matched, offer, "ACCEPT");
        String open = market.offer(programme, waiting, market.internship(programme, Bodies.internship()));
        university()
                .put(
                        "/programmes/%s/students/%s".formatted(programme, neither.number()),
                        Bodies.with(Bodies.with(Bodies.student(), "name", "Li Lei"), "major", "Law"));

        assertThat(ids(programme, "students?standing=MATCHED")).containsExactly(matched.id());
        assertThat(ids(programme, "students?standing=WAITING")).containsExactly(waiting.id());
        assertThat(ids(programme, "students?standing=UNMATCHED")).containsExactly(neither.id());
        assertThat(ids(programme, "students?name=li%20l")).containsExactly(neither.id());
        assertThat(ids(programme, "students?major=LA&degree=MASTER&skill=machine-learning"))
                .containsExactly(neither.id());
        assertThat(ids(programme, "students?degree=BACHELOR")).isEmpty();
        assertThat(ids(programme, "students?skill=python")).isEmpty();
        assertThat(ids(programme, "students?school=physics")).isEmpty();
        assertThat(ids(programme, "students?ids=%s,%s,x".formatted(waiting.id(), neither.id())))
                .containsExactlyInAnyOrder(waiting.id(), neither.id());
        assertThat(ids(programme, "offers?student=%s,%s".formatted(waiting.id(), neither.number())))
                .containsExactly(open);
        assertThat(ids(programme, "offers?student=nobody")).isEmpty();
        assertThat(participants
                        .operations()
                        .get("/programmes/%s/students?name=li".formatted(programme))
                        .json()
                        .path("items")
                        .size())
                .as("operations knows no names")
                .isZero();
    }

    private List<String> ids(String programme, String list) {
        return university()
                .get("/programmes/%s/%s".formatted(programme, list))
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    @Test
    void onlyTheUniversityAsksForAccessAndItIsOnRecord() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String path = "/people/%s/access".formatted(student.person());

        assertThat(university().post(path, null).status()).isEqualTo(200);
        assertThat(participants.university("fudan").post(path, null).status()).isEqualTo(404);
        assertThat(participants.company(Market.COMPANY).post(path, null).status())
                .isEqualTo(403);
        assertThat(jdbc.sql("select subject from person_access where person = cast(? as uuid)")
                        .param(student.person())
                        .query(String.class)
                        .list())
                .containsExactly("test-tsinghua");
    }

    private Api university() {
        return participants.university(Market.UNIVERSITY);
    }
}
