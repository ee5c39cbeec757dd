package dev.talentpipeline.internship.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the student has said is theirs, and what the university knows is the university's. */
@RunningService
class WhoseWordIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    private Rolls rolls;

    @BeforeEach
    void enter() {
        rolls = Rolls.newUniversity(participants);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static Map<String, @Nullable Object> with(Map<String, ? extends @Nullable Object> changes) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>(Bodies.student());
        body.putAll(changes);
        return body;
    }

    private Api claimed(String number) {
        String secret = rolls.university()
                .post(rolls.path(number) + "/claim-links", null)
                .text("secret");
        Api.Answer claimed =
                participants.operations().post("/roll-claims", Map.of("secret", secret, "email", "own@example.org"));
        assertThat(claimed.status()).as(claimed.json().toString()).isEqualTo(200);
        return participants.student(rolls.org(), claimed.text("person"));
    }

    @Test
    void whatTheStudentHasSaidIsKeptAndWhatTheyLeftOpenIsTheUniversitysToSay() {
        String programme = market.programme();
        String path = "/programmes/%s/students/".formatted(programme);
        rolls.university().put(path + "01", with(Map.of("skills", List.of(), "regions", List.of())));
        Api student = claimed("01");
        Api.Answer own = student.put(
                path + "me",
                with(Map.of(
                        "skills",
                        List.of(Map.of("id", "python", "level", 5)),
                        "regions",
                        List.of(),
                        "minimumStipend",
                        4_500,
                        "major",
                        "Astronomy",
                        "email",
                        "own@example.org")));

        Api.Answer after = rolls.university()
                .put(
                        path + "01",
                        with(Map.of(
                                "skills",
                                List.of(Map.of("id", "java", "level", 1)),
                                "regions",
                                List.of("CN-SH"),
                                "minimumStipend",
                                1,
                                "degree",
                                "DOCTORATE",
                                "email",
                                "office@example.edu.cn")));

        assertThat(own.status()).as(own.json().toString()).isEqualTo(200);
        assertThat(texts(own.json().path("kept"))).as("the university's").containsExactly("major");
        assertThat(own.text("major")).isEqualTo("Computer science");
        assertThat(texts(own.json().path("saidByStudent")))
                .contains("skills", "minimumStipend", "consent")
                .doesNotContain("regions", "preferences");
        assertThat(texts(after.json().path("kept"))).containsExactlyInAnyOrder("email", "skills", "minimumStipend");
        assertThat(after.json().path("skills").path(0).path("id").asString()).isEqualTo("python");
        assertThat(after.json().path("minimumStipend").asInt()).isEqualTo(4_500);
        assertThat(texts(after.json().path("regions"))).containsExactly("CN-SH");
        assertThat(after.text("degree")).isEqualTo("DOCTORATE");
        assertThat(after.text("email")).isEqualTo("own@example.org");
        assertThat(rolls.entry("01").text("email"))
                .as("as the university knows it")
                .isEqualTo("office@example.edu.cn");
    }

    @Test
    void aConsentThatTheUniversityRecordsWaitsForTheStudentsWord() {
        String programme = market.programme(Bodies.with(Bodies.programme(), "consentBy", "STUDENT"));
        String path = "/programmes/%s/students/".formatted(programme);

        Api.Answer recorded = rolls.university().put(path + "01", Bodies.student());
        Api.Answer nothing = rolls.university().put(path + "02", with(Map.of("consent", false)));
        Api student = claimed("01");
        JsonNode claimedOnly = student.get(path + "me").json();
        student.post("/people/me/consent", Map.of("given", true));
        JsonNode said = student.get(path + "me").json();
        Api.Answer against = rolls.university().put(path + "01", with(Map.of("consent", false)));

        assertThat(recorded.json().path("consent").asBoolean()).isFalse();
        assertThat(recorded.json().path("consentAwaited").asBoolean()).isTrue();
        assertThat(nothing.json().path("consentAwaited").asBoolean()).isFalse();
        assertThat(claimedOnly.path("consent").asBoolean())
                .as("claiming is no consent")
                .isFalse();
        assertThat(said.path("consent").asBoolean()).isTrue();
        assertThat(said.path("consentAwaited").asBoolean()).isFalse();
        assertThat(against.json().path("consent").asBoolean()).isTrue();
        assertThat(texts(against.json().path("kept"))).contains("consent");
        String id = recorded.text("id");
        assertThat(TopicReader.events(codec, Topics.STUDENT_PROFILES, key -> key.equals(programme + "/" + id), 2))
                .extracting(StudentProfile::getConsent)
                .containsExactly(false, true);
    }

    @Test
    void whatChangesOnTheRollFollowsIntoTheProfilesButNotWhereTheStudentIsReached() {
        String programme = market.programme();
        String path = "/programmes/%s/students/".formatted(programme);
        rolls.university().put(path + "01", Bodies.student());
        rolls.university().put(path + "02", Bodies.student());
        Api student = claimed("01");
        Map<String, String> moved = Map.of(
                "name",
                "王大明",
                "school",
                "law",
                "major",
                "Law",
                "degree",
                "MASTER",
                "graduatesOn",
                "2029-06-30",
                "phone",
                "+86 10 9999 9999",
                "email",
                "new@example.edu.cn");

        rolls.put("01", moved);
        rolls.put("02", moved);

        JsonNode own = student.get(path + "me").json();
        JsonNode other = rolls.university().get(path + "02").json();
        for (JsonNode each : List.of(own, other)) {
            assertThat(each.path("name").asString()).isEqualTo("王大明");
            assertThat(each.path("major").asString()).isEqualTo("Law");
            assertThat(each.path("school").asString()).isEqualTo("law");
            assertThat(each.path("graduatesOn").asString()).isEqualTo("2029-06-30");
            assertThat(each.path("version").asLong()).isEqualTo(2);
        }
        assertThat(own.path("email").asString()).isEqualTo("own@example.org");
        assertThat(other.path("email").asString()).isEqualTo("new@example.edu.cn");
        assertThat(own.path("phone").asString()).as("never said otherwise").isEqualTo("+86 10 9999 9999");
    }

    @Test
    void whatTheUniversityLeavesOutIsNotTakenForTheStudentsWord() {
        String path = "/programmes/%s/students/01".formatted(market.programme());
        Map<String, @Nullable Object> silent = with(Map.of());
        silent.remove("phone");
        rolls.university().put(path, with(Map.of("phone", "+86 10 1111 1111")));
        rolls.university().put(path, silent);
        Api.Answer corrected = rolls.university().put(path, with(Map.of("phone", "+86 10 2222 2222")));
        Api student = participants.student(rolls.org(), corrected.text("person"));
        rolls.put("01", Map.of("name", "王小明"));
        String still = student.get("/people/me").text("email");
        rolls.put("01", Map.of("name", "王小明", "email", "corrected@example.edu.cn"));

        assertThat(corrected.text("phone")).isEqualTo("+86 10 2222 2222");
        assertThat(texts(corrected.json().path("kept"))).isEmpty();
        assertThat(still)
                .as("somebody must be reached")
                .isEqualTo(Bodies.student().get("email"));
        assertThat(student.get("/people/me").text("email")).isEqualTo("corrected@example.edu.cn");

        // while the student's own word holds until they take it back
        String own = path.replace("/01", "/me");
        student.put(own, with(Map.of("email", "own@example.org")));
        rolls.put("01", Map.of("name", "王小明", "email", "other@example.edu.cn"));
        assertThat(student.get("/people/me").text("email")).isEqualTo("own@example.org");
        student.put(own, with(Map.of("email", "other@example.edu.cn")));
        rolls.put("01", Map.of("name", "王小明", "email", "last@example.edu.cn"));
        assertThat(student.get("/people/me").text("email")).isEqualTo("last@example.edu.cn");
    }

    @Test
    void whoHasClaimedEntersAProgrammeOfTheirUniversityByThemselves() {
        rolls.put("01", Map.of("name", "李雷", "school", "law", "major", "法学", "degree", "BACHELOR"));
        Api student = claimed("01");
        String open = market.programme();
        String closed = market.programme(Bodies.with(Bodies.programme(), "universities", List.of(Market.UNIVERSITY)));

        Api.Answer entered = student.put("/programmes/%s/students/me".formatted(open), Bodies.student());
        Api.Answer again = student.put("/programmes/%s/students/me".formatted(open), Bodies.student());
        Api.Answer elsewhere = student.put("/programmes/%s/students/me".formatted(closed), Bodies.student());

        assertThat(entered.status()).as(entered.json().toString()).isEqualTo(201);
        assertThat(entered.text("name")).isEqualTo("李雷");
        assertThat(entered.text("major")).isEqualTo("法学");
        assertThat(entered.text("degree")).isEqualTo("BACHELOR");
        assertThat(entered.text("school")).isEqualTo("law");
        assertThat(entered.json().path("consent").asBoolean()).isTrue();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("version").asLong()).isEqualTo(1);
        assertThat(elsewhere.status()).isIn(403, 404);
        assertThat(rolls.entry("01").text("major")).isEqualTo("法学");
    }
}
