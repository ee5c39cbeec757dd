package dev.talentpipeline.internship.offer.postgres;

import dev.talentpipeline.internship.offer.Outages;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Outages, by a row that every sweep stamps. */
@Component
final class PostgresOutages implements Outages {

    private final JdbcClient jdbc;
    private final Duration shortest;

    /**
     * A reader and writer of outages.
     *
     * @param shortest time without a sweep that is an outage
     */
    PostgresOutages(JdbcClient jdbc, @Value("${talentpipeline.shortest-outage:PT1M}") Duration shortest) {
        this.jdbc = jdbc;
        this.shortest = shortest;
    }

    /** Under the row's lock, so that of two instances that come back together one notes the outage. */
    @Override
    public void beat(Instant now) {
        jdbc.sql("insert into sweep (swept_at) values (?) on conflict do nothing")
                .param(Rows.time(now))
                .update();
        Instant before = jdbc.sql("select swept_at from sweep for no key update")
                .query((row, number) -> Rows.instant(row, "swept_at"))
                .single();
        if (before.isBefore(now.minus(shortest))) {
            jdbc.sql("insert into outage (began_at, ended_at) values (?, ?)")
                    .param(Rows.time(before))
                    .param(Rows.time(now))
                    .update();
        }
        jdbc.sql("update sweep set swept_at = ?").param(Rows.time(now)).update();
    }

    @Override
    public Optional<Instant> endOfThatAt(Instant moment, Instant now) {
        return jdbc.sql("""
                        select max(ended_at) as ended_at from (
                            select ended_at from outage where began_at <= :moment and ended_at > :moment
                            union all
                            select :now from sweep where swept_at <= :moment and swept_at < :now - make_interval(secs => :shortest)
                        ) of_that_moment
                        having count(*) > 0
                        """)
                .param("moment", Rows.time(moment))
                .param("now", Rows.time(now))
                .param("shortest", shortest.toSeconds())
                .query((row, number) -> Rows.instant(row, "ended_at"))
                .optional();
    }
}
