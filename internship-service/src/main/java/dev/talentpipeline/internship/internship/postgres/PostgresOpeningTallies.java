package dev.talentpipeline.internship.internship.postgres;

import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.tally.Tallies;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reasons for which openings stand rejected. An opening concerns its company, and no university more than another. */
@Component
final class PostgresOpeningTallies implements Tallies {

    private final JdbcClient jdbc;

    PostgresOpeningTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Tally> of(String programme, Scope scope) {
        if (scope.university() != null) {
            return List.of();
        }
        return jdbc.sql("""
                        select approval_reason, count(*) as given_count
                        from internship
                        where programme = :programme and approval = 'REJECTED' and approval_reason is not null
                          and (cast(:company as text) is null or company = :company)
                        group by approval_reason
                        """)
                .param("programme", programme)
                .param("company", scope.company())
                .query((row, number) ->
                        new Tally(Act.REJECT_OPENING, row.getString("approval_reason"), row.getLong("given_count")))
                .list();
    }
}
