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
        Map<String, Integer> offers = offers(programme);
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
                .query((row, number) -> season(row, offers))
                .single();
    }

    private Map<String, Integer> offers(String programme) {
        Map<String, Integer> offers = new TreeMap<>();
        jdbc.sql("""
                        select state, count(*) as offers from offer where programme = ? and state <> 'REJECTED' group by state
                        """).param(programme).query(row -> {
            offers.put(row.getString("state"), row.getInt("offers"));
        });
        return offers;
    }

    private static Season season(ResultSet row, Map<String, Integer> offers) throws SQLException {
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
                medianAnswer);
    }
}
