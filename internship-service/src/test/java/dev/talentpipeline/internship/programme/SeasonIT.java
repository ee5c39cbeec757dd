package dev.talentpipeline.internship.programme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.events.ProgrammeState;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.Placing.Placed;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A programme from draft to archive, and from one season to the next. */
@RunningService
class SeasonIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Matcher matcher;

    @Autowired
    Placing placing;

    @Autowired
    EventCodec codec;

    @Test
    void aDraftIsItsOwnersUntilItRunsAndIsNeverOneAgain() {
        String programme = market.programme(Bodies.with(Bodies.programme(), "state", "DRAFT"));
        String path = "/programmes/" + programme;
        Api company = participants.company(Market.COMPANY);

        assertThat(owner().get(path).text("state")).isEqualTo("DRAFT");
        assertThat(company.get(path).status()).isEqualTo(404);
        assertThat(participants
                        .university("fudan")
                        .put(path + "/students/1", Bodies.student())
                        .status())
                .isEqualTo(404);
        assertThat(ids(company.get("/programmes?limit=200"))).doesNotContain(programme);
        assertThat(ids(participants.operations().get("/programmes?limit=200&cursor=" + before(programme))))
                .contains(programme);
        Entered student = market.student(programme);
        assertThat(owner().post(path + "/state", Map.of("state", "DRAFT")).status())
                .isEqualTo(400);

        owner().post(path + "/state", Map.of("state", "RUNNING"));

        assertThat(company.get(path).text("state")).isEqualTo("RUNNING");
        Api.Answer again = owner().put(path, Bodies.with(Bodies.programme(), "state", "DRAFT"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("type")).endsWith("/state-elsewhere");
        assertThat(owner().put(path, Bodies.with(Bodies.programme(), "state", "HELD"))
                        .status())
                .isEqualTo(400);
        market.admitted(
                Matcher.proposal(programme, 1, student.id(), market.internship(programme), 2, 1, 1), "EXTENDED");
        assertThat(TopicReader.events(codec, Topics.PROGRAMMES, TopicReader.programme(programme), 2))
                .extracting(event -> event.getState() + " rules of " + event.getRulesVersion())
                .containsExactly(ProgrammeState.DRAFT + " rules of 1", ProgrammeState.RUNNING + " rules of 1");
    }

    @Test
    void theNextSeasonHasTheRulesAndMembersButALotteryAndDatesOfItsOwn() {
        Map<String, @Nullable Object> rules = Bodies.with(Bodies.programme(), "universities", List.of("tsinghua"));
        rules.put("companies", List.of(Market.COMPANY));
        rules.put("quotas", Map.of("eachCompany", 30));
        rules.put("weights", Map.of("skills", 5));
        rules.put("seed", "sealed");
        rules.put("mode", "ROUND");
        rules.put("opensAt", "2027-02-01T00:00:00Z");
        rules.put("closesAt", "2027-05-01T00:00:00Z");
        rules.put("clearingAt", List.of("2027-03-01T00:00:00Z"));
        String spring = market.programme(rules);
        market.student(spring);
        String autumn = Participants.newProgramme();
        String copies = "/programmes/%s/copies".formatted(spring);

        Api.Answer copied =
                owner().post(copies, Map.of("id", autumn, "name", "Autumn", "opensAt", "2027-08-02T00:00:00Z"));

        assertThat(copied.status()).as(copied.json().toString()).isEqualTo(201);
        Api.Answer copy = owner().get("/programmes/" + autumn);
        assertThat(copy.text("state")).isEqualTo("DRAFT");
        assertThat(copy.text("closesAt")).isEqualTo("2027-10-30T00:00:00Z");
        assertThat(copy.json().path("clearingAt").toString()).isEqualTo("[\"2027-08-30T00:00:00Z\"]");
        for (String kept : List.of("universities", "companies", "quotas", "weights", "mode", "owner")) {
            assertThat(copy.json().path(kept))
                    .as(kept)
                    .isEqualTo(owner().get("/programmes/" + spring).json().path(kept));
        }
        assertThat(copy.text("seed")).hasSize(32).isNotEqualTo("sealed");
        assertThat(owner().get("/programmes/%s/students".formatted(autumn))
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();

        // and what is refused
        assertThat(owner().post(copies, Map.of("id", autumn, "name", "Autumn", "opensAt", "2027-08-02T00:00:00Z"))
                        .text("type"))
                .endsWith("/programme-exists");
        assertThat(owner().post(copies, Map.of("id", "other", "name", "Autumn")).text("field"))
                .as("ROUND needs an instant, and none is given or moved")
                .isEqualTo("clearingAt");
        assertThat(participants
                        .company(Market.COMPANY)
                        .post(copies, Map.of("id", "other", "name", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(participants
                        .company("stranger")
                        .post(copies, Map.of("id", "other", "name", "x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aClosedProgrammeIsArchivedOnceNobodyHasToDecide() {
        String programme = market.programme(Bodies.with(Bodies.programme(), "universityEndorsement", true));
        String path = "/programmes/" + programme;
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));
        market.decide(student, offer, "ACCEPT");

        assertThat(owner().post(path + "/archive", null).text("type")).endsWith("/programme-not-closed");
        owner().post(path + "/state", Map.of("state", "CLOSED"));
        assertThat(owner().post(path + "/archive", null).text("type")).endsWith("/programme-not-settled");
        market.decideAsUniversity(offer, "ENDORSE", null);
        Api.Answer archived = owner().post(path + "/archive", null);

        assertThat(archived.status()).isEqualTo(200);
        assertThat(archived.text("archivedAt")).isNotEmpty();
        assertThat(owner().post(path + "/archive", null).etag()).isEqualTo(archived.etag());
        String after = "&cursor=" + before(programme);
        assertThat(ids(owner().get("/programmes?limit=200" + after))).doesNotContain(programme);
        assertThat(ids(owner().get("/programmes?archived=true&limit=200" + after)))
                .contains(programme);
        assertThat(owner().get(path + "/students/" + student.id()).status()).isEqualTo(200);
        assertThat(owner().delete(path + "/students/" + student.id()).status()).isEqualTo(409);
        assertThat(participants
                        .company(Market.COMPANY)
                        .post(path + "/archive", null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nothingIsPostedOrProposedAfterTheEnd() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        Instant end = Instant.now().minusSeconds(1);
        owner().put("/programmes/" + programme, Bodies.with(Bodies.programme(), "closesAt", end.toString()));

        Api.Answer late = owner().put("/programmes/%s/students/late".formatted(programme), Bodies.student());
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text("type")).endsWith("/programme-over");
        PlacementOffer after = proposal(programme, 1, student, internship, Instant.now());
        matcher.emit(after);
        market.awaitState(after.getOfferId(), "REJECTED PROGRAMME_NOT_RUNNING");
        market.admitted(proposal(programme, 2, student, internship, end.minusSeconds(1)), "EXTENDED");
    }

    private static PlacementOffer proposal(
            String programme, long clearing, Entered student, String internship, Instant at) {
        return PlacementOffer.newBuilder(Matcher.proposal(programme, clearing, student.id(), internship, 2, 1, 1))
                .setProposedAt(at)
                .build();
    }

    @Test
    void twoSeasonsAreComparedForWhoRunsBoth() {
        String first = market.programme();
        String internship = market.internship(first, Bodies.with(Bodies.internship(), "seats", 5));
        Entered accepting = market.student(first);
        market.decide(accepting, market.offer(first, accepting, internship), "ACCEPT");
        Entered declining = market.student(first);
        market.decide(declining, market.offer(first, declining, internship), "DECLINE");
        Entered thinking = market.student(first);
        market.offer(first, thinking, internship);
        String second = market.programme();
        String path = "/programmes/%s/comparison?with=%s".formatted(first, second);

        Api.Answer compared = owner().get(path);

        assertThat(compared.status()).as(compared.json().toString()).isEqualTo(200);
        var season = compared.json().path("items").path(0);
        assertThat(season.path("offers").toString()).isEqualTo("{\"CONFIRMED\":1,\"DECLINED\":1,\"EXTENDED\":1}");
        Map<String, Integer> numbers = new HashMap<>();
        for (String number : List.of("students", "matched", "seats", "filled")) {
            numbers.put(number, season.path(number).asInt());
        }
        assertThat(numbers).isEqualTo(Map.of("students", 3, "matched", 1, "seats", 5, "filled", 1));
        assertThat(season.path("acceptanceRate").asDouble()).isEqualTo(0.5);
        assertThat(season.path("medianAnswer").asString()).startsWith("PT");
        var empty = compared.json().path("items").path(1);
        assertThat(empty.path("programme").asString()).isEqualTo(second);
        assertThat(List.of(
                        empty.path("acceptanceRate").isNull(),
                        empty.path("medianAnswer").isNull()))
                .containsOnly(true);
        String foreign = Participants.newProgramme();
        participants.university("fudan").put("/programmes/" + foreign, Bodies.programme());
        assertThat(owner().get("/programmes/%s/comparison?with=%s".formatted(first, foreign))
                        .status())
                .isEqualTo(403);
        assertThat(participants
                        .operations()
                        .get("/programmes/%s/comparison?with=%s".formatted(first, foreign))
                        .status())
                .isEqualTo(200);
        assertThat(owner().get("/programmes/%s/comparison".formatted(first)).status())
                .isEqualTo(400);
    }

    @Test
    void aComparisonCountsPlacementsByStateAndTheJobsThatCameOutOfThem() {
        // given one who was offered a job twice and accepted, and one whose agreement nobody has signed
        Placed lived = placing.started();
        placing.drafted(placing.confirmed(lived.programme(), market.student(lived.programme())));
        Api student = placing.student(lived);
        Placing.entered(placing.enter(placing.company(), lived, Placing.jobOffer()));
        Placing.entered(placing.enter(student, lived, Bodies.with(Placing.step("JOB_DECLINED"), "reason", "salary")));
        Placing.entered(placing.enter(placing.company(), lived, Placing.jobOffer()));
        Placing.entered(placing.enter(student, lived, Placing.step("JOB_ACCEPTED")));
        String path = "/programmes/%s/comparison?with=%s".formatted(lived.programme(), market.programme());

        var seasons = owner().get(path).json().path("items");

        assertThat(seasons.path(0).path("placements").toString())
                .isEqualTo("{\"AWAITING_SIGNATURES\":1,\"STARTED\":1}");
        assertThat(seasons.path(0).path("jobs").toString()).isEqualTo("{\"offered\":1,\"accepted\":1}");
        assertThat(seasons.path(1).path("placements").isEmpty()).isTrue();
        assertThat(seasons.path(1).path("jobs").toString()).isEqualTo("{\"offered\":0,\"accepted\":0}");

        // and when it turns out that the student did not accept
        Placing.entered(placing.enter(student, lived, Placing.reply("VOIDED", 6)));
        assertThat(owner().get(path).json().path("items").path(0).path("jobs").toString())
                .isEqualTo("{\"offered\":1,\"accepted\":0}");
    }

    private static List<String> ids(Api.Answer page) {
        return page.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    /** A cursor from which the programme is among the next. */
    private static String before(String programme) {
        String id = programme.substring(0, programme.length() - 1);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(UTF_8));
    }

    private Api owner() {
        return participants.university(Market.UNIVERSITY);
    }
}
