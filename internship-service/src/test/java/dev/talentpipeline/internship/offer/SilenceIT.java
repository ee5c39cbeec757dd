package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Notice;
import dev.talentpipeline.events.NoticeChannel;
import dev.talentpipeline.events.NoticeState;
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
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is done for an answer that does not come, and what it means in the end. Days are made to pass by moving what is stored into the
 * past.
 */
@RunningService
class SilenceIT {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final String SHORT = "PT1S";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    @Autowired
    Outages outages;

    @Autowired
    DeliveredNotices delivered;

    @Autowired
    Matcher matcher;

    @Test
    void whoMustAnswerIsRemindedAndThenTheOthersAreTold() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));
        Duration window = Duration.between(
                Instant.now(),
                Instant.parse(own(student).get("/offers/" + offer).text("respondBy")));

        shift(offer, window.dividedBy(2));
        awaitSteps(offer, "REMINDED");
        shift(offer, window.dividedBy(2).minusMinutes(30));
        awaitSteps(offer, "REMINDED", "ESCALATED");

        List<Offer> told = TopicReader.events(codec, Topics.OFFERS, TopicReader.programme(programme), 3);
        assertThat(told).extracting(Offer::getVersion).containsExactly(1L, 2L, 3L);
        assertThat(told).extracting(Offer::getState).containsOnly(OfferState.EXTENDED);
        assertThat(told.get(1).getRemindedAt()).isEqualTo(told.get(1).getChangedAt());
        assertThat(told.get(1).getEscalatedAt()).isNull();
        assertThat(told.get(2).getEscalatedAt()).isEqualTo(told.get(2).getChangedAt());
        assertThat(told.get(2).getRemindedAt()).isEqualTo(told.get(1).getRemindedAt());
        assertThat(market.decide(student, offer, "ACCEPT").text("state")).isEqualTo("CONFIRMED");
    }

    @Test
    void aShortWindowPassesWithoutAReminder() {
        String programme = market.programme(Bodies.with(Bodies.programme(), "responseWindow", SHORT));
        String offer = market.offer(programme, market.student(programme), market.internship(programme));

        market.awaitState(offer, "EXPIRED");

        assertThat(steps(offer)).isEmpty();
    }

    @Test
    void theCompanysSilenceApprovesWhereTheProgrammeSaysSo() {
        var rules = Bodies.with(Bodies.programme(), "offerPolicy", "COMPANY_APPROVAL");
        rules.put("approvalDefault", "APPROVE");
        rules.put("approvalWindow", SHORT);
        String programme = market.programme(rules);
        Entered student = market.student(programme);
        String offer = market.admitted(
                Matcher.proposal(programme, 1, student.id(), market.internship(programme)), "AWAITING_APPROVAL");

        market.awaitState(offer, "EXTENDED");

        Api.Answer extended = own(student).get("/offers/" + offer);
        assertThat(extended.json().path("history").path(1).path("by").asString())
                .isEqualTo("SYSTEM");
        assertThat(market.counted(Instant.now(), Duration.ofDays(3))).isEqualTo(extended.text("respondBy"));
        assertThat(market.decideAsCompany(offer, "VETO", "too-late").status()).isEqualTo(409);
    }

    @Test
    void aDefaultThatApprovesWaitsWhileTheProgrammeLetsNothingOut() {
        var rules = Bodies.with(Bodies.programme(), "offerPolicy", "COMPANY_APPROVAL");
        rules.put("approvalDefault", "APPROVE");
        String programme = market.programme(rules);
        String path = "/programmes/" + programme + "/state";
        Entered student = market.student(programme);
        String offer = market.admitted(
                Matcher.proposal(programme, 1, student.id(), market.internship(programme)), "AWAITING_APPROVAL");
        participants.operations().post(path, Map.of("state", "HELD"));
        shift(offer, Duration.ofDays(30));

        Api.Answer late = market.decideAsCompany(offer, "VETO", "too-late");
        assertThat(late.text("type")).endsWith("/programme-not-running");
        assertThat(market.state(offer)).isEqualTo("AWAITING_APPROVAL");
        participants.operations().post(path, Map.of("state", "RUNNING"));

        market.awaitState(offer, "EXTENDED");
    }

    @Test
    void theUniversitysSilenceEndorsesStepByStepWhereTheProgrammeSaysSo() {
        var rules = Bodies.with(Bodies.programme(), "endorsement", "SCHOOL_THEN_CAREER_CENTRE");
        rules.put("endorsementDefault", "ENDORSE");
        rules.put("endorsementWindow", SHORT);
        String programme = market.programme(rules);
        Entered student = market.studentOf(programme, "computing");
        String offer = market.offer(programme, student, market.internship(programme));

        market.decide(student, offer, "ACCEPT");
        market.awaitState(offer, "CONFIRMED");

        assertThat(steps(offer)).containsExactly("ENDORSED_BY_SCHOOL");
        assertThat(own(student)
                        .get("/offers/" + offer)
                        .json()
                        .path("history")
                        .valueStream()
                        .map(entry -> entry.path("state").asString() + " "
                                + entry.path("by").asString()))
                .containsExactly("EXTENDED MATCHING", "ACCEPTED STUDENT", "ACCEPTED SYSTEM", "CONFIRMED SYSTEM");
    }

    @Test
    void aDeadlineThatFellIntoAnOutageIsPutOffOnce() {
        String programme = market.programme(Bodies.with(Bodies.programme(), "grace", "PT5H"));
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));

        // given the service was away from two hours ago on, and the deadline came an hour ago
        Instant back = Instant.now();
        transactions.within(() -> {
            outage(back.minus(Duration.ofHours(2)), back);
            return deadline(offer, back.minus(Duration.ofHours(1)));
        });
        // as before, those who can help are told when the time is nearly over
        awaitSteps(offer, "PUT_OFF", "ESCALATED");

        Api.Answer putOff = own(student).get("/offers/" + offer);
        assertThat(Duration.between(back, Instant.parse(putOff.text("respondBy"))))
                .isCloseTo(Duration.ofHours(5), Duration.ofSeconds(1));
        assertThat(putOff.json().path("history").path(1).path("reason").asString())
                .isEqualTo("OUTAGE");
        assertThat(market.decide(student, offer, "ACCEPT").text("state")).isEqualTo("CONFIRMED");
        // so that no other test meets it
        jdbc.sql("delete from outage").update();
    }

    @Test
    void aDeadlineAfterTheOutageOrAGraceThatIsOverEndsTheOffer() {
        String programme = market.programme();
        String after = market.offer(programme, market.student(programme), market.internship(programme));
        String longAgo = market.offer(programme, market.student(programme), market.internship(programme));

        Instant ended = Instant.now().minus(Duration.ofDays(3));
        transactions.within(() -> {
            outage(ended.minus(Duration.ofHours(2)), ended);
            return deadline(after, ended.plusSeconds(60)) + deadline(longAgo, ended.minusSeconds(60));
        });

        market.awaitState(after, "EXPIRED");
        market.awaitState(longAgo, "EXPIRED");
        assertThat(steps(after)).isEmpty();
        assertThat(steps(longAgo)).isEmpty();
    }

    @Test
    void aDeadlineBeforeTheStudentWasToldIsPutOffOnce() {
        String programme = market.programme(Bodies.with(Bodies.programme(), "grace", "PT1H"));
        String untold = market.offer(programme, market.student(programme), market.internship(programme));
        String told = market.offer(programme, market.student(programme), market.internship(programme));
        tellDelivered(told);

        Instant deadline = Instant.now().minus(Duration.ofMinutes(10));
        transactions.within(() -> deadline(untold, deadline) + deadline(told, deadline));
        market.awaitState(told, "EXPIRED");
        awaitSteps(untold, "PUT_OFF", "ESCALATED");
        assertThat(Instant.parse(
                        participants.operations().get("/offers/" + untold).text("respondBy")))
                .isCloseTo(deadline.plus(Duration.ofHours(1)), within(1, ChronoUnit.MILLIS));
        deadline(untold, deadline);

        market.awaitState(untold, "EXPIRED");
        assertThat(steps(untold)).containsExactly("PUT_OFF", "ESCALATED");
    }

    /** Has it told, as notification-service tells it, how the notice of the offer got on; returns once that was read. */
    private void tellDelivered(String offer) {
        String person = UUID.randomUUID().toString();
        String notice = UUID.randomUUID().toString();
        Notice event = Notice.newBuilder()
                .setPersonId(person)
                .setNoticeId(notice)
                .setVersion(2)
                .setKind("offer-made")
                .setChannel(NoticeChannel.EMAIL)
                .setState(NoticeState.SENT)
                .setSubject(offer)
                .setSubjectVersion(1)
                .setChangedAt(Instant.now())
                .build();
        matcher.emit(Topics.NOTICES.name(), person + "/" + notice, codec.encode(event));
        await().atMost(BOUND).until(() -> delivered.isToldOf(UUID.fromString(offer)));
    }

    @Test
    void anAnswerBeforeTheFirstSweepAfterAnOutageIsInTime() {
        Instant began = Instant.parse("2031-01-01T10:00:00Z");
        Instant now = began.plus(Duration.ofHours(2));

        // within a transaction that is undone, so that nobody else meets the outage
        List<Object> ends = rolledBack(() -> {
            jdbc.sql("update sweep set swept_at = ?").param(time(began)).update();
            Object unnoted = outages.endOfThatAt(began.plusSeconds(60), now);
            Object before = outages.endOfThatAt(began.minusSeconds(60), now);
            outages.beat(now);
            Object noted = outages.endOfThatAt(began.plusSeconds(60), now.plusSeconds(600));
            outages.beat(now.plusSeconds(30));
            Object sweptOn = outages.endOfThatAt(now.plusSeconds(10), now.plusSeconds(30));
            return List.of(unnoted, before, noted, sweptOn);
        });

        assertThat(ends).containsExactly(Optional.of(now), Optional.empty(), Optional.of(now), Optional.empty());
    }

    private List<Object> rolledBack(Supplier<List<Object>> work) {
        List<Object> results = new ArrayList<>();
        try {
            transactions.within(() -> {
                results.addAll(work.get());
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("undone");
        }
        return results;
    }

    private void outage(Instant began, Instant ended) {
        jdbc.sql("insert into outage (began_at, ended_at) values (?, ?)")
                .param(time(began))
                .param(time(ended))
                .update();
    }

    private int deadline(String offer, Instant respondBy) {
        return jdbc.sql("""
                        update offer set respond_by = ?, awaited_since = cast(? as timestamptz) - interval '3 days', remind_at = null
                        where id = cast(? as uuid)
                        """)
                .param(time(respondBy))
                .param(time(respondBy))
                .param(offer)
                .update();
    }

    /** Moves what is awaited so far into the past. */
    private void shift(String offer, Duration by) {
        jdbc.sql("""
                        update offer set respond_by = respond_by - make_interval(secs => ?), awaited_since = awaited_since - make_interval(secs => ?),
                            remind_at = remind_at - make_interval(secs => ?) where id = cast(? as uuid)
                        """)
                .params(by.toSeconds(), by.toSeconds(), by.toSeconds(), offer)
                .update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private void awaitSteps(String offer, String... steps) {
        await().atMost(BOUND)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(steps(offer)).containsExactly(steps));
    }

    private List<String> steps(String offer) {
        return participants
                .operations()
                .get("/offers/" + offer)
                .json()
                .path("history")
                .valueStream()
                .map(entry -> entry.path("step").asString(""))
                .filter(step -> !step.isEmpty())
                .toList();
    }

    private Api own(Entered student) {
        return participants.student(Market.UNIVERSITY, student.person());
    }
}
