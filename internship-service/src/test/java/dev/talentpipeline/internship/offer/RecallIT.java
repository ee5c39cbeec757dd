package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RowLocks;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningService
class RecallIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Matcher matcher;

    @Autowired
    RowLocks locks;

    @Autowired
    EventCodec codec;

    @Test
    void takesBackWhatNobodyHasAnsweredAndSaysBeforehandWhat() {
        String programme = market.programme(Bodies.with(Bodies.programme(), "offerPolicy", "COMPANY_APPROVAL"));
        String internship = market.internship(programme, Bodies.with(Bodies.internship(), "seats", 9));
        String awaiting = proposed(programme, 7, internship).offer();
        String extended = approved(programme, 7, internship).offer();
        Made keeping = approved(programme, 7, internship);
        market.decide(keeping.student(), keeping.offer(), "KEEP");
        Made committed = approved(programme, 7, internship);
        market.decide(committed.student(), committed.offer(), "ACCEPT");
        Made declined = approved(programme, 7, internship);
        market.decide(declined.student(), declined.offer(), "DECLINE");
        String other = approved(programme, 8, internship).offer();

        Api.Answer preview = owner().get(path(programme, 7));

        assertThat(preview.status()).as(preview.json().toString()).isEqualTo(200);
        assertThat(preview.json().path("recalledAt").isNull()).isTrue();
        assertThat(preview.json().path("takesBack").toString())
                .isEqualTo("{\"AWAITING_APPROVAL\":1,\"EXTENDED\":1,\"KEPT\":1}");
        assertThat(preview.json().path("stays").toString()).isEqualTo("{\"CONFIRMED\":1}");
        assertThat(effects(preview))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        awaiting,
                        "TAKES_BACK",
                        extended,
                        "TAKES_BACK",
                        keeping.offer(),
                        "TAKES_BACK",
                        committed.offer(),
                        "STAYS"));
        assertThat(List.of(market.state(awaiting), market.state(extended), market.state(keeping.offer())))
                .containsExactly("AWAITING_APPROVAL", "EXTENDED", "KEPT");

        Api.Answer recalled = owner().post(path(programme, 7), null);

        assertThat(recalled.status()).isEqualTo(200);
        assertThat(recalled.text("by")).isEqualTo("UNIVERSITY");
        assertThat(recalled.json().path("takesBack")).isEqualTo(preview.json().path("takesBack"));
        for (String offer : List.of(awaiting, extended, keeping.offer())) {
            market.awaitState(offer, "RESCINDED RECALLED");
        }
        assertThat(List.of(market.state(committed.offer()), market.state(declined.offer()), market.state(other)))
                .containsExactly("CONFIRMED", "DECLINED", "EXTENDED");

        // then: again is harmless, and says what has come of it
        Api.Answer again = participants.operations().post(path(programme, 7), null);
        assertThat(again.text("recalledAt")).isEqualTo(recalled.text("recalledAt"));
        assertThat(again.json().path("takenBack").asInt()).isEqualTo(3);
        assertThat(again.json().path("takesBack").isEmpty()).isTrue();
        assertThat(again.json().path("stays").toString()).isEqualTo("{\"CONFIRMED\":1}");
        assertThat(TopicReader.events(codec, Topics.OFFERS, key -> key.endsWith("/" + extended), 3))
                .as("one event, so one notice")
                .extracting(event -> event.getState() + " " + event.getReason())
                .containsExactly("AWAITING_APPROVAL null", "EXTENDED null", "RESCINDED RECALLED");
    }

    @Test
    void aProposalOfARecalledClearingThatArrivesLaterIsRejected() {
        String programme = market.programme();
        String internship = market.internship(programme);
        String first = made(programme, 3, internship).offer();
        owner().post(path(programme, 3), null);
        market.awaitState(first, "RESCINDED RECALLED");
        owner().put("/programmes/" + programme, Bodies.with(Bodies.programme(), "name", "Better rules"));

        PlacementOffer late =
                Matcher.proposal(programme, 3, market.student(programme).id(), internship);
        matcher.emit(late);

        market.awaitState(late.getOfferId(), "REJECTED RECALLED");
        assertThat(TopicReader.events(codec, Topics.OFFERS, key -> key.endsWith("/" + late.getOfferId()), 1))
                .as("waits for rules that are newer than the recall, which those of now are")
                .extracting(event -> event.getProgrammeVersion())
                .containsExactly(1L);
        Entered student = market.student(programme);
        market.admitted(Matcher.proposal(programme, 4, student.id(), internship, 2, 1, 1), "EXTENDED");
    }

    @Test
    void whoAcceptedBeforeTheRecallStaysAndWhoComesAfterItIsTooLate() throws SQLException {
        for (boolean acceptFirst : List.of(true, false)) {
            String programme = market.programme();
            Made made = made(programme, 1, market.internship(programme));

            CompletableFuture<Api.Answer> accept;
            CompletableFuture<Api.Answer> recall;
            // no sweep takes an offer back while its person is busy
            try (RowLocks.Held lock = locks.hold("person", made.student().person())) {
                if (acceptFirst) {
                    accept = CompletableFuture.supplyAsync(() -> market.decide(made.student(), made.offer(), "ACCEPT"));
                    lock.awaitWaiting(1);
                    recall = CompletableFuture.supplyAsync(() -> owner().post(path(programme, 1), null));
                    lock.awaitWaiting(2);
                } else {
                    recall = CompletableFuture.completedFuture(owner().post(path(programme, 1), null));
                    accept = CompletableFuture.supplyAsync(() -> market.decide(made.student(), made.offer(), "ACCEPT"));
                    lock.awaitWaiting(1);
                }
            }

            assertThat(recall.join()
                            .json()
                            .path(acceptFirst ? "stays" : "takesBack")
                            .size())
                    .isEqualTo(1);
            if (acceptFirst) {
                assertThat(accept.join().text("state")).isEqualTo("CONFIRMED");
            } else {
                assertThat(accept.join().status()).isEqualTo(409);
                assertThat(accept.join().text("state")).isEqualTo("RESCINDED");
                market.awaitState(made.offer(), "RESCINDED RECALLED");
            }
        }
    }

    @Test
    void onlyWhoRunsTheProgrammeRecallsAndOnlyAClearingOfWhichSomethingArrived() {
        String programme = market.programme(Bodies.with(Bodies.programme(), "companies", List.of(Market.COMPANY)));
        String internship = market.internship(programme);
        String offer = made(programme, 2, internship).offer();

        assertThat(participants
                        .company(Market.COMPANY)
                        .post(path(programme, 2), null)
                        .status())
                .isEqualTo(403);
        assertThat(participants.company("stranger").get(path(programme, 2)).status())
                .isEqualTo(404);
        Api.Answer unknown = owner().post(path(programme, 3), null);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("type")).endsWith("/clearing-unknown");
        assertThat(unknown.json().path("latest").asInt()).isEqualTo(2);
        assertThat(owner().post(path(programme, 0), null).status()).isEqualTo(422);
        assertThat(owner().post("/programmes/%s/clearings/last/recall".formatted(programme), null)
                        .status())
                .isEqualTo(400);
        assertThat(market.state(offer)).isEqualTo("EXTENDED");
    }

    private record Made(Entered student, String offer) {}

    private Made made(String programme, long clearing, String internship) {
        Entered student = market.student(programme);
        return new Made(
                student, market.admitted(Matcher.proposal(programme, clearing, student.id(), internship), "EXTENDED"));
    }

    private Made proposed(String programme, long clearing, String internship) {
        Entered student = market.student(programme);
        return new Made(
                student,
                market.admitted(Matcher.proposal(programme, clearing, student.id(), internship), "AWAITING_APPROVAL"));
    }

    private Made approved(String programme, long clearing, String internship) {
        Made made = proposed(programme, clearing, internship);
        market.decideAsCompany(made.offer(), "APPROVE", null);
        return made;
    }

    private static Map<String, String> effects(Api.Answer answer) {
        Map<String, String> effects = new java.util.HashMap<>();
        answer.json()
                .path("items")
                .forEach(item -> effects.put(
                        UUID.fromString(item.path("offer").asString()).toString(),
                        item.path("effect").asString()));
        return effects;
    }

    private Api owner() {
        return participants.university(Market.UNIVERSITY);
    }

    private static String path(String programme, long clearing) {
        return "/programmes/%s/clearings/%d/recall".formatted(programme, clearing);
    }
}
