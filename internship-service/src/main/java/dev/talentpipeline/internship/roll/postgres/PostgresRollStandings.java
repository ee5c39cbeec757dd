package dev.talentpipeline.internship.roll.postgres;

import dev.talentpipeline.internship.roll.RollStanding;
import dev.talentpipeline.internship.roll.RollStanding.Counts;
import dev.talentpipeline.internship.roll.RollStandings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts out of what there is: an entry stands where its person has come furthest. */
@Component
final class PostgresRollStandings implements RollStandings {

    private final JdbcClient jdbc;

    PostgresRollStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<RollStanding> of(String university, @Nullable String school, @Nullable String programme) {
        return jdbc.sql("""
                        with mine as (
                            select school, person, claimed_at is not null as claimed from roll_entry
                            where university = :university and number <> 'erased-' || id
                              and (cast(:school as text) is null or school = :school)
                        ), enrolled as (
                            select s.person, bool_or(s.state <> 'WITHDRAWN') as there,
                                   bool_or(s.state = 'ACTIVE' and (s.profile ->> 'consent')::boolean and p.state in ('RUNNING', 'HELD')) as in_market,
                                   bool_or(s.consent_awaited) as consent_awaited
                            from student s join programme p on p.id = s.programme
                            where s.university = :university and (cast(:programme as text) is null or s.programme = :programme)
                            group by s.person
                        ), matched as (
                            select distinct person from offer
                            where university = :university and state <> 'REJECTED' and offer_is_committed(state)
                              and (cast(:programme as text) is null or programme = :programme)
                        ), standing as (
                            select mine.school, mine.claimed, coalesce(e.consent_awaited, false) as consent_awaited,
                                   case when m.person is not null then 4 when e.in_market then 3 when e.there then 2 else 1 end as furthest
                            from mine left join enrolled e on e.person = mine.person left join matched m on m.person = mine.person
                        )
                        select school, count(*) filter (where consent_awaited) as consent_awaited,
                               count(*) filter (where not claimed and furthest = 1) as unclaimed_1,
                               count(*) filter (where not claimed and furthest = 2) as unclaimed_2,
                               count(*) filter (where not claimed and furthest = 3) as unclaimed_3,
                               count(*) filter (where not claimed and furthest = 4) as unclaimed_4,
                               count(*) filter (where claimed and furthest = 1) as claimed_1,
                               count(*) filter (where claimed and furthest = 2) as claimed_2,
                               count(*) filter (where claimed and furthest = 3) as claimed_3,
                               count(*) filter (where claimed and furthest = 4) as claimed_4
                        from standing group by school order by school nulls last
                        """)
                .param("university", university)
                .param("school", school)
                .param("programme", programme)
                .query((row, number) -> new RollStanding(
                        row.getString("school"),
                        counts(row, "unclaimed_"),
                        counts(row, "claimed_"),
                        row.getInt("consent_awaited")))
                .list();
    }

    private static Counts counts(ResultSet row, String prefix) throws SQLException {
        return new Counts(
                row.getInt(prefix + 1), row.getInt(prefix + 2), row.getInt(prefix + 3), row.getInt(prefix + 4));
    }
}
