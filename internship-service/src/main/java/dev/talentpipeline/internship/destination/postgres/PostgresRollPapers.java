package dev.talentpipeline.internship.destination.postgres;

import dev.talentpipeline.internship.roll.RollPapers;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The destinations of an entry that leaves the roll. */
@Component
final class PostgresRollPapers implements RollPapers {

    private final JdbcClient jdbc;

    PostgresRollPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean hold(UUID entry) {
        return jdbc.sql("select exists (select from destination where graduate = ? and is_current)")
                .param(entry)
                .query(Boolean.class)
                .single();
    }

    @Override
    public int remove(UUID entry) {
        jdbc.sql("set local talentpipeline.erasing = 'on'").update();
        jdbc.sql("delete from destination_entry where destination in (select id from destination where graduate = ?)")
                .param(entry)
                .update();
        int removed = jdbc.sql("delete from destination where graduate = ?")
                .param(entry)
                .update();
        jdbc.sql("set local talentpipeline.erasing = 'off'").update();
        return removed;
    }
}
