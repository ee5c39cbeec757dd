package dev.talentpipeline.matching.topology;

import static dev.talentpipeline.matching.topology.EventFixture.answer;
import static dev.talentpipeline.matching.topology.EventFixture.internship;
import static dev.talentpipeline.matching.topology.EventFixture.programme;
import static dev.talentpipeline.matching.topology.EventFixture.student;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.events.ProgrammeState;
import dev.talentpipeline.events.StudentState;
import dev.talentpipeline.matching.engine.verification.StabilityVerifier;
import dev.talentpipeline.matching.explanation.StillReadingException;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MatchingTopologyTest {

    private MarketBench bench = new MarketBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aStudentAndAnInternshipBecomeAProposalWhicheverArrivesFirst() {
        bench.post(internship("demo", "i1", 1)).post(student("demo", "s1", 3)).post(programme("demo"));
        bench.settle();

        PlacementOffer proposal = only(bench.proposals());
        assertThat(proposal.getStudentId()).isEqualTo("s1");
        assertThat(proposal.getInternshipId()).isEqualTo("i1");
        assertThat(proposal.getClearing()).isEqualTo(1);
        assertThat(proposal.getParts()).hasSize(6);
        assertThat(proposal.getMatchedSkills()).containsExactly("java");
        assertThat(proposal.getStudentRank()).isEqualTo(1);
        assertThat(proposal.getInternshipRank()).isEqualTo(1);
    }

    @Test
    void aProposalSaysInItsHeadersWhatBroughtItAbout() {
        oneOfEach();
        var record = only(bench.proposalRecords());
        EventHeaders headers = EventHeaders.readFrom(record.headers());

        assertThat(record.key()).isEqualTo("demo/s1");
        assertThat(headers.type()).isEqualTo("dev.talentpipeline.events.PlacementOffer");
        assertThat(headers.source()).isEqualTo("matching-service");
        assertThat(headers.causationId()).isEqualTo("event-of-demo/s1");
        assertThat(headers.correlationId()).isEqualTo("correlation");
    }

    @Test
    void aReservedSeatIsNotProposedAgainUntilItIsAnswered() {
        oneOfEach();
        bench.proposals();
        bench.post(student("demo", "s2", 5)).settle();

        assertThat(bench.proposals()).isEmpty();
    }

    @Test
    void anExtendedOfferKeepsItsSeatAndCausesNoClearing() {
        PlacementOffer proposal = proposed();
        bench.reports();
        bench.post(answer(proposal, 1, OfferState.EXTENDED)).settle();

        assertThat(bench.reports()).isEmpty();
        bench.post(student("demo", "s2", 5)).settle();
        assertThat(bench.proposals()).isEmpty();
    }

    @Test
    void aDeclinedOfferBarsThePairAndTheSeatGoesToTheNext() {
        PlacementOffer proposal = proposed();
        bench.post(student("demo", "s2", 1)).settle();
        bench.post(answer(proposal, 1, OfferState.EXTENDED)).post(answer(proposal, 2, OfferState.DECLINED));
        bench.settle();

        PlacementOffer next = only(bench.proposals());
        assertThat(next.getStudentId()).isEqualTo("s2");
        bench.post(answer(next, 1, OfferState.DECLINED)).settle();
        assertThat(bench.proposals()).isEmpty();
    }

    @Test
    void aStaleProposalIsTriedAgainOnlyWithTheVersionsThatWereThenCurrent() {
        PlacementOffer proposal = proposed();
        bench.post(answer(proposal, 1, OfferState.REJECTED).setReason("STALE").setStudentVersion(2))
                .settle();
        assertThat(bench.proposals()).isEmpty();

        bench.post(student("demo", "s1", 4).setVersion(2)).settle();
        PlacementOffer again = only(bench.proposals());
        assertThat(again.getStudentVersion()).isEqualTo(2);
        assertThat(again.getOfferId()).isNotEqualTo(proposal.getOfferId());
    }

    @Test
    void anUnansweredProposalIsSentAgainUnchangedUntilItIsAnswered() {
        oneOfEach();
        var first = only(bench.proposalRecords());
        bench.pass(Duration.ofSeconds(31));
        var second = only(bench.proposalRecords());
        bench.pass(Duration.ofSeconds(31));
        var third = only(bench.proposalRecords());

        assertThat(second.value()).isEqualTo(first.value());
        assertThat(third.value()).isEqualTo(first.value());
        assertThat(EventHeaders.readFrom(second.headers()).id())
                .isEqualTo(EventHeaders.readFrom(first.headers()).id());
        PlacementOffer proposal = new PlainWire().decode(Topics.PLACEMENT_OFFERS, first.value());
        bench.post(answer(proposal, 1, OfferState.EXTENDED)).pass(Duration.ofSeconds(100));
        assertThat(bench.proposals()).isEmpty();
    }

    @Test
    void aProposalIsNotSentAgainWhileThoseBeforeItAreBeingAnsweredButOneThatWasPassedOverIs() {
        bench.post(programme("demo")).post(internship("demo", "i1", 9));
        List<PlacementOffer> inOrder = new ArrayList<>();
        for (String student : List.of("s1", "s2", "s3")) {
            bench.post(student("demo", student, 3)).settle();
            inOrder.add(only(bench.proposals()));
        }
        bench.pass(Duration.ofSeconds(20)).post(answer(inOrder.get(1), 1, OfferState.EXTENDED));
        bench.pass(Duration.ofSeconds(20));
        assertThat(bench.proposals()).containsExactly(inOrder.getFirst());

        bench.pass(Duration.ofSeconds(10));
        assertThat(bench.proposals()).isEmpty();
        bench.pass(Duration.ofSeconds(16));
        assertThat(bench.proposals()).containsExactlyInAnyOrder(inOrder.getFirst(), inOrder.getLast());
    }

    @Test
    void aRestartForgetsNeitherReservationsNorNumbers() {
        PlacementOffer proposal = proposed();
        bench.restart();
        bench.post(student("demo", "s2", 5)).settle();
        assertThat(bench.proposals()).isEmpty();

        bench.post(answer(proposal, 1, OfferState.DECLINED)).settle();
        assertThat(only(bench.proposals()).getClearing()).isEqualTo(3);
    }

    @Test
    void aRestartClearsAndReportsNothingIfNothingWaited() {
        proposed();
        bench.reports();
        bench.restart();
        bench.settle();

        assertThat(bench.reports()).isEmpty();
    }

    @Test
    void aChangeThatWaitedForAClearingStillWaitsAfterARestart() {
        bench.post(programme("demo")).settle();
        bench.post(internship("demo", "i1", 1)).post(student("demo", "s1", 3));
        bench.restart();
        bench.settle();

        assertThat(bench.proposals()).hasSize(1);
    }

    @Test
    void whatIsNotNewerIsDroppedAndCounted() {
        proposed();
        bench.reports();
        bench.post(student("demo", "s1", 5)).post(programme("demo").setState(ProgrammeState.PAUSED));
        bench.settle();

        assertThat(bench.reports()).isEmpty();
        assertThat(bench.counted("student-profiles", "duplicate")).isEqualTo(1);
        assertThat(bench.counted("programmes", "duplicate")).isEqualTo(1);
        assertThat(bench.counted("student-profiles", "applied")).isEqualTo(1);
    }

    @Test
    void nothingIsClearedOrShownBeforeTheInputIsReadToTheEndItHadAtTheStart() {
        bench.close();
        bench = new MarketBench(StabilityVerifier::verify, Map.of(Topics.OFFERS.name(), 1L));
        oneOfEach();
        assertThat(bench.reports()).isEmpty();
        assertThatExceptionOfType(StillReadingException.class).isThrownBy(() -> bench.published.find("demo"));

        PlacementOffer earlier = EventFixture.proposal("demo", "s1", "i1");
        bench.post(answer(earlier, 1, OfferState.CONFIRMED)).settle();
        assertThat(bench.proposals()).isEmpty();
        assertThat(bench.reports()).hasSize(1);
        assertThat(bench.published.find("demo")).isPresent();
    }

    @Test
    void aTombstoneErasesAStudent() {
        bench.post(programme("demo")).post(student("demo", "s1", 3));
        bench.send(Topics.STUDENT_PROFILES, "demo/s1", null);
        bench.post(internship("demo", "i1", 1)).settle();

        assertThat(bench.proposals()).isEmpty();
        bench.restart();
        bench.settle();
        assertThat(bench.published.find("demo").orElseThrow().market().students())
                .isEmpty();
    }

    @Test
    void anErasedInternshipTakesItsCutoffWithIt() {
        oneOfEach();
        bench.records(Topics.CUTOFFS);
        bench.send(Topics.INTERNSHIPS, "demo/i1", null);

        var record = only(bench.records(Topics.CUTOFFS));
        assertThat(record.key()).isEqualTo("demo/i1");
        assertThat(record.value()).isNull();
    }

    @Test
    void whatCannotBeReadIsSetAsideAndTheRestGoesOn() {
        byte[] poison = "poison".getBytes(StandardCharsets.UTF_8);
        bench.post(programme("demo")).post(internship("demo", "i1", 1));
        bench.send(Topics.STUDENT_PROFILES, "demo/bad", poison);
        bench.post(student("demo", "s1", 3)).settle();

        var letter = only(bench.deadLetters(Topics.STUDENT_PROFILES));
        assertThat(letter.key()).isEqualTo("demo/bad");
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(header(letter.headers(), "kafka_dlt-original-topic")).isEqualTo("student-profiles");
        assertThat(header(letter.headers(), "kafka_dlt-exception-message")).startsWith("bytes must");
        assertThat(bench.proposals()).hasSize(1);
        assertThat(only(bench.reports()).getLeftOut()).isEqualTo(1);
        assertThat(bench.counted("student-profiles", "dead")).isEqualTo(1);
    }

    @Test
    void whatCannotBeAppliedIsLeftOutUntilANewerVersionCan() {
        bench.post(programme("demo")).post(student("demo", "s1", 3));
        bench.post(internship("demo", "i1", 0)).settle();

        var letter = only(bench.deadLetters(Topics.INTERNSHIPS));
        assertThat(header(letter.headers(), "kafka_dlt-exception-message")).startsWith("seats (0) must be positive");
        assertThat(bench.proposals()).isEmpty();
        assertThat(only(bench.reports()).getLeftOut()).isEqualTo(1);

        bench.restart();
        bench.post(internship("demo", "i1", 2).setVersion(2)).settle();
        assertThat(bench.proposals()).hasSize(1);
        assertThat(only(bench.reports()).getLeftOut()).isZero();
    }

    @Test
    void whatWasSetAsideAndIsSentAgainIsAppliedOnce() {
        byte[] student = new PlainWire().encode(student("demo", "s1", 3).build());
        bench.post(programme("demo")).post(internship("demo", "i1", 1));
        bench.send(Topics.STUDENT_PROFILES, "demo/s1", "poison".getBytes(StandardCharsets.UTF_8))
                .settle();
        bench.reports();

        bench.sendAgain("first", Topics.STUDENT_PROFILES, 0, "demo/s1", student).settle();
        bench.sendAgain("second", Topics.STUDENT_PROFILES, 0, "demo/s1", student)
                .settle();

        assertThat(bench.redriven()).containsExactly("first APPLIED", "second DROPPED");
        assertThat(only(bench.proposals()).getStudentId()).isEqualTo("s1");
        ClearingReport report = only(bench.reports());
        assertThat(report.getLeftOut()).isZero();
        assertThat(report.getOffsets()).containsOnlyKeys("programmes", "internships", "student-profiles");
        assertThat(bench.counted("student-profiles", "applied")).isEqualTo(1);
        assertThat(bench.counted("student-profiles", "duplicate")).isEqualTo(1);
    }

    @Test
    void whatIsSentAgainInVainIsSetAsideWhereItFirstStood() {
        bench.sendAgain("a", Topics.STUDENT_PROFILES, 7, "demo/s1", "poison".getBytes(StandardCharsets.UTF_8));
        bench.sendAgain("b", Topics.PLACEMENTS, 7, "demo/s1", "poison".getBytes(StandardCharsets.UTF_8));

        var letter = only(bench.deadLetters(Topics.STUDENT_PROFILES));
        assertThat(header(letter.headers(), "kafka_dlt-original-topic")).isEqualTo("student-profiles");
        assertThat(ByteBuffer.wrap(letter.headers()
                                .lastHeader("kafka_dlt-original-offset")
                                .value())
                        .getLong())
                .isEqualTo(7);
        assertThat(bench.redriven()).containsExactly("a DEAD");
    }

    @Test
    void nobodyIsMatchedByWhatIsKnownToBeOldNorLeftOutForWhatWasOvercome() {
        PlainWire wire = new PlainWire();
        byte[] poison = "poison".getBytes(StandardCharsets.UTF_8);
        bench.post(programme("demo")).post(internship("demo", "i1", 1));
        bench.send(Topics.STUDENT_PROFILES, "demo/s1", poison).send(Topics.STUDENT_PROFILES, "demo/s1", poison);
        bench.sendAgain(
                        "old",
                        Topics.STUDENT_PROFILES,
                        0,
                        "demo/s1",
                        wire.encode(student("demo", "s1", 3).build()))
                .settle();
        assertThat(bench.proposals()).isEmpty();

        bench.restart();
        bench.post(student("demo", "s1", 3).setVersion(3)).settle();
        assertThat(bench.proposals()).hasSize(1);
        bench.reports();
        bench.sendAgain("still poison", Topics.STUDENT_PROFILES, 1, "demo/s1", poison)
                .settle();

        assertThat(bench.redriven()).containsExactly("old APPLIED", "still poison DEAD");
        assertThat(only(bench.reports()).getLeftOut()).isZero();
    }

    @Test
    void aValueOfAnUnknownKindIsSetAside() {
        bench.post(programme("demo")).post(student("demo", "s1", 3).setState(StudentState.UNKNOWN));
        assertThat(bench.deadLetters(Topics.STUDENT_PROFILES)).hasSize(1);
    }

    @Test
    void aKeyThatNamesSomethingElseIsSetAside() {
        byte[] student = new PlainWire().encode(student("demo", "s1", 3).build());
        bench.send(Topics.STUDENT_PROFILES, "demo/other", student)
                .send(Topics.STUDENT_PROFILES, "noslash", student)
                .send(Topics.STUDENT_PROFILES, null, student);
        assertThat(bench.deadLetters(Topics.STUDENT_PROFILES)).hasSize(3);
    }

    @Test
    void programmesOfOnePartitionDoNotMeet() {
        bench.post(programme("demo")).post(programme("other"));
        bench.post(student("demo", "s1", 3)).post(internship("other", "i1", 1)).settle();

        assertThat(bench.proposals()).isEmpty();
        assertThat(bench.reports())
                .extracting(ClearingReport::getProgrammeId)
                .containsExactlyInAnyOrder("demo", "other");
    }

    private void oneOfEach() {
        bench.post(programme("demo")).post(internship("demo", "i1", 1)).post(student("demo", "s1", 3));
        bench.settle();
    }

    private PlacementOffer proposed() {
        oneOfEach();
        return only(bench.proposals());
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.getFirst();
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
