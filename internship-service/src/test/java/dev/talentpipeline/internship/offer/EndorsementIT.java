package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Programmes in which the university endorses what a student accepted, one by one or many at once. */
@RunningService
class EndorsementIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Test
    void anAcceptedOfferWaitsForTheUniversity() {
        String programme = market.programme(Bodies.with(endorsed(), "endorsementWindow", "P2D"));
        Entered student = market.student(programme);
        String offer = accepted(programme, student, market.internship(programme));

        Api.Answer endorsed = market.decideAsUniversity(offer, "ENDORSE", null);

        assertThat(endorsed.text("state")).isEqualTo("CONFIRMED");
        assertThat(endorsed.json().path("respondBy").isNull()).isTrue();
        List<Offer> told = TopicReader.events(codec, Topics.OFFERS, TopicReader.programme(programme), 3);
        assertThat(told)
                .extracting(Offer::getState)
                .containsExactly(OfferState.EXTENDED, OfferState.ACCEPTED, OfferState.CONFIRMED);
        assertThat(market.counted(told.get(1).getChangedAt(), Duration.ofDays(2)))
                .isEqualTo(told.get(1).getRespondBy());
        Api.Answer again = market.decideAsUniversity(offer, "ENDORSE", null);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("state")).isEqualTo("CONFIRMED");
    }

    @Test
    void aRefusalSaysWhyFreesStudentAndSeatAndBarsThePair() {
        String programme = market.programme(endorsed());
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        String offer = accepted(programme, student, internship);

        assertThat(market.decideAsUniversity(offer, "REFUSE", null).text("field"))
                .isEqualTo("reason");
        assertThat(market.decideAsUniversity(offer, "REFUSE", "no-credit").text("state"))
                .isEqualTo("REFUSED");

        market.admitted(Matcher.proposal(programme, 2, student.id(), internship), "REJECTED PAIR_BARRED");
        market.offer(programme, student, market.internship(programme));
    }

    @Test
    void anEndorsementThatDoesNotComeLapses() {
        String programme = market.programme(Bodies.with(endorsed(), "endorsementWindow", "PT1S"));
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        String offer = accepted(programme, student, internship);

        market.awaitState(offer, "LAPSED");

        assertThat(market.decideAsUniversity(offer, "ENDORSE", null).text("state"))
                .isEqualTo("LAPSED");
        market.admitted(Matcher.proposal(programme, 2, student.id(), internship), "EXTENDED");
    }

    @Test
    void onlyTheStudentsOwnUniversityEndorsesOrRefuses() {
        String programme = market.programme(endorsed());
        Entered student = market.student(programme);
        String offer = accepted(programme, student, market.internship(programme));

        for (Api other : List.of(
                participants.company(Market.COMPANY),
                participants.student(Market.UNIVERSITY, student.person()),
                participants.operations())) {
            assertThat(market.decide(other, offer, "ENDORSE", null).status()).isEqualTo(403);
            assertThat(market.decide(other, offer, "REFUSE", "no-credit").status())
                    .isEqualTo(403);
        }
        assertThat(market.decide(participants.university("fudan"), offer, "ENDORSE", null)
                        .status())
                .isEqualTo(404);
        assertThat(market.state(offer)).isEqualTo("ACCEPTED");
    }

    @Test
    void manyAreEndorsedAtOnceAndEachSaysWhatHappened() {
        String programme = market.programme(endorsed());
        Entered first = market.student(programme);
        Entered second = market.student(programme);
        Entered undecided = market.student(programme);
        String one = accepted(programme, first, market.internship(programme));
        String two = accepted(programme, second, market.internship(programme));
        String open = market.offer(programme, undecided, market.internship(programme));
        String unknown = UUID.randomUUID().toString();

        Api.Answer answer = endorse(university(), List.of(one, open, unknown, two, "x"), Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(items(answer))
                .containsExactly(
                        one + " 200 CONFIRMED",
                        open + " 409 EXTENDED",
                        unknown + " 404 ",
                        two + " 200 CONFIRMED",
                        "x 404 ");
        assertThat(answer.json().path("items").path(1).path("problem").toString())
                .contains("/problems/decision-not-possible", "\"possible\":[\"ACCEPT\",\"KEEP\",\"DECLINE\"]");
        assertThat(market.state(two)).isEqualTo("CONFIRMED");
        assertThat(market.state(open)).isEqualTo("EXTENDED");
    }

    @Test
    void aRepeatedRequestForManyGetsTheSameAnswer() {
        String programme = market.programme(endorsed());
        Entered student = market.student(programme);
        String offer = accepted(programme, student, market.internship(programme));
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        Api.Answer first = endorse(university(), List.of(offer), key);
        Api.Answer second = endorse(university(), List.of(offer), key);

        assertThat(items(first)).containsExactly(offer + " 200 CONFIRMED");
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void manyAreRefusedForOneReason() {
        String programme = market.programme(endorsed());
        Entered student = market.student(programme);
        String offer = accepted(programme, student, market.internship(programme));

        assertThat(university()
                        .post("/offers/decisions", Map.of("decision", "REFUSE", "offers", List.of(offer)))
                        .text("field"))
                .isEqualTo("reason");
        university()
                .post(
                        "/offers/decisions",
                        Map.of("decision", "REFUSE", "reason", "no-credit", "offers", List.of(offer)));

        assertThat(market.state(offer)).isEqualTo("REFUSED no-credit");
    }

    @Test
    void nobodyElseDecidesOnMany() {
        String programme = market.programme(endorsed());
        Entered student = market.student(programme);
        String offer = accepted(programme, student, market.internship(programme));

        assertThat(items(endorse(participants.university("fudan"), List.of(offer), Map.of())))
                .containsExactly(offer + " 404 ");
        assertThat(items(endorse(participants.company(Market.COMPANY), List.of(offer), Map.of())))
                .containsExactly(offer + " 403 ");
        assertThat(university()
                        .post("/offers/decisions", Map.of("decision", "ACCEPT", "offers", List.of(offer)))
                        .status())
                .isEqualTo(400);
        assertThat(university()
                        .post("/offers/decisions", Map.of("decision", "ENDORSE", "offers", List.of()))
                        .text("field"))
                .isEqualTo("offers");
        assertThat(market.state(offer)).isEqualTo("ACCEPTED");
    }

    private Api university() {
        return participants.university(Market.UNIVERSITY);
    }

    private static Api.Answer endorse(Api caller, List<String> offers, Map<String, String> headers) {
        return caller.send("POST", "/offers/decisions", Map.of("decision", "ENDORSE", "offers", offers), headers);
    }

    /** Id, status and state of each, the state taken from the problem where there is one. */
    private static List<String> items(Api.Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> "%s %d %s"
                        .formatted(
                                item.path("offer").asString(),
                                item.path("status").asInt(),
                                state(item)))
                .toList();
    }

    private static String state(JsonNode item) {
        return item.has("state")
                ? item.path("state").asString()
                : item.path("problem").path("state").asString("");
    }

    private String accepted(String programme, Entered student, String internship) {
        String offer = market.offer(programme, student, internship);
        assertThat(market.decide(student, offer, "ACCEPT").text("state")).isEqualTo("ACCEPTED");
        return offer;
    }

    private static Map<String, @Nullable Object> endorsed() {
        return Bodies.with(Bodies.programme(), "universityEndorsement", true);
    }
}
