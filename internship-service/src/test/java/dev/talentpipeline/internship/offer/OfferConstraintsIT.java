package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.RunningService;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I2 and I3 hold in the database itself: whoever writes past the service's code is stopped. */
@RunningService
class OfferConstraintsIT {

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Test
    void aStudentHasNoTwoActiveOffersInAProgramme() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));

        assertThatThrownBy(() -> copy(offer, student, "EXTENDED", 4))
                .hasMessageContaining("one_active_offer_per_student");
        assertThat(copy(offer, student, "DECLINED", 4)).isEqualTo(1);
    }

    @Test
    void besideAKeptOfferOnlyOneAwaitsApprovalToReplaceIt() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String kept = market.offer(programme, student, market.internship(programme));
        String other = market.internship(programme);
        String third = market.internship(programme);

        // while nothing is kept there is nothing to replace
        assertThatThrownBy(() -> upgrade(kept, other, "AWAITING_APPROVAL"))
                .hasMessageContaining("one_active_offer_per_student");
        market.decide(student, kept, "KEEP");
        assertThat(upgrade(kept, other, "AWAITING_APPROVAL")).isEqualTo(1);

        assertThatThrownBy(() -> upgrade(kept, third, "AWAITING_APPROVAL"))
                .hasMessageContaining("one_upgrade_per_student");
        assertThatThrownBy(() -> upgrade(kept, third, "EXTENDED")).hasMessageContaining("one_active_offer_per_student");
        assertThatThrownBy(() -> jdbc.sql("update offer set state = 'EXTENDED' where replaces = cast(? as uuid)")
                        .param(kept)
                        .update())
                .hasMessageContaining("one_active_offer_per_student");
        assertThatThrownBy(() -> commit(kept)).hasMessageContaining("one_active_offer_per_student");
    }

    @Test
    void nobodyMakesAnOfferAnUpgradeByHand() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));

        jdbc.sql("update offer set upgrading = true where id = cast(? as uuid)")
                .param(offer)
                .update();

        assertThat(jdbc.sql("select upgrading from offer where id = cast(? as uuid)")
                        .param(offer)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void anUpgradeAndTheEndOfTheKeepingSeeEachOther() throws SQLException {
        String programme = market.programme();
        Entered student = market.student(programme);
        String kept = market.offer(programme, student, market.internship(programme));
        String other = market.internship(programme);
        market.decide(student, kept, "KEEP");

        // given a transaction that has confirmed the kept offer but is not over
        CompletableFuture<String> upgrade;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("update offer set state = 'CONFIRMED' where id = '%s'".formatted(kept));
            // when another puts an upgrade beside it meanwhile
            upgrade = CompletableFuture.supplyAsync(() -> {
                try {
                    return "added " + upgrade(kept, other, "AWAITING_APPROVAL");
                } catch (RuntimeException e) {
                    return String.valueOf(e.getMessage());
                }
            });
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> jdbc.sql("""
                                            select count(*) from pg_stat_activity
                                            where wait_event_type = 'Lock' and query like 'insert into offer %'
                                            """).query(Integer.class).single() == 1);
            connection.commit();
        }

        assertThat(upgrade.join()).contains("one_active_offer_per_student");
    }

    @Test
    void aReleaseIsAskedForOfCommitmentsOnly() {
        String programme = market.programme();
        String offer = market.offer(programme, market.student(programme), market.internship(programme));

        assertThatThrownBy(() -> jdbc.sql(
                                "update offer set release_asked_by = 'STUDENT', release_reason = 'x' where id = cast(? as uuid)")
                        .param(offer)
                        .update())
                .hasMessageContaining("release_is_of_a_commitment");
    }

    @Test
    void activeOffersNeverExceedTheSeats() {
        String programme = market.programme();
        Entered first = market.student(programme);
        Entered second = market.student(programme);
        Entered third = market.student(programme);
        String offer = market.offer(programme, first, market.internship(programme));

        assertThat(copy(offer, second, "EXTENDED", 4)).isEqualTo(1);
        assertThatThrownBy(() -> copy(offer, third, "EXTENDED", 4)).hasMessageContaining("seats_never_exceeded");

        // nor by bringing a settled offer back, nor by taking a seat away
        assertThat(copy(offer, third, "DECLINED", 4)).isEqualTo(1);
        assertThatThrownBy(() -> jdbc.sql("update offer set state = 'CONFIRMED' where student = cast(? as uuid)")
                        .param(third.id())
                        .update())
                .hasMessageContaining("seats_never_exceeded");
        assertThatThrownBy(() -> jdbc.sql(
                                "update internship set seats = 1 where id = (select internship from offer where id = cast(? as uuid))")
                        .param(offer)
                        .update())
                .hasMessageContaining("seats_never_exceeded");
    }

    @Test
    void committedDaysOfAPersonFitAWeekAcrossProgrammes() {
        Pair pair = twoOffersOfOnePerson();

        commit(pair.first());
        assertThatThrownBy(() -> commit(pair.second())).hasMessageContaining("committed to more than 5 days a week");
    }

    @Test
    void committedDaysFitAWeekEvenIfTwoTransactionsCommitAtOnce() throws SQLException {
        Pair pair = twoOffersOfOnePerson();

        // given one transaction that has committed the person but is not over
        CompletableFuture<String> other;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("update offer set state = 'CONFIRMED' where id = '%s'".formatted(pair.first()));
            // when another commits the same days meanwhile
            other = CompletableFuture.supplyAsync(() -> {
                try {
                    commit(pair.second());
                    return "committed";
                } catch (RuntimeException e) {
                    return String.valueOf(e.getMessage());
                }
            });
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> jdbc.sql("""
                                            select count(*) from pg_stat_activity
                                            where wait_event_type = 'Lock' and query like 'update offer set state%'
                                            """).query(Integer.class).single() == 1);
            connection.commit();
        }

        // then it sees the first, and is stopped
        assertThat(other.join()).contains("committed to more than 5 days a week");
    }

    @Test
    void theTermsOfAnOfferAreFixed() {
        String programme = market.programme();
        String offer = market.offer(programme, market.student(programme), market.internship(programme));

        assertThatThrownBy(() -> jdbc.sql("update offer set days_per_week = 1 where id = cast(? as uuid)")
                        .param(offer)
                        .update())
                .hasMessageContaining("keeps its student, internship and dates");
    }

    private record Pair(String first, String second) {}

    private Pair twoOffersOfOnePerson() {
        String here = market.programme();
        String there = market.programme();
        Entered one = market.student(here);
        Entered same = market.student(there, one.number());
        return new Pair(
                market.offer(here, one, market.internship(here, Bodies.with(Bodies.internship(), "daysPerWeek", 3))),
                market.offer(
                        there, same, market.internship(there, Bodies.with(Bodies.internship(), "daysPerWeek", 3))));
    }

    private void commit(String offer) {
        jdbc.sql("update offer set state = 'CONFIRMED' where id = cast(? as uuid)")
                .param(offer)
                .update();
    }

    /** Writes an offer of another internship that is to replace the given one past the service. */
    private int upgrade(String kept, String internship, String state) {
        return jdbc.sql("""
                        insert into offer (id, programme, student, internship, person, university, company, clearing, version, state,
                            respond_by, programme_version, student_version, internship_version, student_rank, internship_rank,
                            explanation, replaces, proposed_at, starts_on, ends_on, days_per_week, changed_at, awaited_since)
                        select ?, programme, student, cast(? as uuid), person, university, company, clearing, 1, ?,
                            'infinity', 1, 1, 1, 1, 1, explanation, id, proposed_at, starts_on, ends_on, days_per_week, changed_at, changed_at
                        from offer where id = cast(? as uuid)
                        """)
                .param(UUID.randomUUID())
                .param(internship)
                .param(state)
                .param(kept)
                .update();
    }

    /** Writes an offer like the given one past the service. */
    private int copy(String offer, Entered student, String state, int daysPerWeek) {
        return jdbc.sql("""
                        insert into offer (id, programme, student, internship, person, university, company, clearing, version, state,
                            programme_version, student_version, internship_version, student_rank, internship_rank, explanation,
                            proposed_at, starts_on, ends_on, days_per_week, changed_at, awaited_since)
                        select ?, programme, cast(? as uuid), internship, cast(? as uuid), university, company, clearing, 1, ?,
                            1, 1, 1, 1, 1, explanation, proposed_at, starts_on, ends_on, ?, changed_at, changed_at
                        from offer where id = cast(? as uuid)
                        """)
                .param(UUID.randomUUID())
                .param(student.id())
                .param(student.person())
                .param(state)
                .param(daysPerWeek)
                .param(offer)
                .update();
    }
}
