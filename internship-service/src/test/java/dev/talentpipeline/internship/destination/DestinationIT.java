package dev.talentpipeline.internship.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RowLocks;
import dev.talentpipeline.internship.support.RunningService;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Where graduates go, as their university records it: one destination holds, with its evidence, and nothing that was said is lost. */
@RunningService
class DestinationIT {

    private static final Map<String, @Nullable Object> LOOKING = Map.of("kind", "70", "since", "2027-06-01");

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    RowLocks locks;

    @Autowired
    JdbcClient jdbc;

    private String org;
    private Api university;
    private String roll;
    private String graduate;

    @BeforeEach
    void enter() {
        org = "univ-" + UUID.randomUUID().toString().substring(0, 8);
        roll = "/organisations/" + org + "/roll/";
        university = participants.university(org);
        university.put("/organisations/" + org, Bodies.university(org));
        university.put("/organisations/" + org + "/schools/law", Map.of("nameZh", "法学院", "nameEn", "Law"));
        graduate = university
                .put(roll + "0042", Map.of("name", "李雷", "school", "law", "graduatesOn", "2027-06-30"))
                .text("id");
    }

    private String path() {
        return roll + "0042/destinations";
    }

    static Map<String, @Nullable Object> contract(String reference) {
        return Map.of(
                "kind",
                "11",
                "since",
                "2027-07-01",
                "organisation",
                "Example Robotics",
                "region",
                "CN-SH",
                "occupation",
                "ai-engineer",
                "title",
                "Engineer",
                "evidence",
                Map.of("kind", "LABOUR_CONTRACT", "document", reference));
    }

    private static List<String> states(Api.Answer list) {
        return list.json()
                .path("items")
                .valueStream()
                .map(item ->
                        item.path("kind").asString() + " " + item.path("state").asString())
                .toList();
    }

    private Api.Answer decide(String id, Map<String, ?> decision) {
        return university.post(path() + "/" + id + "/decisions", decision);
    }

    @Test
    void nothingIsTakenWithoutItsEvidence() {
        Map<String, @Nullable Object> without = Bodies.with(contract("C-1"), "evidence", null);
        Api.Answer missing = university.post(path(), without);
        Api.Answer other = university.post(
                path(), Bodies.with(without, "evidence", Map.of("kind", "ADMISSION_LETTER", "document", "A-1")));
        Api.Answer internship = university.post(
                path(), Bodies.with(without, "evidence", Map.of("kind", "INTERNSHIP_AGREEMENT", "document", "A-1")));
        Api.Answer unknown = university.post(path(), Bodies.with(without, "kind", "99"));
        Api.Answer wrong = university.post(path(), Map.of("kind", "", "since", "June", "region", "Shanghai"));

        assertThat(List.of(missing.status(), other.status(), internship.status(), unknown.status(), wrong.status()))
                .containsExactly(422, 422, 422, 422, 400);
        assertThat(missing.text("type")).endsWith("/evidence-missing");
        assertThat(missing.text("remedy")).contains("LABOUR_CONTRACT", "document");
        assertThat(other.text("type")).endsWith("/evidence-not-accepted");
        assertThat(internship.text("type")).endsWith("/internship-is-no-destination");
        assertThat(unknown.json().path("kinds").valueStream().map(JsonNode::asString))
                .contains("10", "72");
        assertThat(wrong.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("kind", "since", "region");
        assertThat(university.get(path()).json().path("items")).isEmpty();
    }

    @Test
    void oneHoldsAndWhatHeldBeforeStaysOnRecord() {
        String looking = university.post(path(), LOOKING).text("id");
        Api.Answer same = university.post(path(), LOOKING);
        Api.Answer second = university.post(path(), contract("C-1"));
        Api.Answer next = university.post(path(), Bodies.with(contract("C-1"), "replaces", looking));
        String id = next.text("id");
        Api.Answer verified = decide(id, Map.of("decision", "VERIFY"));
        Api.Answer noReason = decide(id, Map.of("decision", "VOID"));
        Api.Answer unseen = decide(id, Map.of("decision", "VOID", "reason", "\u0000"));
        Api.Answer voided = decide(id, Map.of("decision", "VOID", "reason", "wrong-person"));
        Api.Answer again = decide(id, Map.of("decision", "VOID", "reason", "wrong-person"));
        Api.Answer past = decide(looking, Map.of("decision", "VERIFY"));
        Api.Answer nothing = university.post(path(), Bodies.with(contract("C-2"), "replaces", id));

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.text("id")).isEqualTo(looking);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("type")).endsWith("/destination-stands");
        assertThat(second.text("current")).isEqualTo(looking);
        assertThat(next.status()).isEqualTo(201);
        assertThat(verified.json().path("verifiedBy").path("role").asString()).isEqualTo("UNIVERSITY");
        assertThat(noReason.status()).isEqualTo(400);
        assertThat(unseen.status()).isEqualTo(422);
        assertThat(unseen.text("field")).isEqualTo("reason");
        assertThat(voided.text("state")).isEqualTo("VOIDED");
        assertThat(Stream.of(next, verified, voided)
                        .map(answer -> answer.json().path("possible").toString()))
                .containsExactly("[\"VERIFY\",\"VOID\"]", "[\"VOID\"]", "[]");
        assertThat(List.of(again.status(), past.status(), nothing.status())).containsOnly(409);
        assertThat(states(university.get(path()))).containsExactly("11 VOIDED", "70 SUCCEEDED");
        assertThat(university.post(path(), contract("C-2")).status()).isEqualTo(201);
        assertThat(university
                        .get("/audit?kind=DESTINATION&entity=" + id)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("deed").asString()))
                .containsExactly("DESTINATION_RECORDED", "DESTINATION_VERIFIED", "DESTINATION_VOIDED");
    }

    @Test
    void ofTwoAtOnceOneHolds() throws SQLException {
        List<CompletableFuture<Integer>> both;
        try (RowLocks.Held held = locks.hold("roll_entry", graduate)) {
            both = IntStream.of(1, 2)
                    .mapToObj(each -> CompletableFuture.supplyAsync(
                            () -> university.post(path(), contract("C-" + each)).status()))
                    .toList();
            held.awaitWaiting(2);
        }

        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409);
        // and no code could have it otherwise
        String add = "insert into destination (id, graduate, kind, since, at, role, subject)"
                + " values (gen_random_uuid(), cast(? as uuid), '70', current_date, now(), 'x', 'x')";
        assertThatThrownBy(() -> jdbc.sql(add).param(graduate).update()).hasMessageContaining("one_destination_holds");
        for (String change : List.of("is_current = false", "since = current_date")) {
            assertThatThrownBy(() -> jdbc.sql("update destination set " + change + " where graduate = cast(? as uuid)")
                            .param(graduate)
                            .update())
                    .hasStackTraceContaining("is only ended, by an entry that says why");
        }
    }

    @Test
    void whoeverHasSomewhereToGoLeavesEveryProgramme() {
        String programme = market.programme();
        String other = market.programme();
        Entered student = market.student(programme);
        Entered there = market.student(other, student.number());
        String offer = market.offer(programme, student, market.internship(programme));
        Api career = participants.university(Market.UNIVERSITY);
        String destinations = "/organisations/%s/roll/%s/destinations".formatted(Market.UNIVERSITY, student.number());

        assertThat(career.post(destinations, LOOKING).status()).isEqualTo(201);
        assertThat(market.state(offer)).as("who is looking stays").isEqualTo("EXTENDED");
        String looking =
                career.get(destinations).json().path("items").path(0).path("id").asString();
        assertThat(career.post(destinations, Bodies.with(contract("C-9"), "replaces", looking))
                        .status())
                .isEqualTo(201);

        assertThat(market.state(offer)).isEqualTo("RESCINDED STUDENT_WITHDRAWN");
        for (Entered left : List.of(student, there)) {
            assertThat(career.get("/programmes/%s/students/%s"
                                    .formatted(left == student ? programme : other, left.id()))
                            .text("state"))
                    .isEqualTo("WITHDRAWN");
        }
    }

    @Test
    void everybodyOnTheRollIsListedAndASchoolSeesItsOwn() {
        university.put(roll + "0043", Map.of("name", "韩梅梅", "graduatesOn", "2028-06-30"));
        university.post(path(), contract("C-1"));
        String list = "/organisations/" + org + "/destinations";
        Api law = participants.school(org, "law");

        JsonNode all = university.get(list).json().path("items");
        assertThat(all.valueStream().map(item -> item.path("number").asString()))
                .containsExactly("0042", "0043");
        assertThat(all.path(0).path("destination").path("kindZh").asString()).isEqualTo("签劳动合同形式就业");
        assertThat(all.path(1).path("destination").isNull()).isTrue();
        for (String narrow : List.of(
                "?known=true",
                "?countsAs=EMPLOYED",
                "?until=2027-12-31",
                "?school=law",
                "?number=0043",
                "?name=%E6%A2%85")) {
            assertThat(university.get(list + narrow).json().path("items"))
                    .as(narrow)
                    .hasSize(1);
        }
        assertThat(law.get(list).json().path("items")).hasSize(1);
        assertThat(law.get(path()).json().path("items")).hasSize(1);
        assertThat(law.get(roll + "0043/destinations").status()).isEqualTo(404);
        assertThat(law.post(path(), LOOKING).status()).isEqualTo(403);
        for (Api stranger : List.of(participants.university("another"), participants.company("acme-ai"))) {
            assertThat(stranger.get(list).status()).isEqualTo(403);
            assertThat(stranger.get(path()).status()).isEqualTo(403);
            assertThat(stranger.post(path(), LOOKING).status()).isEqualTo(403);
        }
        assertThat(participants
                        .university("another")
                        .post("/organisations/another/roll/" + graduate + "/destinations", LOOKING)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void ofWhoWasErasedNothingIsLeftButWhatIsCounted() {
        String number = market.student(market.programme()).number();
        Api career = participants.university(Market.UNIVERSITY);
        String path = "/organisations/%s/roll/%s/destinations".formatted(Market.UNIVERSITY, number);
        String id = career.send("POST", path, contract("C-canary"), Map.of("Idempotency-Key", "canary-1-" + number))
                .text("id");
        Map<String, @Nullable Object> unproved = Bodies.with(contract("C-canary"), "title", "t".repeat(2000));
        assertThat(career.send("POST", path, unproved, Map.of("Idempotency-Key", "canary-2-" + number))
                        .status())
                .isEqualTo(400);
        assertThat(keptAnswers(number)).isEqualTo(2);
        assertThat(career.get("/people/%s/personal-data".formatted(number))
                        .json()
                        .toString())
                .contains("C-canary", "Example Robotics");

        assertThat(career.delete("/people/%s/personal-data".formatted(number)).status())
                .isEqualTo(202);

        assertThat(jdbc.sql(
                                "select concat_ws(' ', kind, region, occupation, organisation, title, evidence_reference, is_current)"
                                        + " from destination where id = cast(? as uuid)")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("11 CN-SH ai-engineer erased t");
        assertThat(keptAnswers(number)).as("neither answer nor refusal").isZero();
    }

    private int keptAnswers(String number) {
        return jdbc.sql("select count(*) from idempotency where key like 'canary-_-' || ?")
                .param(number)
                .query(Integer.class)
                .single();
    }
}
