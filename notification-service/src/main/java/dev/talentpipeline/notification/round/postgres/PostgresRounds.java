package dev.talentpipeline.notification.round.postgres;

import dev.talentpipeline.notification.inbox.NoticeKind;
import dev.talentpipeline.notification.round.Member;
import dev.talentpipeline.notification.round.Round;
import dev.talentpipeline.notification.round.Rounds;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Members and rounds in their tables. */
@Component
final class PostgresRounds implements Rounds {

    private static final String COUNTS = "('AWAITING_APPROVAL', 'EXTENDED', 'KEPT', 'ACCEPTED', 'CONFIRMED')";

    private final JdbcClient jdbc;

    PostgresRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keep(Member member) {
        return jdbc.sql("""
                        insert into members as held (programme_id, student_id, version, person_id, takes_part_since)
                        values (:programme, :student, :version, :person, case when :takesPart then :since::timestamptz end)
                        on conflict (programme_id, student_id) do update
                            set version = excluded.version, person_id = excluded.person_id,
                                takes_part_since = case when :takesPart then coalesce(held.takes_part_since, :since::timestamptz) end
                            where held.version < excluded.version
                        """)
                        .param("programme", member.programmeId())
                        .param("student", member.studentId())
                        .param("version", member.version())
                        .param("person", member.personId())
                        .param("takesPart", member.takesPart())
                        .param("since", Timestamp.from(member.since()))
                        .update()
                > 0;
    }

    @Override
    public void forget(String programmeId, String studentId) {
        jdbc.sql("delete from members where programme_id = :programme and student_id = :student")
                .param("programme", programmeId)
                .param("student", studentId)
                .update();
    }

    @Override
    public boolean cleared(Round round, Instant settledAt) {
        return jdbc.sql("""
                        insert into rounds (programme_id, clearing, started_at, settled_at)
                        values (:programme, :clearing, :started, :settled)
                        on conflict (programme_id, clearing) do nothing
                        """)
                        .param("programme", round.programmeId())
                        .param("clearing", round.clearing())
                        .param("started", Timestamp.from(round.startedAt()))
                        .param("settled", Timestamp.from(settledAt))
                        .update()
                > 0;
    }

    @Override
    public Optional<Round> lockSettled(Instant now) {
        return jdbc.sql("""
                        select * from rounds where not told and settled_at <= :now
                        order by settled_at limit 1 for update skip locked
                        """)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Round(
                        row.getString("programme_id"),
                        row.getLong("clearing"),
                        row.getTimestamp("started_at").toInstant()))
                .optional();
    }

    @Override
    public List<String> unmatched(Round round, int most) {
        return jdbc.sql("""
                        select distinct member.person_id from members member
                        where member.programme_id = :programme and member.takes_part_since <= :started
                            and not exists (
                                select from offers_read offer
                                where offer.programme_id = member.programme_id and offer.state in %s
                                    and (offer.person_id = member.person_id or offer.person_id is null))
                            and not exists (
                                select from notices told
                                where told.person_id = member.person_id and told.subject = :programme
                                    and told.subject_version = :clearing and told.kind = :kind)
                            and not exists (select from contacts erased where erased.person_id = member.person_id and erased.erased)
                        order by member.person_id limit :most
                        """.formatted(COUNTS))
                .param("programme", round.programmeId())
                .param("started", Timestamp.from(round.startedAt()))
                .param("clearing", round.clearing())
                .param("kind", NoticeKind.UNMATCHED.code())
                .param("most", most)
                .query((row, number) -> row.getString("person_id"))
                .list();
    }

    @Override
    public void told(Round round) {
        jdbc.sql("update rounds set told = true where programme_id = :programme and clearing = :clearing")
                .param("programme", round.programmeId())
                .param("clearing", round.clearing())
                .update();
    }
}
