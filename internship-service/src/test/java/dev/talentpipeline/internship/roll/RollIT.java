package dev.talentpipeline.internship.roll;

import static dev.talentpipeline.internship.roll.Rolls.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RowLocks;
import dev.talentpipeline.internship.support.RunningService;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whom a university has on its roll, and who may know of it. */
@RunningService
class RollIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    private Rolls rolls;
    private String org;
    private String roll;
    private Api university;

    @Autowired
    RowLocks locks;

    @BeforeEach
    void enter() {
        rolls = Rolls.newUniversity(participants);
        org = rolls.org();
        roll = rolls.path();
        university = rolls.university();
    }

    @Test
    void aNumberAndANameAreEnoughAndTheSameAgainChangesNothing() {
        Api.Answer entered = rolls.put("0042", Map.of("name", "李雷"));
        Api.Answer same = rolls.put("0042", Map.of("name", "李雷"));
        Api.Answer changed = rolls.put(
                entered.text("id"),
                Map.of(
                        "name",
                        "李雷",
                        "school",
                        "law",
                        "majorCode",
                        "030101K",
                        "degree",
                        "BACHELOR",
                        "phone",
                        "13800001234"));

        assertThat(List.of(entered.status(), same.status(), changed.status())).containsExactly(201, 200, 200);
        assertThat(List.of(entered.etag(), same.etag(), changed.etag())).containsExactly("\"1\"", "\"1\"", "\"2\"");
        JsonNode read = university.get(roll + "/0042").json();
        assertThat(read).isEqualTo(changed.json());
        assertThat(read.path("number").asString()).isEqualTo("0042");
        assertThat(read.path("majorCode").asString()).isEqualTo("030101K");
        assertThat(read.path("person").isNull()).isTrue();
        assertThat(read.path("claimedAt").isNull()).isTrue();
    }

    @Test
    void whoSawAnEarlierVersionChangesNothing() {
        rolls.put("07", Map.of("name", "李雷"));
        rolls.put("07", Map.of("name", "李蕾"));

        Api.Answer outdated = university.send("PUT", roll + "/07", Map.of("name", "x"), Map.of("If-Match", "\"1\""));
        Api.Answer nobody = university.send("PUT", roll + "/08", Map.of("name", "x"), Map.of("If-Match", "*"));
        Api.Answer seen = university.send("PUT", roll + "/07", Map.of("name", "x"), Map.of("If-Match", "\"2\""));

        assertThat(List.of(outdated.status(), nobody.status(), seen.status())).containsExactly(412, 412, 200);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndASchoolMustBeKnown() {
        Api.Answer bad = rolls.put("-1", Map.of("degree", "GENIUS", "graduatesOn", "2027-02-30", "email", "nobody"));
        Api.Answer unknown = rolls.put("1", Map.of("name", "李雷", "school", "informatic"));

        assertThat(bad.status()).isEqualTo(400);
        assertThat(StreamSupport.stream(bad.json().path("errors").spliterator(), false)
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("entry", "name", "degree", "graduatesOn", "email");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("type")).endsWith("school-unknown");
        assertThat(unknown.json().path("nearest").path(0).asString()).isEqualTo("informatics");
    }

    @Test
    void aRollIsListedByNumberAndASchoolSeesItsOwnPart() {
        rolls.put("03", Map.of("name", "韩梅梅", "school", "law"));
        rolls.put("01", Map.of("name", "李雷", "school", "informatics"));
        rolls.put("02", Map.of("name", "王小明", "school", "law"));
        rolls.put("04", Map.of("name", "田壮"));

        Api.Answer first = university.get(roll + "?limit=3");
        Api.Answer rest = university.get(roll + "?limit=3&cursor=" + first.text("next"));
        Api law = participants.school(org, "law");

        assertThat(numbers(first)).containsExactly("01", "02", "03");
        assertThat(numbers(rest)).containsExactly("04");
        assertThat(numbers(university.get(roll + "?school=law"))).containsExactly("02", "03");
        assertThat(numbers(university.get(roll + "?claimed=true"))).isEmpty();
        // A programme says nothing where it is not asked how far anybody has come in it.
        assertThat(university.get(roll + "?programme=spring").text("remedy"))
                .isEqualTo("Say a standing too, or leave it out.");
        assertThat(numbers(law.get(roll))).containsExactly("02", "03");
        assertThat(numbers(law.get(roll + "?school=informatics"))).isEmpty();
        assertThat(law.get(roll + "/02").status()).isEqualTo(200);
        assertThat(law.get(roll + "/01").status()).isEqualTo(404);
        assertThat(law.get(roll + "/04").status()).isEqualTo(404);
        assertThat(law.put(roll + "/02", Map.of("name", "王小明", "school", "law")).status())
                .as("a school changes no roll")
                .isEqualTo(403);
    }

    @Test
    void aRollIsNobodyElses() {
        String id =
                rolls.put("01", Map.of("name", "李雷", "phone", "13800001234")).text("id");

        for (Api other : List.of(
                participants.university("another"),
                participants.company("acme-ai"),
                participants.operations(),
                participants.student(org, UUID.randomUUID().toString()))) {
            assertThat(other.get(roll).status()).isEqualTo(403);
            assertThat(other.get(roll + "/" + id).status()).isEqualTo(403);
            assertThat(other.put(roll + "/01", Map.of("name", "x")).status()).isEqualTo(403);
        }
        assertThat(participants
                        .university("another")
                        .get("/organisations/another/roll/" + id)
                        .status())
                .as("by the id, on a roll of one's own")
                .isEqualTo(404);
    }

    @Test
    void whoeverIsEnteredIntoAProgrammeIsOnTheRoll() {
        String programme = market.programme();
        rolls.put("07", Map.of("name", "王", "majorCode", "080901", "major", "Computer science"));

        Api.Answer posted = university.put(
                "/programmes/%s/students/07".formatted(programme), Bodies.with(Bodies.student(), "school", "law"));
        university.put("/programmes/%s/students/08".formatted(programme), Bodies.student());

        JsonNode there = university.get(roll + "/07").json();
        assertThat(there.path("person").asString()).isEqualTo(posted.text("person"));
        assertThat(there.path("name").asString()).isEqualTo("王小明");
        assertThat(there.path("school").asString()).isEqualTo("law");
        assertThat(there.path("majorCode").asString()).as("the same major").isEqualTo("080901");
        assertThat(there.path("claimedAt").isNull()).isTrue();
        assertThat(numbers(university.get(roll))).containsExactly("07", "08");
        assertThat(participants
                        .school(org, "informatics")
                        .put(
                                "/programmes/%s/students/07".formatted(market.programme()),
                                Bodies.with(Bodies.student(), "school", "informatics"))
                        .status())
                .as("on the roll as another school's")
                .isEqualTo(403);
    }

    @Test
    void whoIsEnteredInTheVeryMomentIsFollowedToo() throws SQLException {
        String path = "/programmes/%s/students/09".formatted(market.programme());
        String id = rolls.put("09", Map.of("name", "王")).text("id");

        CompletableFuture<Api.Answer> entering;
        CompletableFuture<Api.Answer> correcting;
        try (RowLocks.Held held = locks.hold("roll_entry", id)) {
            entering = CompletableFuture.supplyAsync(() -> rolls.university().put(path, Bodies.student()));
            held.awaitWaiting(1);
            // Nobody is to be seen behind the entry yet.
            correcting = CompletableFuture.supplyAsync(() -> rolls.put("09", Map.of("name", "王大明", "major", "Law")));
            held.awaitWaiting(2);
        }

        assertThat(entering.join().status()).isEqualTo(201);
        assertThat(correcting.join().status()).isEqualTo(200);
        JsonNode student = rolls.university().get(path).json();
        assertThat(student.path("name").asString()).isEqualTo("王大明");
        assertThat(student.path("major").asString()).isEqualTo("Law");
    }

    @Test
    void whatCannotBeSeenIsRefusedByName() {
        String own = "/organisations/" + rolls.org();
        for (String list : List.of(
                own + "/roll?school=%00",
                own + "/roll?number=%00",
                own + "/destinations?school=a%00",
                "/outcomes?school=%00")) {
            Api.Answer refused = rolls.university().get(list);
            assertThat(refused.status()).as(list).isEqualTo(400);
            assertThat(refused.text("type")).endsWith("/malformed-parameter");
            assertThat(refused.text("field")).isIn("school", "number");
        }
        assertThat(rolls.university()
                        .post(rolls.path() + "/claim-links?school=%00", null)
                        .status())
                .isEqualTo(400);
    }
}
