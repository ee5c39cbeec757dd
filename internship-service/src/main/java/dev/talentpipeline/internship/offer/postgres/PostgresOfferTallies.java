package dev.talentpipeline.internship.offer.postgres;

import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.tally.Tallies;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reasons for what parties decided on offers. A release counts when it is asked for, not again when it is granted. */
@Component
final class PostgresOfferTallies implements Tallies {

    private final JdbcClient jdbc;

    PostgresOfferTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Tally> of(String programme, Scope scope) {
        return jdbc.sql("""
                        with given as (
                            select offer, reason, case state when 'VETOED' then 'VETO' when 'DECLINED' then 'DECLINE' else 'REFUSE' end as act
                            from offer_history where state in ('VETOED', 'DECLINED', 'REFUSED')
                            union all
                            select offer, reason, case release when 'ASKED' then 'RELEASE' else 'REFUSE_RELEASE' end
                            from offer_release)
                        select given.act, given.reason, count(*) as given_count
                        from offer join given on given.offer = offer.id and given.reason is not null
                        where offer.programme = :programme
                          and (cast(:university as text) is null or offer.university = :university)
                          and (cast(:company as text) is null or offer.company = :company)
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
