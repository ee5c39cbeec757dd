package dev.talentpipeline.internship.internship.postgres;

import dev.talentpipeline.internship.internship.Approval;
import dev.talentpipeline.internship.internship.CompanyStanding;
import dev.talentpipeline.internship.internship.Hindrance;
import dev.talentpipeline.internship.internship.Internship;
import dev.talentpipeline.internship.internship.InternshipState;
import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.internship.Opening;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.internship.student.PreferredInternships;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresInternships implements Internships, PreferredInternships {

    private static final int MOST_SWEPT = 500;

    /** With the company's standing, so that whoever reads an internship always knows it. */
    private static final String SELECT = """
            select i.id, i.programme, i.company, i.reference, i.version, i.hindrance, i.taken, i.committed, i.opening, i.closes_at, i.approval,
                i.approval_reason, i.changed_at, o.state as standing
            from internship i left join organisation o on o.id = i.company
            """;

    private final JdbcClient jdbc;

    PostgresInternships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Internship> find(UUID id) {
        return jdbc.sql(SELECT + "where i.id = ?")
                .param(id)
                .query(PostgresInternships::read)
                .optional();
    }

    @Override
    public Optional<Internship> find(String programme, String company, String reference) {
        return jdbc.sql(SELECT + "where i.programme = ? and i.company = ? and i.reference = ?")
                .params(programme, company, reference)
                .query(PostgresInternships::read)
                .optional();
    }

    @Override
    public Optional<Internship> lock(UUID id) {
        return jdbc.sql(SELECT + "where i.id = ? for no key update of i")
                .param(id)
                .query(PostgresInternships::read)
                .optional();
    }

    @Override
    public boolean add(Internship internship) {
        return jdbc.sql("""
                                insert into internship (id, programme, company, reference, version, state, hindrance, seats, closes_at, opening,
                                    approval, approval_reason, changed_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (programme, company, reference) do nothing
                                """)
                        .param(internship.id())
                        .param(internship.programme())
                        .param(internship.company())
                        .param(internship.reference())
                        .param(internship.version())
                        .params(settled(internship))
                        .param(Rows.time(internship.changedAt()))
                        .update()
                == 1;
    }

    @Override
    public void save(Internship internship) {
        jdbc.sql("""
                        update internship set version = ?, state = ?, hindrance = ?, seats = ?, closes_at = ?, opening = ?, approval = ?,
                            approval_reason = ?, changed_at = ?
                        where id = ?
                        """)
                .param(internship.version())
                .params(settled(internship))
                .param(Rows.time(internship.changedAt()))
                .param(internship.id())
                .update();
    }

    /** The columns that follow from the opening and from what hinders it. */
    private static List<@Nullable Object> settled(Internship internship) {
        Hindrance hindrance = internship.hindrance();
        List<@Nullable Object> columns = new ArrayList<>();
        columns.add(internship.state().name());
        columns.add(hindrance == null ? null : hindrance.name());
        columns.add(internship.opening().seats());
        columns.add(Rows.time(internship.closesAt()));
        columns.add(Documents.write(internship.opening()));
        columns.add(internship.approval().step().name());
        columns.add(internship.approval().reason());
        return columns;
    }

    @Override
    public Set<UUID> strangers(String programme, Collection<UUID> ids) {
        Set<UUID> strangers = new HashSet<>(ids);
        jdbc.sql("select id from internship where programme = ? and id = any(?)")
                .param(programme)
                .param(ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(strangers::remove);
        return strangers;
    }

    @Override
    public List<Listed> listed(String programme) {
        return jdbc.sql("select id, company, reference, state from internship where programme = ?")
                .param(programme)
                .query((row, number) -> new Listed(
                        Rows.id(row, "id"),
                        row.getString("company"),
                        row.getString("reference"),
                        InternshipState.valueOf(row.getString("state")).isHidden()))
                .list();
    }

    @Override
    public Page<Internship> list(Filter filter, Page.Request request) {
        InternshipState state = filter.state();
        List<Internship> rows = jdbc.sql(SELECT + """
                                where i.programme = :programme
                                  and (cast(:ids as uuid[]) is null or i.id = any(cast(:ids as uuid[])))
                                  and (cast(:company as text) is null or i.company = :company)
                                  and (cast(:reference as text) is null or i.reference = :reference)
                                  and (cast(:state as text) is null or i.state = :state)
                                  and (cast(:occupation as text) is null or i.opening ->> 'occupation' = :occupation)
                                  and (cast(:region as text) is null or i.opening ->> 'region' = :region)
                                  and (cast(:title as text) is null or strpos(lower(i.opening ->> 'title'), lower(cast(:title as text))) > 0)
                                  and (:withHidden or i.state not in ('WAITING', 'REJECTED') or i.company = :own)
                                  and (cast(:after as text) is null or i.id > cast(:after as uuid))
                                order by i.id limit :rows
                                """)
                .param("programme", filter.programme())
                .param("ids", Rows.array(filter.ids()))
                .param("company", filter.company())
                .param("reference", filter.reference())
                .param("state", state == null ? null : state.name())
                .param("occupation", filter.occupation())
                .param("region", filter.region())
                .param("title", filter.title())
                .param("withHidden", filter.withHidden())
                .param("own", filter.own() == null ? "" : filter.own())
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query(PostgresInternships::read)
                .list();
        return Page.of(rows, request, internship -> internship.id().toString());
    }

    @Override
    public boolean isOfferedTo(UUID id, @Nullable UUID person, @Nullable String university) {
        return jdbc.sql("""
                                select exists(select 1 from offer where internship = :id and state <> 'REJECTED'
                                    and (person = cast(:person as uuid) or university = cast(:university as text)))
                                """)
                .param("id", id)
                .param("person", person)
                .param("university", university)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<UUID> astray(Instant now) {
        // Each part has a partial index of its own, so that looking costs nothing where nothing is to do.
        return jdbc.sql("""
                                (select id from internship where state = 'OPEN' and committed >= seats limit :most)
                                union
                                (select id from internship where state = 'OPEN' and closes_at <= :now limit :most)
                                union
                                (select id from internship where hindrance = 'FULL' and committed < seats limit :most)
                                union
                                (select i.id from internship i join programme p on p.id = i.programme
                                 where i.hindrance = 'APPROVAL_AWAITED' and p.rules ->> 'openingApproval' = 'NONE' limit :most)
                                """)
                .param("now", Rows.time(now))
                .param("most", MOST_SWEPT)
                .query((row, number) -> Rows.id(row, "id"))
                .list();
    }

    @Override
    public List<UUID> ofCompany(String company, @Nullable UUID after) {
        return jdbc.sql("""
                                select id from internship where company = :company and (cast(:after as uuid) is null or id > cast(:after as uuid))
                                order by id limit :most
                                """)
                .param("company", company)
                .param("after", after)
                .param("most", MOST_SWEPT)
                .query((row, number) -> Rows.id(row, "id"))
                .list();
    }

    private static Internship read(ResultSet row, int number) throws SQLException {
        String hindrance = row.getString("hindrance");
        return new Internship(
                Rows.id(row, "id"),
                row.getString("programme"),
                row.getString("company"),
                row.getString("reference"),
                row.getLong("version"),
                hindrance == null ? null : Hindrance.valueOf(hindrance),
                row.getInt("taken"),
                row.getInt("committed"),
                Documents.read(row.getString("opening"), Opening.class),
                Rows.optionalInstant(row, "closes_at"),
                new Approval(Approval.Step.valueOf(row.getString("approval")), row.getString("approval_reason")),
                standing(row.getString("standing")),
                Rows.instant(row, "changed_at"));
    }

    private static CompanyStanding standing(@Nullable String state) {
        return switch (state) {
            case "VERIFIED" -> CompanyStanding.VERIFIED;
            case "SUSPENDED" -> CompanyStanding.SUSPENDED;
            case "ENTERED" -> CompanyStanding.NOT_VERIFIED;
            case null, default -> CompanyStanding.NOT_ENTERED;
        };
    }
}
