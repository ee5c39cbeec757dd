package dev.talentpipeline.internship.offer.postgres;

import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.OutsidersOffers;
import dev.talentpipeline.internship.programme.MarketSide;
import dev.talentpipeline.internship.programme.MembersOffers.Outsider;
import dev.talentpipeline.internship.programme.MembersOffers.Undecided;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresOutsidersOffers implements OutsidersOffers {

    /** At most so many committed offers of one member are named. */
    private static final int MOST_NAMED = 20;

    /** The two sides keep what they enter in different tables; the offers of both are in one. */
    private static final String OUTSIDERS = """
            with entry as (
                select %1$s as member, count(*) filter (where state <> 'WITHDRAWN') as entered from %2$s
                where programme = :programme group by %1$s
            )
            select entry.member, entry.entered,
                   count(offer.id) filter (where offer.state in ('AWAITING_APPROVAL', 'EXTENDED', 'KEPT')) as open,
                   count(offer.id) filter (where offer_is_committed(offer.state)) as committed,
                   (array_agg(offer.id order by offer.id) filter (where offer_is_committed(offer.state)))[1\\:%3$d] as named
            from entry left join offer on offer.programme = :programme and offer.%1$s = entry.member and offer_is_active(offer.state)
            where cardinality(:members) > 0 and not entry.member = any(:members)
            group by entry.member, entry.entered order by entry.member
            """;

    private static final String UNIVERSITIES = OUTSIDERS.formatted("university", "student", MOST_NAMED);
    private static final String COMPANIES = OUTSIDERS.formatted("company", "internship", MOST_NAMED);

    private final JdbcClient jdbc;

    PostgresOutsidersOffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Outsider> universities(String programme, List<String> members) {
        return outsiders(UNIVERSITIES, MarketSide.UNIVERSITY, programme, members);
    }

    @Override
    public List<Outsider> companies(String programme, List<String> members) {
        return outsiders(COMPANIES, MarketSide.COMPANY, programme, members);
    }

    private List<Outsider> outsiders(String sql, MarketSide side, String programme, List<String> members) {
        return jdbc.sql(sql)
                .param("programme", programme)
                .param("members", members.toArray(String[]::new))
                .query((row, number) -> new Outsider(
                        side,
                        row.getString("member"),
                        row.getInt("entered"),
                        row.getInt("open"),
                        row.getInt("committed"),
                        named(row)))
                .list();
    }

    private static List<UUID> named(ResultSet row) throws SQLException {
        Array named = row.getArray("named");
        return named == null ? List.of() : List.of((UUID[]) named.getArray());
    }

    @Override
    public List<Offer> open(String programme, List<String> universities, List<String> companies) {
        return jdbc.sql(OfferRow.SELECT + """
                        where programme = :programme and state in ('AWAITING_APPROVAL', 'EXTENDED', 'KEPT')
                          and ((cardinality(:universities) > 0 and not university = any(:universities))
                            or (cardinality(:companies) > 0 and not company = any(:companies)))
                        order by id
                        """)
                .param("programme", programme)
                .param("universities", universities.toArray(String[]::new))
                .param("companies", companies.toArray(String[]::new))
                .query(OfferRow::read)
                .list();
    }

    @Override
    public Undecided undecided(String programme) {
        return jdbc.sql("""
                        select count(*) filter (where o.state = 'AWAITING_APPROVAL') as awaiting_approval,
                               count(*) filter (where o.state = 'EXTENDED') as extended,
                               count(*) filter (where o.state = 'KEPT') as kept,
                               count(*) filter (where o.state = 'ACCEPTED') as awaiting_endorsement,
                               count(*) filter (where o.state in ('AWAITING_APPROVAL', 'EXTENDED', 'KEPT')
                                   and not (jsonb_exists(s.profile -> 'preferences', cast(o.internship as text))
                                       and jsonb_exists(i.opening -> 'preferences', cast(o.student as text)))) as listed_by_one_or_none
                        from offer o join student s on s.id = o.student join internship i on i.id = o.internship
                        where o.programme = ? and o.state in ('AWAITING_APPROVAL', 'EXTENDED', 'KEPT', 'ACCEPTED')
                        """)
                .param(programme)
                .query((row, number) -> new Undecided(
                        row.getInt("awaiting_approval"),
                        row.getInt("extended"),
                        row.getInt("kept"),
                        row.getInt("awaiting_endorsement"),
                        row.getInt("listed_by_one_or_none")))
                .single();
    }
}
