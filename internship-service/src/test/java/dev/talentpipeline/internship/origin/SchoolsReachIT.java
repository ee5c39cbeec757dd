package dev.talentpipeline.internship.origin;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever acts for one school of a university endorses, refuses, enters its own students, and changes nothing else. */
@RunningService
class SchoolsReachIT {

    private static final String SCHOOL = "computing";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping calls;

    @Test
    void ofAllCallsThatChangeSomethingItMakesSix() {
        Api school = participants.school(Market.UNIVERSITY, SCHOOL);

        List<String> made = calls.getHandlerMethods().keySet().stream()
                .flatMap(call -> call.getMethodsCondition().getMethods().stream()
                        .filter(method -> method != RequestMethod.GET)
                        .flatMap(method -> call.getPatternValues().stream().map(path -> method + " " + path)))
                .filter(call -> call.contains(" /api/v1/"))
                .filter(call -> !isRefused(school, call))
                .sorted()
                .toList();

        assertThat(made)
                .containsExactly(
                        "POST /api/v1/offers/decisions",
                        "POST /api/v1/offers/{offer}/decisions",
                        "POST /api/v1/organisations/{organisation}/roll/claim-links",
                        "POST /api/v1/organisations/{organisation}/roll/claim-reminders",
                        "POST /api/v1/organisations/{organisation}/roll/{entry}/claim-links",
                        "PUT /api/v1/programmes/{programme}/students/{student}");
    }

    private static boolean isRefused(Api school, String call) {
        String path = call.substring(call.indexOf("/api/v1") + "/api/v1".length());
        Api.Answer answer = school.send(
                call.substring(0, call.indexOf(' ')),
                path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()),
                Map.of(),
                Map.of());
        return answer.status() == 403 && answer.text("remedy").contains("career centre");
    }

    @Test
    void whatItMayNotDoTheCareerCentreMay() {
        String programme = market.programme();
        Entered student = market.studentOf(programme, SCHOOL);
        Api school = participants.school(Market.UNIVERSITY, SCHOOL);
        Api university = participants.university(Market.UNIVERSITY);
        String person = "/people/" + student.person();

        assertThat(school.post("/programmes/" + programme + "/state", Map.of("state", "PAUSED"))
                        .status())
                .isEqualTo(403);
        assertThat(school.post(person + "/access", Map.of()).status()).isEqualTo(403);
        assertThat(school.get(person + "/personal-data").status()).isEqualTo(403);
        assertThat(school.delete(person + "/personal-data").status()).isEqualTo(403);
        assertThat(university
                        .post("/programmes/" + programme + "/state", Map.of("state", "PAUSED"))
                        .status())
                .isEqualTo(200);
        assertThat(university.post(person + "/access", Map.of()).status()).isEqualTo(200);
        assertThat(university.get(person + "/personal-data").status()).isEqualTo(200);
        assertThat(university.delete(person + "/personal-data").status()).isEqualTo(202);
    }

    @Test
    void itEntersAndChangesItsOwnStudentsAndTakesNobodyOver() {
        market.school(SCHOOL);
        market.school("law");
        String programme = market.programme();
        Api school = participants.school(Market.UNIVERSITY, SCHOOL);
        String number = "n" + UUID.randomUUID().toString().substring(0, 12);
        String path = "/programmes/%s/students/".formatted(programme);

        Api.Answer entered = school.put(path + number, student(SCHOOL, "Physics"));
        assertThat(entered.status()).isEqualTo(201);
        assertThat(school.put(path + entered.text("id"), student(SCHOOL, "Chemistry"))
                        .text("major"))
                .isEqualTo("Chemistry");

        // it gives nobody away, enters nobody for others, and does not make others' its own
        assertThat(school.put(path + number, student("law", "Law")).status()).isEqualTo(403);
        assertThat(school.put(path + number + "x", student("law", "Law")).status())
                .isEqualTo(403);
        assertThat(school.put(path + number + "x", student(null, "Law")).status())
                .isEqualTo(403);
        for (Entered other : List.of(market.studentOf(programme, "law"), market.student(programme))) {
            assertThat(school.put(path + other.number(), student(SCHOOL, "Law")).status())
                    .isEqualTo(403);
            assertThat(school.put(path + other.id(), student(SCHOOL, "Law")).status())
                    .isEqualTo(403);
            // nor by another programme
            assertThat(school.put(
                                    "/programmes/%s/students/%s".formatted(market.programme(), other.number()),
                                    student(SCHOOL, "Law"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(participants
                        .university(Market.UNIVERSITY)
                        .put(path + number, student("law", "Law"))
                        .text("school"))
                .isEqualTo("law");
    }

    private static Map<String, @Nullable Object> student(@Nullable String school, String major) {
        return Bodies.with(Bodies.with(Bodies.student(), "school", school), "major", major);
    }
}
