package dev.talentpipeline.internship.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks at the tables again and again while others change them: each look is one statement, so it sees one moment. Between two looks it leaves the
 * cores to those whom it watches.
 */
final class Snapshots {

    private static final String VIOLATIONS = """
            select 'I3: internship ' || i.id || ' has ' || count(o.id) || ' active offers for ' || i.seats || ' seats' as what
            from internship i join offer o on o.internship = i.id and o.state in ('AWAITING_APPROVAL', 'EXTENDED', 'KEPT', 'ACCEPTED', 'CONFIRMED')
            where i.programme = any(:programmes)
            group by i.id having count(o.id) > i.seats
            union all
            select 'I2: student ' || o.student || ' has ' || count(*) || ' active offers'
            from offer o
            where o.programme = any(:programmes) and o.state in ('AWAITING_APPROVAL', 'EXTENDED', 'KEPT', 'ACCEPTED', 'CONFIRMED')
              and not (o.state = 'AWAITING_APPROVAL'
                and exists (select from offer k where k.id = o.replaces and k.student = o.student and k.state = 'KEPT'))
            group by o.student having count(*) > 1
            union all
            select 'I2: person ' || a.person || ' is committed to ' || sum(b.days_per_week) || ' days a week on ' || a.starts_on
            from offer a join offer b on b.person = a.person and b.state in ('ACCEPTED', 'CONFIRMED')
                and a.starts_on between b.starts_on and b.ends_on
            where a.programme = any(:programmes) and a.state in ('ACCEPTED', 'CONFIRMED')
            group by a.id, a.person, a.starts_on having count(*) > 1 and sum(b.days_per_week) > 5
            """;

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final JdbcClient jdbc;
    private final List<String> programmes;
    private final List<String> violations = new ArrayList<>();
    private int looks;

    Snapshots(JdbcClient jdbc, List<String> programmes) {
        this.jdbc = jdbc;
        this.programmes = programmes;
    }

    /** Looks until it is told to stop; the first violation ends it and stops the others too. */
    void watch(AtomicBoolean stop) {
        while (!stop.get()) {
            List<String> seen = jdbc.sql(VIOLATIONS)
                    .param("programmes", programmes.toArray(String[]::new))
                    .query(String.class)
                    .list();
            looks++;
            if (!seen.isEmpty()) {
                violations.addAll(seen);
                stop.set(true);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    int looks() {
        return looks;
    }

    List<String> violations() {
        return violations;
    }
}
