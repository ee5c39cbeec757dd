package dev.talentpipeline.internship.internship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@RunningService
class InternshipIT {

    private static final String SOME_ID = UUID.randomUUID().toString();

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Test
    void theCompanyUsesItsReferenceAndEverybodyElseTheId() {
        String programme = market.programme();
        String path = "/programmes/" + programme + "/internships/";
        String id = company().put(path + "ml-1", Bodies.internship()).text("id");

        assertThat(company().put(path + "ml-1", Bodies.internship()).etag()).isEqualTo("\"1\"");
        assertThat(company()
                        .put(path + id, Bodies.with(Bodies.internship(), "stipend", 6000))
                        .etag())
                .isEqualTo("\"2\"");
        assertThat(company().get(path + "ml-1").text("id")).isEqualTo(id);
        Api university = participants.university(Market.UNIVERSITY);
        assertThat(university.get(path + "ml-1").status()).isEqualTo(404);
        Api.Answer seen = university.get(path + id);
        assertThat(seen.text("title")).isEqualTo("Machine learning intern");
        assertThat(seen.json().has("reference")).isFalse();
        assertThat(seen.json().has("preferences")).isFalse();
        assertThat(seen.json().has("taken")).isFalse();
    }

    @Test
    void anotherCompanyChangesNothingOfIt() {
        String programme = market.programme();
        String path = "/programmes/" + programme + "/internships/";
        String id = company().put(path + "ml-1", Bodies.internship()).text("id");
        Api other = participants.company("globex");

        assertThat(other.put(path + id, Bodies.internship()).status()).isEqualTo(404);
        assertThat(other.delete(path + id).status()).isEqualTo(404);
        assertThat(other.put(path + UUID.randomUUID(), Bodies.internship()).status())
                .isEqualTo(404);
        assertThat(other.put(path + "ml-1", Bodies.internship()).text("id")).isNotEqualTo(id);
        assertThat(participants
                        .university(Market.UNIVERSITY)
                        .put(path + id, Bodies.internship())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void listsByCompanyStateOccupationRegionAndTitle() {
        String programme = market.programme();
        String path = "/programmes/" + programme + "/internships";
        String beijing = company().put(path + "/a", Bodies.internship()).text("id");
        String shanghai = company()
                .put(
                        path + "/b",
                        Bodies.with(Bodies.with(Bodies.internship(), "region", "CN-SH"), "title", "芯片 Design 50%"))
                .text("id");
        company().delete(path + "/b");
        Api reader = participants.university(Market.UNIVERSITY);

        assertThat(ids(reader.get(path))).containsExactlyInAnyOrder(beijing, shanghai);
        assertThat(ids(reader.get(path + "?region=CN-SH"))).containsExactly(shanghai);
        assertThat(ids(reader.get(path + "?state=OPEN&occupation=ai-engineer&company=acme-ai")))
                .containsExactly(beijing);
        assertThat(ids(company().get(path + "?reference=b"))).containsExactly(shanghai);
        assertThat(ids(reader.get(path + "?reference=b"))).isEmpty();
        assertThat(ids(reader.get(path + "?occupation=iot-engineer"))).isEmpty();
        // a part of it, in capitals or not, and nothing in it means anything else
        for (String part : List.of("dESIGN", "%E8%8A%AF%E7%89%87", "50%25")) {
            assertThat(ids(reader.get(path + "?title=" + part))).containsExactly(shanghai);
        }
        assertThat(ids(reader.get(path + "?title=_esign"))).isEmpty();
    }

    private static List<String> ids(Api.Answer list) {
        return list.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    @Test
    void aCompanyRanksAndExcludesStudentsOfTheProgramme() {
        String programme = market.programme();
        Entered wanted = market.student(programme);
        Entered unwanted = market.student(programme);
        String path = "/programmes/" + programme + "/internships/ml-1";
        var body = Bodies.with(
                Bodies.with(Bodies.internship(), "preferences", List.of(wanted.id())),
                "excluded",
                List.of(unwanted.id()));

        Api.Answer posted = company().put(path, body);

        assertThat(posted.status()).isEqualTo(201);
        assertThat(posted.json().path("preferences").path(0).asString()).isEqualTo(wanted.id());
        assertThat(company()
                        .put(path, Bodies.with(body, "excluded", List.of(wanted.id())))
                        .status())
                .isEqualTo(400);
        Api.Answer stranger = company()
                .put(
                        path,
                        Bodies.with(
                                body, "preferences", List.of(UUID.randomUUID().toString())));
        assertThat(stranger.status()).isEqualTo(422);
        assertThat(stranger.text("field")).isEqualTo("preferences");
    }

    @Test
    void onlyMembersPost() {
        String programme = market.programme(Bodies.with(Bodies.programme(), "companies", List.of("globex")));

        assertThat(company()
                        .put("/programmes/" + programme + "/internships/ml-1", Bodies.internship())
                        .status())
                .isEqualTo(404);
        assertThat(participants
                        .company("globex")
                        .put("/programmes/" + programme + "/internships/ml-1", Bodies.internship())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anOccupationThatOperationsAddsCanBePostedAtOnce() {
        String programme = market.programme();
        String id = "test-" + UUID.randomUUID();
        String path = "/programmes/" + programme + "/internships/ml-1";
        var body = Bodies.with(Bodies.internship(), "occupation", id);
        Api.Answer before = company().put(path, body);
        assertThat(before.status()).isEqualTo(422);
        assertThat(before.json().path("nearest").size()).isPositive();

        var occupation =
                Map.of("en", "Embodied AI engineer", "zh", "具身智能工程技术人员", "family", "ai", "announced", "2026-09");
        assertThat(company().put("/catalogue/occupations/" + id, occupation).status())
                .isEqualTo(403);
        assertThat(participants
                        .operations()
                        .put("/catalogue/occupations/" + id, occupation)
                        .status())
                .isEqualTo(201);
        assertThat(participants
                        .operations()
                        .put("/catalogue/occupations/" + id, occupation)
                        .status())
                .isEqualTo(200);

        assertThat(company().put(path, body).status()).isEqualTo(201);
        assertThat(company().get("/catalogue/occupations/" + id).text("zh")).isEqualTo("具身智能工程技术人员");
    }

    @Test
    void theCatalogueIsListedByFamilyAndEnteredInOneGo() {
        String id = "test-" + UUID.randomUUID();
        var items = Map.of(
                "items",
                List.of(
                        Map.of("id", id, "en", "Prompting", "zh", "提示词", "family", "ai", "aliases", List.of("提示工程")),
                        Map.of("id", "Bad Id", "en", "x", "zh", "y", "family", "ai")));

        Api.Answer refused = participants.operations().put("/catalogue/skills", items);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo("items[1].id");
        assertThat(company().get("/catalogue/skills/" + id).status()).isEqualTo(404);
        Api.Answer entered = participants
                .operations()
                .put("/catalogue/skills", Map.of("items", List.of(((List<?>) items.get("items")).getFirst())));
        assertThat(entered.status()).isEqualTo(200);
        assertThat(company()
                        .get("/catalogue/skills/" + id)
                        .json()
                        .path("aliases")
                        .path(0)
                        .asString())
                .isEqualTo("提示工程");
        assertThat(company()
                        .get("/catalogue/skills?family=ai&limit=200")
                        .json()
                        .path("items")
                        .size())
                .isGreaterThan(5);
        assertThat(company()
                        .get("/catalogue/occupations?limit=200")
                        .json()
                        .path("items")
                        .size())
                .isGreaterThan(30);
    }

    static Stream<Arguments> badFields() {
        return Stream.of(
                Arguments.of("title", null, "title"),
                Arguments.of("description", "x".repeat(10_001), "description"),
                Arguments.of("occupation", null, "occupation"),
                Arguments.of("region", "beijing", "region"),
                Arguments.of("region", null, "region"),
                Arguments.of("startsOn", "2027-3-1", "startsOn"),
                Arguments.of("weeks", 0, "weeks"),
                Arguments.of("weeks", null, "weeks"),
                Arguments.of("daysPerWeek", 9, "daysPerWeek"),
                Arguments.of("stipend", -5, "stipend"),
                Arguments.of("seats", 0, "seats"),
                Arguments.of("minimumDegree", "NONE", "minimumDegree"),
                Arguments.of("majors", List.of("CS", "CS"), "majors"),
                Arguments.of("requiredSkills", List.of(Map.of("id", "python", "level", 0)), "requiredSkills[0].level"),
                Arguments.of("requiredSkills", List.of(Map.of("id", "python", "years", 3)), "requiredSkills[0].years"),
                Arguments.of(
                        "requiredSkills",
                        List.of(Map.of("id", "python", "level", 2), Map.of("id", "python", "level", 3)),
                        "requiredSkills[1].id"),
                Arguments.of("preferences", List.of(SOME_ID, SOME_ID), "preferences"),
                Arguments.of("applyBy", "2027-01-01", "applyBy"),
                Arguments.of("salary", 1, "salary"));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void namesTheFieldThatIsWrong(String field, Object value, String blamed) {
        String programme = market.programme();

        Api.Answer answer = company()
                .put("/programmes/" + programme + "/internships/1", Bodies.with(Bodies.internship(), field, value));

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo(blamed);
    }

    private Api company() {
        return participants.company(Market.COMPANY);
    }
}
