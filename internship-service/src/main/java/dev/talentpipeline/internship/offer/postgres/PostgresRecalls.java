package dev.talentpipeline.internship.offer.postgres;

import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.OfferStatus;
import dev.talentpipeline.internship.offer.Recall;
import dev.talentpipeline.internship.offer.Recalls;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresRecalls implements Recalls {

    private static final int MOST_SWEPT = 500;

    /** Offers of one clearing that a recall concerns, and how. */
    private static final String CONCERNED = """
            from (
                select id, state, case when state in ('AWAITING_APPROVAL', 'EXTENDED', 'KEPT') then 'TAKES_BACK'
                                       when offer_is_committed(state) then 'STAYS'
                                       when state = 'RESCINDED' and reason = 'RECALLED' then 'TAKEN_BACK' end as effect
                from offer where programme = :programme and clearing = :clearing
            ) concerned
            where effect is not null
            """;

    private final JdbcClient jdbc;

    PostgresRecalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Recall> find(String programme, long clearing) {
        return jdbc.sql(
                        "select programme_version, at, role, subject from clearing_recall where programme = ? and clearing = ?")
                .params(programme, clearing)
                .query((row, number) -> new Recall(
                        programme,
                        clearing,
                        row.getLong("programme_version"),
                        Rows.instant(row, "at"),
                        new Actor(row.getString("role"), row.getString("subject"))))
                .optional();
    }

    @Override
    public void add(Recall recall) {
        jdbc.sql("""
                        insert into clearing_recall (programme, clearing, programme_version, at, role, subject)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(recall.programme())
                .param(recall.clearing())
                .param(recall.programmeVersion())
                .param(Rows.time(recall.at()))
                .param(recall.by().role())
                .param(recall.by().subject())
                .update();
    }

    @Override
    public long latestClearing(String programme) {
        return jdbc.sql("select coalesce(max(clearing), 0) from offer where programme = ?")
                .param(programme)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Offer> openOffers() {
        return jdbc.sql(OfferRow.SELECT + """
                        where id in (select o.id from clearing_recall r
                                         join offer o on o.programme = r.programme and o.clearing = r.clearing
                                     where o.state in ('AWAITING_APPROVAL', 'EXTENDED', 'KEPT'))
                        order by id limit ?
                        """)
                .param(MOST_SWEPT)
                .query(OfferRow::read)
                .list();
    }

    @Override
    public Map<Standing, Integer> count(String programme, long clearing) {
        Map<Standing, Integer> counts = new HashMap<>();
        jdbc.sql("select effect, state, count(*) as offers " + CONCERNED + " group by effect, state")
                .param("programme", programme)
                .param("clearing", clearing)
                .query(row -> {
                    counts.put(standing(row), row.getInt("offers"));
                });
        return counts;
    }

    @Override
    public Page<Concerned> list(String programme, long clearing, Page.Request request) {
        List<Concerned> rows = jdbc.sql("select id, effect, state " + CONCERNED + """
                                  and (cast(:after as text) is null or id > cast(:after as uuid))
                                order by id limit :rows
                                """)
                .param("programme", programme)
                .param("clearing", clearing)
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query((row, number) -> new Concerned(Rows.id(row, "id"), standing(row)))
                .list();
        return Page.of(rows, request, concerned -> concerned.offer().toString());
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(Effect.valueOf(row.getString("effect")), OfferStatus.valueOf(row.getString("state")));
    }
}
