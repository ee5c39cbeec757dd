package dev.talentpipeline.internship.meeting.postgres;

import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.tally.Tallies;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reasons for what sides decided about meetings and interviews. Of results that were corrected the last one counts. */
@Component
final class PostgresMeetingTallies implements Tallies {

    private final JdbcClient jdbc;

    PostgresMeetingTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Tally> of(String programme, Scope scope) {
        return jdbc.sql("""
                        with given as (
                            select meeting, act, reason from meeting_history where act <> 'INTERVIEW_RESULT' and reason is not null
                            union all
                            select meeting, 'INTERVIEW_RESULT', result from interview where result is not null)
                        select given.act, given.reason, count(*) as given_count
                        from meeting m join given on given.meeting = m.id
                        where m.programme = :programme
                          and (cast(:university as text) is null or m.university = :university)
                          and (cast(:company as text) is null or m.company = :company)
                          -- A university sees results where its students do.
                          and (given.act <> 'INTERVIEW_RESULT' or cast(:university as text) is null or exists (
                              select from programme p where p.id = m.programme and p.rules ->> 'interviewResults' = 'SHOWN'))
                        group by given.act, given.reason
                        """)
                .param("programme", programme)
                .param("university", scope.university())
                .param("company", scope.company())
                .query((row, number) -> new Tally(
                        Act.valueOf(row.getString("act")), row.getString("reason"), row.getLong("given_count")))
                .list();
    }
}
