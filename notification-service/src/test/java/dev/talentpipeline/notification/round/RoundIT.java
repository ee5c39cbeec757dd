package dev.talentpipeline.notification.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.ClearingMode;
import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.Degree;
import dev.talentpipeline.events.Language;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.events.StudentState;
import dev.talentpipeline.notification.EventFixture;
import dev.talentpipeline.notification.Surroundings;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.MailServer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From a round to those whom it left without a place. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"talentpipeline.rounds.settling=PT1S", "talentpipeline.rounds.look=PT0.2S"})
@DirtiesContext
class RoundIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final MailServer MAIL = MailServer.start();
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final EventFixture left = EventFixture.fresh();

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        Surroundings.register(properties, MAIL);
    }

    @Test
    void whoeverTookPartAndHasNoOfferIsToldOnceForEachRound() {
        EventFixture matched = left.another();
        EventFixture declined = left.another();
        EventFixture withdrawn = left.another();
        EventFixture late = left.another();
        EventFixture silent = left.another();
        EventFixture gone = left.another();
        left.publishLabels();
        List.of(left, matched, declined, withdrawn, late, silent, gone)
                .forEach(each -> each.publishContact(Language.EN));
        joins(left, StudentState.ACTIVE, true, NOW.minusSeconds(60));
        joins(matched, StudentState.ACTIVE, true, NOW.minusSeconds(60));
        joins(declined, StudentState.ACTIVE, true, NOW.minusSeconds(60));
        joins(withdrawn, StudentState.WITHDRAWN, true, NOW.minusSeconds(60));
        joins(late, StudentState.ACTIVE, true, NOW.plusSeconds(60));
        joins(silent, StudentState.ACTIVE, false, NOW.minusSeconds(60));
        joins(gone, StudentState.ACTIVE, true, NOW.minusSeconds(60));
        Surroundings.send(Topics.STUDENT_PROFILES.name(), key(gone), null);
        matched.publishOffer(1, OfferState.AWAITING_APPROVAL);
        declined.publishOffer(1, OfferState.EXTENDED);
        declined.publishOffer(2, OfferState.DECLINED);
        await().atMost(SOON).until(() -> known() == 5 && read() == 2);

        clears(1, ClearingMode.ROLLING, NOW);
        clears(2, ClearingMode.ROUND, NOW);
        clears(2, ClearingMode.ROUND, NOW);
        clears(3, ClearingMode.ROUND, NOW.minus(Duration.ofDays(2)));

        await().atMost(SOON).until(() -> told("2").size() == 2);
        assertThat(told("2")).containsExactlyInAnyOrder(left.personId(), declined.personId());
        await().atMost(SOON)
                .until(() -> MAIL.messages().stream()
                                .filter(mail -> mail.to().equals(left.email()))
                                .count()
                        == 1);
        assertThat(MAIL.messages().stream().filter(mail -> mail.to().equals(left.email())))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).isEqualTo("Not matched in this round: Spring 2027");
                    assertThat(mail.messageId()).startsWith("<" + left.programmeId() + ".2.");
                });

        // The next round is told for itself; the ones before are not told again.
        clears(4, ClearingMode.ROUND, NOW);
        await().atMost(SOON).until(() -> told("4").size() == 2);
        assertThat(jdbc.sql("select count(*) from notices where programme_id = ? and kind = 'unmatched'")
                        .param(left.programmeId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
        assertThat(jdbc.sql("select count(*) from rounds where programme_id = ? and told")
                        .param(left.programmeId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private List<String> told(String clearing) {
        return jdbc.sql(
                        "select person_id from notices where programme_id = ? and kind = 'unmatched' and subject_version = ?")
                .param(left.programmeId())
                .param(Long.parseLong(clearing))
                .query(String.class)
                .list();
    }

    /** How many are kept beside the one whom this is about. */
    private int known() {
        return jdbc.sql("select count(*) from members where programme_id = ? and person_id <> ''")
                        .param(left.programmeId())
                        .query(Integer.class)
                        .single()
                - 1;
    }

    private int read() {
        return jdbc.sql(
                        "select count(*) from offers_read where programme_id = ? and state in ('AWAITING_APPROVAL', 'DECLINED')")
                .param(left.programmeId())
                .query(Integer.class)
                .single();
    }

    private static String key(EventFixture student) {
        return Topic.key(student.programmeId(), "student-" + student.personId());
    }

    private static void joins(EventFixture student, StudentState state, boolean consent, Instant at) {
        Surroundings.publish(
                key(student),
                StudentProfile.newBuilder()
                        .setProgrammeId(student.programmeId())
                        .setStudentId("student-" + student.personId())
                        .setVersion(1)
                        .setState(state)
                        .setPersonId(student.personId())
                        .setUniversity("uni-1")
                        .setDegree(Degree.MASTER)
                        .setMajor("AI")
                        .setAvailableFrom(LocalDate.of(2027, 1, 1))
                        .setAvailableUntil(LocalDate.of(2027, 12, 31))
                        .setDaysPerWeek(5)
                        .setMinimumStipend(0)
                        .setConsent(consent)
                        .setChangedAt(at)
                        .build());
    }

    private void clears(long number, ClearingMode mode, Instant at) {
        Surroundings.publish(
                left.programmeId(),
                ClearingReport.newBuilder()
                        .setProgrammeId(left.programmeId())
                        .setClearing(number)
                        .setMode(mode)
                        .setStartedAt(at)
                        .setDurationMs(12)
                        .setStudents(5)
                        .setInternships(1)
                        .setFreeSeats(1)
                        .setProposals(1)
                        .setHeld(0)
                        .setUnmatched(2)
                        .setBlockingPairs(0)
                        .setInputHash("")
                        .setSeedHash("")
                        .setResultHash("")
                        .build());
    }
}
