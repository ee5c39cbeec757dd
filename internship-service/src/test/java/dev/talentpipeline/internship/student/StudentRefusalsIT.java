package dev.talentpipeline.internship.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What cannot be taken of a student, and what is said about it. */
@RunningService
class StudentRefusalsIT {

    private static final String SOME_ID = UUID.randomUUID().toString();

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    static Stream<Arguments> badFields() {
        return Stream.of(
                Arguments.of("name", "", "name"),
                Arguments.of("name", "a\u0000b", "name"),
                Arguments.of("email", "nobody", "email"),
                Arguments.of("email", "a@b", "email"),
                Arguments.of("email", "a@b.cn\r\nBcc: c@d.cn", "email"),
                Arguments.of("phone", "call me", "phone"),
                Arguments.of("language", "fr", "language"),
                Arguments.of("degree", "PHD", "degree"),
                Arguments.of("degree", null, "degree"),
                Arguments.of("major", null, "major"),
                Arguments.of("graduatesOn", "2027-02-30", "graduatesOn"),
                Arguments.of("skills", List.of(Map.of("id", "python", "level", 6)), "skills[0].level"),
                Arguments.of("skills", List.of(Map.of("level", 1)), "skills[0].id"),
                Arguments.of(
                        "skills",
                        List.of(Map.of("id", "python", "level", 1), Map.of("id", "python", "level", 2)),
                        "skills[1].id"),
                Arguments.of("skills", Arrays.asList((Object) null), "skills[0].id"),
                Arguments.of("skills", "python", "skills"),
                Arguments.of("occupations", List.of("ai-engineer", "ai-engineer"), "occupations"),
                Arguments.of("preferences", List.of(SOME_ID, SOME_ID), "preferences"),
                Arguments.of("researchTopics", List.of(" "), "researchTopics"),
                Arguments.of("regions", List.of("Beijing"), "regions"),
                Arguments.of("regions", List.of("CHINA"), "regions"),
                Arguments.of("regions", List.of("CN-XX"), "regions"),
                Arguments.of("availableFrom", "soon", "availableFrom"),
                Arguments.of("availableUntil", "2026-01-01", "availableUntil"),
                Arguments.of("daysPerWeek", 0, "daysPerWeek"),
                Arguments.of("daysPerWeek", 8, "daysPerWeek"),
                Arguments.of("daysPerWeek", 2.5, "daysPerWeek"),
                Arguments.of("minimumStipend", -1, "minimumStipend"),
                Arguments.of("minimumStipend", "much", "minimumStipend"),
                Arguments.of("consent", "yes", "consent"),
                Arguments.of("gender", "f", "gender"));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void namesTheFieldThatIsWrong(String field, Object value, String blamed) {
        String programme = market.programme();

        Api.Answer answer = university()
                .put("/programmes/" + programme + "/students/1", Bodies.with(Bodies.student(), field, value));

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo(blamed);
        assertThat(answer.text("remedy")).isNotBlank();
    }

    @Test
    void namesTheNearestOfASkillThatIsNotInTheCatalogue() {
        String programme = market.programme();

        Api.Answer answer = university()
                .put(
                        "/programmes/" + programme + "/students/1",
                        Bodies.with(Bodies.student(), "skills", List.of(Map.of("id", "machine-lerning", "level", 3))));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).endsWith("/not-in-catalogue");
        assertThat(answer.text("value")).isEqualTo("machine-lerning");
        assertThat(answer.json().path("nearest").path(0).asString()).isEqualTo("machine-learning");
    }

    @Test
    void aFilterBySomethingThatIsNoSkillNamesTheNearest() {
        Api.Answer answer = university().get("/programmes/" + market.programme() + "/students?skill=pyhton");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("field")).isEqualTo("skill");
        assertThat(answer.json().path("nearest").toString()).contains("\"python\"");
    }

    @Test
    void aRegionThatIsNoneIsToldOnceAndSmallLettersWillDo() {
        String path = "/programmes/" + market.programme() + "/students/1";

        Api.Answer wrong = university().put(path, Bodies.with(Bodies.student(), "regions", List.of("Beijing")));
        assertThat(wrong.json().path("errors").size()).isEqualTo(1);
        assertThat(wrong.text("remedy")).isEqualTo("Give a region by its ISO 3166-2 code such as CN-BJ.");
        assertThat(university()
                        .put(path, Bodies.with(Bodies.student(), "regions", List.of("cn-sh")))
                        .json()
                        .path("regions")
                        .toString())
                .isEqualTo("[\"CN-SH\"]");
    }

    @Test
    void noStudentOfAUniversityHasTheNumberMe() {
        Api.Answer refused = university().put("/programmes/" + market.programme() + "/students/me", Bodies.student());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo("student");
        assertThat(refused.text("remedy")).startsWith("Give the student number");
    }

    @Test
    void whoMayNeverEnterStudentsIsToldSoBeforeWhatIsWrongWithTheFields() {
        assertThat(participants
                        .company(Market.COMPANY)
                        .put("/programmes/" + market.programme() + "/students/1", Map.of("name", "A"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesPreferencesThatAreNotInTheProgramme() {
        String programme = market.programme();
        String elsewhere = market.internship(market.programme());
        String here = market.internship(programme);
        String path = "/programmes/" + programme + "/students/1";

        assertThat(university()
                        .put(path, Bodies.with(Bodies.student(), "preferences", List.of(here)))
                        .status())
                .isEqualTo(201);
        for (String stranger : List.of(elsewhere, UUID.randomUUID().toString(), "ml-1")) {
            Api.Answer answer =
                    university().put(path, Bodies.with(Bodies.student(), "preferences", List.of(here, stranger)));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text("field")).isEqualTo("preferences");
            assertThat(answer.text("value")).isEqualTo(stranger);
        }
    }

    @Test
    void refusesBodiesThatAreNoJsonOrTooLong() {
        String programme = market.programme();
        String path = "/programmes/" + programme + "/students/1";

        assertThat(university().put(path, "{\"name\":").status()).isEqualTo(400);
        assertThat(university().put(path, "[]").status()).isEqualTo(400);
        assertThat(university()
                        .put(path, Bodies.with(Bodies.student(), "name", "x".repeat(1_100_000)))
                        .status())
                .isEqualTo(413);
    }

    private Api university() {
        return participants.university(Market.UNIVERSITY);
    }
}
