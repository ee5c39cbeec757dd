package dev.talentpipeline.internship.placement.postgres;

import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.tally.Tallies;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reasons in the records of placements. A step that was disputed or voided does not count; the dispute or the voiding does. */
@Component
final class PostgresPlacementTallies implements Tallies {

    private final JdbcClient jdbc;

    PostgresPlacementTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Tally> of(String programme, Scope scope) {
        return jdbc.sql("""
                        with given as (
                            select placement, entry, reason, case when kind = 'VOIDED' then 'VOID' when kind = 'DISPUTED' then 'DISPUTE'
                                when step = 'ENDED' then 'END_PLACEMENT' else 'DECLINE_JOB' end as act
                            from placement_entry
                            where reason is not null and (kind in ('VOIDED', 'DISPUTED') or step in ('ENDED', 'JOB_DECLINED')))
                        select given.act, given.reason, count(*) as given_count
                        from placement join given on given.placement = placement.id
                        where placement.programme = :programme
                          and (cast(:university as text) is null or placement.university = :university)
                          and (cast(:company as text) is null or placement.company = :company)
                          and not exists (
                              select from placement_entry reply
                              where reply.placement = given.placement and reply.about = given.entry and reply.kind in ('VOIDED', 'DISPUTED'))
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
