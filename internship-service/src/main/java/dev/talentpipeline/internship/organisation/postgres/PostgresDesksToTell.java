package dev.talentpipeline.internship.organisation.postgres;

import dev.talentpipeline.internship.organisation.DesksToTell;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresDesksToTell implements DesksToTell {

    private final JdbcClient jdbc;

    PostgresDesksToTell(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> all() {
        return jdbc.sql("select organisation from desk_to_tell order by organisation")
                .query((row, number) -> row.getString("organisation"))
                .list();
    }

    @Override
    public boolean forget(String organisation) {
        return jdbc.sql("delete from desk_to_tell where organisation = ?")
                        .param(organisation)
                        .update()
                > 0;
    }
}
