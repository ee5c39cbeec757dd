package dev.talentpipeline.acceptance;

import static dev.talentpipeline.acceptance.Season.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The walk from a profile to an accepted offer, and what must hold on the way. */
@Order(Turn.FIRST_FROM_THE_END)
class SpineIT {

    /** Rules of a programme that clears once, which is set when everybody is there. */
    private static Map<String, ?> roundAt(Instant round) {
        return Map.of("mode", "ROUND", "clearingAt", List.of(round.toString()));
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> FAST = Map.of("clearingInterval", "PT0.2S");

    private final PipelineClient client = RunningStack.shared().client();
    private final CapturedMail mail = new CapturedMail(client.stack().mail());

    @Test
    void aProfileBecomesAnOfferIsMailedAcceptedAndTheSeatIsGone() {
        // given
        Season season = Season.open(client, FAST);
        JsonNode student = season.postStudent("W1", Map.of("email", "w1@walk.example.org", "language", "zh"));

        // when
        JsonNode internship = season.postInternship("R1", Map.of("title", "Scheduling jobs"));

        // then
        JsonNode offer = onlyOffer(season, student, "EXTENDED");
        assertThat(offer.get("internship").asString())
                .isEqualTo(internship.get("id").asString());
        assertThat(offer.get("studentRank").asInt()).isEqualTo(1);
        assertThat(offer.get("parts").has("skills")).isTrue();
        assertThat(Instant.parse(offer.get("respondBy").asString()))
                .isAfter(Instant.now().plus(Duration.ofDays(2)));
        JsonNode received = await().atMost(PATIENCE)
                .until(() -> mail.to("w1@walk.example.org"), mails -> !mails.isEmpty())
                .getFirst();
        assertThat(received.get("subject").asString()).contains("实习录用意向");
        assertThat(received.get("text").asString()).contains("Scheduling jobs");

        // when
        PipelineSession acting = season.actingAs(student.get("person").asString());
        JsonNode accepted = expect(acting.post(
                "/api/v1/offers/" + offer.get("id").asString() + "/decisions", Map.of("decision", "ACCEPT")));

        // then
        assertThat(accepted.get("state").asString()).isEqualTo("CONFIRMED");
        JsonNode late = season.postStudent("W2", Map.of());
        awaitClearingThatSaw(season, 1);
        assertThat(offersOf(season, late)).isEmpty();
    }

    @Test
    void aDeclinedSeatGoesToTheNextStudentAndNeverBackToTheFirst() {
        // given
        Season season = Season.open(client, FAST);
        season.postInternship("R1", Map.of());
        JsonNode first = season.postStudent("D1", Map.of());
        JsonNode offer = onlyOffer(season, first, "EXTENDED");
        JsonNode second = season.postStudent("D2", Map.of());

        // when
        expect(season.actingAs(first.get("person").asString())
                .post("/api/v1/offers/" + offer.get("id").asString() + "/decisions", Map.of("decision", "DECLINE")));

        // then
        onlyOffer(season, second, "EXTENDED");
        assertThat(offersOf(season, first))
                .singleElement()
                .satisfies(only -> assertThat(only.get("state").asString()).isEqualTo("DECLINED"));
    }

    @Test
    void aDecisionOnAnOfferThatIsNoLongerOpenIsRefusedNamingItsState() {
        // given
        Season season = Season.open(client, FAST);
        season.postInternship("R1", Map.of());
        JsonNode student = season.postStudent("C1", Map.of());
        JsonNode offer = onlyOffer(season, student, "EXTENDED");
        PipelineSession acting = season.actingAs(student.get("person").asString());
        String decisions = "/api/v1/offers/" + offer.get("id").asString() + "/decisions";
        expect(acting.post(decisions, Map.of("decision", "DECLINE")));

        // when
        Reply again = acting.post(decisions, Map.of("decision", "ACCEPT"));

        // then
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().get("detail").asString()).contains("DECLINED");
    }

    @Test
    void theBestFiveOfTwoHundredGetTheFiveSeatsOfARound() {
        // given
        Season season = Season.open(client, roundAt(Instant.now().plus(Duration.ofDays(1))));
        JsonNode internship =
                season.postInternship("R1", Map.of("seats", 5, "preferredSkills", List.of("pytorch", "kubernetes")));
        List<String> students = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            students.add(season.postStudent("S%03d".formatted(i), Map.of("skills", skills(i)))
                    .get("id")
                    .asString());
        }

        // when
        Map<String, Object> soon = new HashMap<>(roundAt(Instant.now().plus(Duration.ofSeconds(1))));
        soon.put("name", season.title());
        expect(season.operations().put(season.path(""), soon));
        JsonNode report = await().atMost(Duration.ofSeconds(60))
                .until(() -> season.operations().get(season.path("/clearings/latest")), Reply::successful)
                .body();
        List<JsonNode> offers =
                await().atMost(PATIENCE).until(() -> season.offers("limit=200"), all -> all.size() == 5);

        // then
        List<JsonNode> candidates = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = expect(season.operations()
                    .get(season.path(
                            "/internships/" + internship.get("id").asString() + "/candidates?limit=200" + cursor)));
            page.get("items").forEach(candidates::add);
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        Set<String> best = new HashSet<>(candidates.stream()
                .sorted(Comparator.comparingInt(
                        candidate -> candidate.get("rank").asInt()))
                .limit(5)
                .map(candidate -> candidate.get("student").asString())
                .toList());
        assertThat(candidates).hasSize(200);
        assertThat(new HashSet<>(offers.stream()
                        .map(offer -> offer.get("student").asString())
                        .toList()))
                .isEqualTo(best);
        assertThat(students).containsAll(best);
        assertThat(report.get("blockingPairs").asInt()).isZero();
        assertThat(report.get("proposals").asInt()).isEqualTo(5);
    }

    @Test
    void anOccupationAddedWhileTheSystemRunsIsPostedAndMatchedAtOnce() {
        // given
        Season season = Season.open(client, FAST);
        String occupation = "quantum-engineer-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(season.company()
                        .put(season.path("/internships/Q1"), Season.internship("Q1", Map.of("occupation", occupation)))
                        .status())
                .isEqualTo(422);

        // when
        expect(client.operations()
                .put(
                        "/api/v1/catalogue/occupations/" + occupation,
                        Map.of("en", "Quantum engineer", "zh", "量子工程技术人员", "family", "ai", "announced", "2026-11")));

        // then
        season.postInternship("Q1", Map.of("occupation", occupation));
        JsonNode student = season.postStudent("Q1", Map.of("occupations", List.of(occupation)));
        onlyOffer(season, student, "EXTENDED");
    }

    @Test
    void aWithdrawnStudentsOfferIsRescindedAndTheSeatIsOfferedAgain() {
        // given
        Season season = Season.open(client, FAST);
        season.postInternship("R1", Map.of());
        JsonNode first = season.postStudent("A1", Map.of());
        onlyOffer(season, first, "EXTENDED");
        JsonNode second = season.postStudent("A2", Map.of());

        // when
        expect(season.university().delete(season.path("/students/A1")));

        // then
        onlyOffer(season, second, "EXTENDED");
        onlyOffer(season, first, "RESCINDED");
    }

    private static List<Map<String, Object>> skills(int i) {
        List<Map<String, Object>> skills = new ArrayList<>();
        skills.add(Map.of("id", "python", "level", 3 + i % 3));
        if (i % 7 == 0) {
            skills.add(Map.of("id", "pytorch", "level", 1 + i % 5));
        }
        if (i % 11 == 0) {
            skills.add(Map.of("id", "kubernetes", "level", 1 + i % 4));
        }
        return skills;
    }

    private static JsonNode onlyOffer(Season season, JsonNode student, String state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> offersOf(season, student),
                        offers -> offers.size() == 1
                                && offers.getFirst().get("state").asString().equals(state))
                .getFirst();
    }

    private static List<JsonNode> offersOf(Season season, JsonNode student) {
        return season.offers("student=" + student.get("id").asString());
    }

    /** Waits for a clearing in which exactly so many students took part and none was matched. */
    private static void awaitClearingThatSaw(Season season, int students) {
        await().atMost(PATIENCE)
                .until(
                        () -> season.operations().get(season.path("/clearings/latest")),
                        latest -> latest.successful()
                                && latest.body().get("students").asInt() == students
                                && latest.body().get("proposals").asInt() == 0);
    }
}
