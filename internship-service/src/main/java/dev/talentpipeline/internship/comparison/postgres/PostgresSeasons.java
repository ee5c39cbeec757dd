package dev.talentpipeline.internship.comparison.postgres;

import dev.talentpipeline.internship.comparison.Season;
import dev.talentpipeline.internship.comparison.Seasons;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresSeasons implements Seasons {

    private static final long MILLIS_IN_A_SECOND = 1_000;

    private final JdbcClient jdbc;

    PostgresSeasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Season of(String programme) {
        Map<String, Integer> offers = byState(
                "select state, count(*) from offer where programme = ? and state <> 'REJECTED' group by state",
                programme);
        Map<String, Integer> placements =
                byState("select state, count(*) from placement where programme = ? group by state", programme);
        Season.Jobs jobs = jobs(programme);
        return jdbc.sql("""
                        with lived as (
                            select o.state, min(h.at) as arrived_at,
                                   min(h.at) filter (where h.state in ('ACCEPTED', 'KEPT', 'DECLINED')) as answered_at,
                                   bool_or(h.state = 'EXTENDED') as heard_of, bool_or(h.state = 'ACCEPTED') as accepted
                            from offer o join offer_history h on h.offer = o.id
                            where o.programme = :programme and o.state <> 'REJECTED'
                            group by o.id, o.state
                        )
                        select (select count(*) from student where programme = :programme and state <> 'WITHDRAWN') as students,
                               (select count(distinct student) from offer where programme = :programme and offer_is_committed(state)) as matched,
                               (select coalesce(sum(case when state = 'WITHDRAWN' then taken else seats end), 0)
                                from internship where programme = :programme) as seats,
                               (select count(*) from offer where programme = :programme and offer_is_committed(state)) as filled,
                               count(*) filter (where heard_of and state not in ('EXTENDED', 'KEPT')) as reached,
                               count(*) filter (where accepted) as accepted,
                               percentile_cont(0.5) within group (order by extract(epoch from answered_at - arrived_at))
                                   filter (where answered_at is not null) as median_answer
                        from lived
                        """)
                .param("programme", programme)
                .query((row, number) -> season(row, offers, placements, jobs))
                .single();
    }

    private Map<String, Integer> byState(String query, String programme) {
        Map<String, Integer> counts = new TreeMap<>();
        jdbc.sql(query).param(programme).query(row -> {
            counts.put(row.getString("state"), row.getInt("count"));
        });
        return counts;
    }

    /** Of each placement the newest job offer that counts, and the first answer to it that does. */
    private Season.Jobs jobs(String programme) {
        return jdbc.sql("""
                        with counting as (
                            select e.placement, e.entry, e.step
                            from placement_entry e join placement p on p.id = e.placement
                            where p.programme = :programme and e.step in ('JOB_OFFERED', 'JOB_ACCEPTED', 'JOB_DECLINED')
                              and not exists (select from placement_entry later
                                              where later.placement = e.placement and later.about = e.entry
                                                and later.kind in ('DISPUTED', 'VOIDED'))
                        ), offered as (
                            select placement, max(entry) as entry from counting where step = 'JOB_OFFERED' group by placement
                        ), answered as (
                            select distinct on (c.placement) c.step
                            from counting c join offered o on o.placement = c.placement and c.entry > o.entry
                            order by c.placement, c.entry
                        )
                        select (select count(*) from offered) as offered,
                               (select count(*) from answered where step = 'JOB_ACCEPTED') as accepted
                        """)
                .param("programme", programme)
                .query((row, number) -> new Season.Jobs(row.getInt("offered"), row.getInt("accepted")))
                .single();
    }

    private static Season season(
            ResultSet row, Map<String, Integer> offers, Map<String, Integer> placements, Season.Jobs jobs)
            throws SQLException {
        double medianSeconds = row.getDouble("median_answer");
        Duration medianAnswer =
                row.wasNull() ? null : Duration.ofMillis(Math.round(medianSeconds * MILLIS_IN_A_SECOND));
        return new Season(
                row.getInt("students"),
                row.getInt("matched"),
                row.getInt("seats"),
                row.getInt("filled"),
                offers,
                row.getInt("reached"),
                row.getInt("accepted"),
                placements,
                jobs,
                medianAnswer);
    }
}
