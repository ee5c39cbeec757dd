package dev.talentpipeline.internship.offer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.OfferState;
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
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way out of a commitment: one asks, the other answers, the university decides. */
@RunningService
class ReleaseIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Autowired
    Matcher matcher;

    @Autowired
    RowLocks locks;

    private String programme;
    private Entered student;
    private String internship;
    private String offer;

    @BeforeEach
    void acceptOneSeat() {
        programme = market.programme();
        student = market.student(programme);
        internship = market.internship(programme, Bodies.with(Bodies.internship(), "seats", 1));
        offer = market.offer(programme, student, internship);
        assertThat(market.decide(student, offer, "ACCEPT").text("state")).isEqualTo("CONFIRMED");
    }

    @Test
    void theOtherSideAgreesAndStudentAndSeatAreFree() {
        Api.Answer asked = market.decide(own(), offer, "RELEASE", "illness");
        assertThat(asked.text("state")).isEqualTo("CONFIRMED");
        assertThat(asked.json().path("release").toString())
                .isEqualTo("{\"askedBy\":\"STUDENT\",\"reason\":\"illness\",\"refused\":false,\"seat\":\"RETURN\"}");

        assertThat(asked.etag()).isEqualTo("\"3.1\"");
        assertThat(own().get("/offers/" + offer).etag()).isEqualTo(asked.etag());

        Api.Answer released = market.decideAsCompany(offer, "RELEASE", null);

        assertThat(released.text("state")).isEqualTo("RELEASED");
        assertThat(market.state(offer)).isEqualTo("RELEASED illness");
        assertThat(released.json().path("release").isNull()).isTrue();
        // nobody but the parties is told that somebody asked
        List<Offer> told = TopicReader.events(codec, Topics.OFFERS, TopicReader.programme(programme), 4);
        assertThat(told)
                .extracting(Offer::getState)
                .containsExactly(OfferState.EXTENDED, OfferState.ACCEPTED, OfferState.CONFIRMED, OfferState.RELEASED);
        assertThat(told).extracting(Offer::getVersion).containsExactly(1L, 2L, 3L, 4L);
        long reopened = market.awaitListing(programme, internship, "OPEN");
        market.admitted(
                Matcher.proposal(programme, 2, market.student(programme).id(), internship, 1, 1, reopened), "EXTENDED");
        market.offer(programme, student, market.internship(programme));
    }

    @Test
    void theUniversityDecidesWhatTheOtherSideRefused() {
        market.decideAsCompany(offer, "RELEASE", "budget");
        Api.Answer refused = market.decide(own(), offer, "REFUSE_RELEASE", "need-it");
        assertThat(refused.json().path("release").path("refused").asBoolean()).isTrue();

        assertThat(market.decideAsUniversity(offer, "REFUSE_RELEASE", "unfounded")
                        .json()
                        .path("release")
                        .isNull())
                .isTrue();
        // it may be asked for again, and then be granted
        market.decideAsCompany(offer, "RELEASE", "closed-down");
        Api.Answer released = market.decideAsUniversity(offer, "RELEASE", null);

        assertThat(history(released)).isEqualTo("""
                        EXTENDED MATCHING
                        ACCEPTED STUDENT
                        CONFIRMED STUDENT
                        CONFIRMED COMPANY ASKED budget
                        CONFIRMED STUDENT REFUSED need-it
                        CONFIRMED UNIVERSITY DENIED unfounded
                        CONFIRMED COMPANY ASKED closed-down
                        RELEASED UNIVERSITY closed-down""");
    }

    @Test
    void whoAsksMayTakeItBackButNotAgreeWithThemselves() {
        assertThat(market.decide(own(), offer, "RELEASE", null).text("field")).isEqualTo("reason");
        market.decide(own(), offer, "RELEASE", "illness");

        Api.Answer alone = market.decide(own(), offer, "RELEASE", "illness");
        assertThat(alone.status()).isEqualTo(409);
        assertThat(alone.json().path("possible").toString()).isEqualTo("[\"RELEASE\",\"REFUSE_RELEASE\"]");
        Api.Answer takenBack = market.decide(own(), offer, "REFUSE_RELEASE", null);

        assertThat(takenBack.json().path("release").isNull()).isTrue();
        assertThat(history(takenBack)).endsWith("CONFIRMED STUDENT TAKEN_BACK");
        // so there is nothing left to agree to: the company only asks itself
        assertThat(market.decideAsCompany(offer, "REFUSE_RELEASE", null).status())
                .isEqualTo(409);
        assertThat(market.state(offer)).isEqualTo("CONFIRMED");
    }

    @Test
    void theUniversityDecidesOnlyWhatIsBroughtBeforeItAndOperationsNothing() {
        assertThat(market.decideAsUniversity(offer, "RELEASE", "transfer").status())
                .isEqualTo(409);
        assertThat(market.decide(participants.operations(), offer, "RELEASE", "transfer")
                        .status())
                .isEqualTo(403);
        assertThat(market.decide(participants.university("fudan"), offer, "RELEASE", "transfer")
                        .status())
                .isEqualTo(404);
        assertThat(market.state(offer)).isEqualTo("CONFIRMED");
    }

    @Test
    void theirLettersAreReadByThePartiesAndNeverTold() {
        String letter = "I have to have an operation in spring.\nPlease let me go.";
        decide(own(), Map.of("decision", "RELEASE", "reason", "illness", "letter", letter));
        decide(participants.company(Market.COMPANY), Map.of("decision", "RELEASE", "letter", "Get well soon."));

        for (Api party :
                List.of(own(), participants.company(Market.COMPANY), participants.university(Market.UNIVERSITY))) {
            assertThat(party.get("/offers/" + offer + "/letters")
                            .json()
                            .path("items")
                            .valueStream()
                            .map(item -> item.path("by").asString() + ": "
                                    + item.path("letter").asString()))
                    .containsExactly("STUDENT: " + letter, "COMPANY: Get well soon.");
        }
        assertThat(participants
                        .operations()
                        .get("/offers/" + offer + "/letters")
                        .status())
                .isEqualTo(403);
        assertThat(participants
                        .company("globex")
                        .get("/offers/" + offer + "/letters")
                        .status())
                .isEqualTo(404);
        try (TopicReader reader = new TopicReader("offers")) {
            assertThat(reader.read(TopicReader.programme(programme), 4))
                    .hasSize(4)
                    .noneMatch(record -> new String(record.value(), UTF_8).contains("operation"));
        }
    }

    @Test
    void lettersAndSeatsGoWithAReleaseAndAreSoundOrRefused() {
        assertThat(decide(own(), Map.of("decision", "RELEASE", "reason", "illness", "letter", "x".repeat(4_001)))
                        .text("field"))
                .isEqualTo("letter");
        assertThat(decide(own(), Map.of("decision", "RELEASE", "reason", "illness", "seat", "CLOSE"))
                        .text("field"))
                .isEqualTo("seat");
        assertThat(decide(own(), Map.of("decision", "DECLINE", "letter", "No."))
                        .json()
                        .path("field")
                        .asString())
                .isEqualTo("letter");
        assertThat(decide(participants.company(Market.COMPANY), Map.of("decision", "REFUSE_RELEASE", "seat", "CLOSE"))
                        .text("field"))
                .isEqualTo("seat");
        assertThat(own().get("/offers/" + offer).json().path("release").isNull())
                .isTrue();
    }

    @Test
    void aSeatThatIsClosedIsOfferedToNobodyElse() {
        String two = market.internship(programme);
        Entered other = market.student(programme);
        String second = market.offer(programme, other, two);
        market.decide(other, second, "ACCEPT");
        decide(
                participants.company(Market.COMPANY),
                second,
                Map.of("decision", "RELEASE", "reason", "budget", "seat", "CLOSE"));

        Api.Answer released =
                market.decide(participants.student(Market.UNIVERSITY, other.person()), second, "RELEASE", null);

        assertThat(released.text("state")).isEqualTo("RELEASED");
        Api.Answer smaller =
                participants.company(Market.COMPANY).get("/programmes/%s/internships/%s".formatted(programme, two));
        assertThat(smaller.json().path("seats").asInt()).isEqualTo(1);
        assertThat(smaller.json().path("taken").asInt()).isZero();
        assertThat(smaller.etag()).isEqualTo("\"2\"");
        // the last seat takes the internship with it
        market.decide(own(), offer, "RELEASE", "illness");
        decide(participants.university(Market.UNIVERSITY), Map.of("decision", "RELEASE", "seat", "CLOSE"));
        assertThat(participants
                        .company(Market.COMPANY)
                        .get("/programmes/%s/internships/%s".formatted(programme, internship))
                        .text("state"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void aProposalForTheSeatThatIsBeingClosedIsStale() throws SQLException {
        long full = market.awaitListing(programme, internship, "CLOSED");
        market.decide(own(), offer, "RELEASE", "illness");
        PlacementOffer next =
                Matcher.proposal(programme, 2, market.student(programme).id(), internship, 1, 1, full);

        CompletableFuture<Api.Answer> closed;
        try (RowLocks.Held lock = locks.hold("internship", internship)) {
            closed = CompletableFuture.supplyAsync(
                    () -> decide(participants.company(Market.COMPANY), Map.of("decision", "RELEASE", "seat", "CLOSE")));
            lock.awaitWaiting(1);
            matcher.emit(next);
            lock.awaitWaiting(2);
        }

        assertThat(closed.join().text("state")).isEqualTo("RELEASED");
        market.awaitState(next.getOfferId(), "REJECTED STALE");
    }

    private Api.Answer decide(Api party, Map<String, String> decision) {
        return decide(party, offer, decision);
    }

    private static Api.Answer decide(Api party, String which, Map<String, String> decision) {
        return party.post("/offers/%s/decisions".formatted(which), decision);
    }

    @Test
    void anOpenOfferIsNotReleased() {
        Entered undecided = market.student(programme);
        String open = market.offer(programme, undecided, market.internship(programme));

        Api.Answer refused = market.decideAsCompany(open, "RELEASE", "budget");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("state")).isEqualTo("EXTENDED");
    }

    private Api own() {
        return participants.student(Market.UNIVERSITY, student.person());
    }

    private static String history(Api.Answer answer) {
        return answer.json()
                .path("history")
                .valueStream()
                .map(entry -> "%s %s %s %s"
                        .formatted(
                                entry.path("state").asString(),
                                entry.path("by").asString(),
                                entry.path("release").asString(""),
                                entry.path("reason").asString(""))
                        .replaceAll(" +", " ")
                        .strip())
                .collect(Collectors.joining("\n"));
    }
}
