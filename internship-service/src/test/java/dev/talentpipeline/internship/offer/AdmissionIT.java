package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of proposals. */
@RunningService
class AdmissionIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Matcher matcher;

    @Autowired
    EventCodec codec;

    @Autowired
    JdbcClient jdbc;

    @Test
    void rejectsAProposalThatSawAnotherVersionAndTellsTheNewestOnes() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        var changed = Bodies.with(Bodies.student(), "minimumStipend", 1);
        participants
                .university(Market.UNIVERSITY)
                .put("/programmes/%s/students/%s".formatted(programme, student.id()), changed);

        PlacementOffer stale = Matcher.proposal(programme, 1, student.id(), internship, 1, 1, 1);
        matcher.emit(stale);
        market.awaitState(stale.getOfferId(), "REJECTED STALE");

        Offer told = offers(programme, 1).getFirst();
        assertThat(List.of(told.getProgrammeVersion(), told.getStudentVersion(), told.getInternshipVersion()))
                .containsExactly(1L, 2L, 1L);

        // and the same pair in its newest versions is admitted
        PlacementOffer fresh = Matcher.proposal(programme, 2, student.id(), internship, 1, 2, 1);
        matcher.emit(fresh);
        market.awaitState(fresh.getOfferId(), "EXTENDED");
    }

    @Test
    void rejectsWhileTheProgrammeIsHeld() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        participants.university(Market.UNIVERSITY).post("/programmes/" + programme + "/state", Map.of("state", "HELD"));

        PlacementOffer proposal = Matcher.proposal(programme, 1, student.id(), internship, 2, 1, 1);
        matcher.emit(proposal);

        market.awaitState(proposal.getOfferId(), "REJECTED PROGRAMME_NOT_RUNNING");
    }

    @Test
    void rejectsWhenTheLastSeatIsTaken() {
        String programme = market.programme();
        Entered first = market.student(programme);
        Entered second = market.student(programme);
        String internship = market.internship(programme, Bodies.with(Bodies.internship(), "seats", 1));
        market.offer(programme, first, internship);

        PlacementOffer proposal = Matcher.proposal(programme, 1, second.id(), internship);
        matcher.emit(proposal);

        market.awaitState(proposal.getOfferId(), "REJECTED NO_SEAT");
    }

    @Test
    void rejectsForAWithdrawnInternship() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        participants.company(Market.COMPANY).delete("/programmes/%s/internships/%s".formatted(programme, internship));

        PlacementOffer proposal = Matcher.proposal(programme, 1, student.id(), internship, 1, 1, 2);
        matcher.emit(proposal);

        market.awaitState(proposal.getOfferId(), "REJECTED NO_SEAT");
    }

    @Test
    void rejectsForAStudentWhoHasAnOfferAlready() {
        String programme = market.programme();
        Entered student = market.student(programme);
        market.offer(programme, student, market.internship(programme));

        PlacementOffer proposal = Matcher.proposal(programme, 1, student.id(), market.internship(programme));
        matcher.emit(proposal);

        market.awaitState(proposal.getOfferId(), "REJECTED STUDENT_NOT_FREE");
    }

    @Test
    void rejectsForAWithdrawnStudent() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        participants
                .university(Market.UNIVERSITY)
                .delete("/programmes/%s/students/%s".formatted(programme, student.number()));

        PlacementOffer proposal = Matcher.proposal(programme, 1, student.id(), internship, 1, 2, 1);
        matcher.emit(proposal);

        market.awaitState(proposal.getOfferId(), "REJECTED STUDENT_NOT_FREE");
    }

    @Test
    void rejectsAPairThatTheStudentTurnedDown() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        String offer = market.offer(programme, student, internship);
        assertThat(market.decide(student, offer, "DECLINE").text("state")).isEqualTo("DECLINED");

        PlacementOffer again = Matcher.proposal(programme, 2, student.id(), internship);
        matcher.emit(again);
        market.awaitState(again.getOfferId(), "REJECTED PAIR_BARRED");

        // while another internship is still open to the student
        market.offer(programme, student, market.internship(programme));
    }

    @Test
    void rejectsTheReplacementOfAnOfferThatIsNotKept() {
        String programme = market.programme();
        Entered student = market.student(programme);
        PlacementOffer upgrade = PlacementOffer.newBuilder(
                        Matcher.proposal(programme, 1, student.id(), market.internship(programme)))
                .setReplaces(UUID.randomUUID().toString())
                .build();

        matcher.emit(upgrade);

        market.awaitState(upgrade.getOfferId(), "REJECTED UPGRADE_LOST");
    }

    @Test
    void acceptingTakesBackWhatNeedsTheSameDaysElsewhereAndKeepsItOut() {
        String here = market.programme();
        String there = market.programme();
        Entered one = market.student(here);
        Entered same = market.student(there, one.number());
        assertThat(same.person()).isEqualTo(one.person());
        String offerHere = market.offer(here, one, market.internship(here));
        String offerThere = market.offer(there, same, market.internship(there));

        assertThat(market.decide(one, offerHere, "ACCEPT").text("state")).isEqualTo("CONFIRMED");
        assertThat(market.state(offerThere)).isEqualTo("RESCINDED COMMITTED_ELSEWHERE");

        PlacementOffer again = Matcher.proposal(there, 2, same.id(), market.internship(there));
        matcher.emit(again);
        market.awaitState(again.getOfferId(), "REJECTED COMMITTED_ELSEWHERE");
    }

    @Test
    void twoInternshipsThatShareAWeekCanBothBeAccepted() {
        String here = market.programme();
        String there = market.programme();
        Entered one = market.student(here);
        Entered same = market.student(there, one.number());
        String offerHere =
                market.offer(here, one, market.internship(here, Bodies.with(Bodies.internship(), "daysPerWeek", 2)));
        String offerThere =
                market.offer(there, same, market.internship(there, Bodies.with(Bodies.internship(), "daysPerWeek", 3)));

        assertThat(market.decide(one, offerHere, "ACCEPT").status()).isEqualTo(200);
        assertThat(market.decide(same, offerThere, "ACCEPT").status()).isEqualTo(200);
    }

    @Test
    void aProposalDeliveredAgainGetsTheSameAnswerAgain() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        PlacementOffer proposal = Matcher.proposal(programme, 1, student.id(), internship);

        // when it comes again after its answer was told, and once more after the outbox has forgotten the answer
        matcher.emit(proposal);
        assertThat(offers(programme, 1)).hasSize(1);
        matcher.emit(proposal);
        assertThat(offers(programme, 2)).hasSize(2);
        jdbc.sql("delete from outbox where key like ?").param(programme + "/%").update();
        matcher.emit(proposal);

        // then there is one offer in one version, told three times
        List<Offer> told = offers(programme, 3);
        assertThat(told).hasSize(3).allMatch(offer -> offer.equals(told.getFirst()));
        assertThat(told.getFirst().getVersion()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from offer where programme = ?")
                        .param(programme)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeReadOrAppliedIsSetAsideWithItsReasonAndThePartitionMovesOn() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        byte[] garbage = {0, 0, 0, 0, 1, 99, 99};

        matcher.emit(programme + "/garbage", garbage);
        matcher.emit(Matcher.proposal(programme, 1, UUID.randomUUID().toString(), internship));
        market.offer(programme, student, internship);

        try (TopicReader reader = new TopicReader(
                Topics.PLACEMENT_OFFERS.deadLetters(dev.talentpipeline.schemas.ConsumerGroup.INTERNSHIP_SERVICE))) {
            List<ConsumerRecord<String, byte[]>> dead = reader.read(TopicReader.programme(programme), 2);
            assertThat(dead).hasSize(2);
            assertThat(dead.getFirst().value()).isEqualTo(garbage);
            assertThat(new String(
                            dead.get(1)
                                    .headers()
                                    .lastHeader("kafka_dlt-exception-message")
                                    .value(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .contains("must name a student of its programme");
        }
    }

    private List<Offer> offers(String programme, int count) {
        return TopicReader.events(codec, Topics.OFFERS, TopicReader.programme(programme), count);
    }
}
