package dev.talentpipeline.internship.organisation.postgres;

import dev.talentpipeline.internship.internship.Companies;
import dev.talentpipeline.internship.internship.CompanyStanding;
import dev.talentpipeline.internship.organisation.CompanyState;
import dev.talentpipeline.internship.organisation.CreditCode;
import dev.talentpipeline.internship.organisation.Organisation;
import dev.talentpipeline.internship.organisation.Organisation.Company;
import dev.talentpipeline.internship.organisation.Organisation.Decided;
import dev.talentpipeline.internship.organisation.Organisation.Kind;
import dev.talentpipeline.internship.organisation.Organisation.Profile;
import dev.talentpipeline.internship.organisation.Organisations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Organisations in their table. The lock is on the id and not on the row, so that posting for a company that nobody entered and entering it
 * wait for each other as well.
 */
@Component
final class PostgresOrganisations implements Organisations, Companies {

    private static final String SELECT = """
            select id, profile, desk, version, state, credit_code, last_role, last_org, last_reason, last_at, changed_at
            from organisation
            """;

    private final JdbcClient jdbc;

    PostgresOrganisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Organisation> find(String id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(PostgresOrganisations::read)
                .optional();
    }

    @Override
    public Optional<Organisation> lock(String id) {
        lockName("pg_advisory_xact_lock", "organisation/" + id);
        return find(id);
    }

    @Override
    public Optional<Organisation> ofDesk(UUID desk) {
        return jdbc.sql(SELECT + "where desk = ?")
                .param(desk)
                .query(PostgresOrganisations::read)
                .optional();
    }

    @Override
    public CompanyStanding hold(String company) {
        lockName("pg_advisory_xact_lock_shared", "organisation/" + company);
        return find(company)
                .flatMap(Organisation::state)
                .map(state -> switch (state) {
                    case ENTERED -> CompanyStanding.NOT_VERIFIED;
                    case VERIFIED -> CompanyStanding.VERIFIED;
                    case SUSPENDED -> CompanyStanding.SUSPENDED;
                })
                .orElse(CompanyStanding.NOT_ENTERED);
    }

    private void lockName(String function, String name) {
        jdbc.sql("select " + function + "(hashtextextended(?, 0))")
                .param(name)
                .query((row, number) -> name)
                .single();
    }

    @Override
    public void add(Organisation organisation) {
        jdbc.sql("""
                        insert into organisation (kind, profile, version, state, credit_code, last_role, last_org, last_reason,
                            last_at, changed_at, desk, id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(columns(organisation))
                .param(organisation.desk())
                .param(organisation.id())
                .update();
    }

    @Override
    public void save(Organisation organisation) {
        jdbc.sql("""
                        update organisation set kind = ?, profile = ?, version = ?, state = ?, credit_code = ?, last_role = ?, last_org = ?,
                            last_reason = ?, last_at = ?, changed_at = ?
                        where id = ?
                        """).params(columns(organisation)).param(organisation.id()).update();
    }

    private static List<@Nullable Object> columns(Organisation organisation) {
        Company company = organisation.company();
        Decided last = company == null ? null : company.last();
        List<@Nullable Object> columns = new ArrayList<>();
        columns.add(organisation.kind().name());
        columns.add(Documents.write(organisation.profile()));
        columns.add(organisation.version());
        columns.add(company == null ? null : company.state().name());
        columns.add(company == null ? null : company.creditCode().value());
        columns.add(last == null ? null : last.role().name());
        columns.add(last == null ? null : last.org());
        columns.add(last == null ? null : last.reason());
        columns.add(last == null ? null : Rows.time(last.at()));
        columns.add(Rows.time(organisation.changedAt()));
        return columns;
    }

    @Override
    public boolean isUsedByAnother(CreditCode code, String id) {
        lockName("pg_advisory_xact_lock", "credit-code/" + code.value());
        return jdbc.sql("""
                                select exists(select 1 from organisation
                                    where credit_code = ? and id <> ? and state in ('VERIFIED', 'SUSPENDED'))
                                """).params(code.value(), id).query(Boolean.class).single();
    }

    @Override
    public Page<Organisation> list(
            Caller caller, @Nullable Kind kind, @Nullable CompanyState state, Page.Request request) {
        // The same rule as Organisation.isVisibleTo, so that a page is full.
        List<Organisation> rows = jdbc.sql(SELECT + """
                                where (cast(:kind as text) is null or kind = :kind)
                                  and (cast(:state as text) is null or state = :state)
                                  and (cast(:after as text) is null or id > :after)
                                  and (:verifies or kind = 'UNIVERSITY' or state = 'VERIFIED' or id = :own)
                                order by id limit :rows
                                """)
                .param("kind", kind == null ? null : kind.name())
                .param("state", state == null ? null : state.name())
                .param("after", request.after())
                .param("verifies", caller.is(Role.UNIVERSITY) || caller.is(Role.OPERATIONS))
                .param("own", caller.is(Role.COMPANY) ? caller.org() : null)
                .param("rows", request.limit() + 1)
                .query(PostgresOrganisations::read)
                .list();
        return Page.of(rows, request, Organisation::id);
    }

    private static Organisation read(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        return new Organisation(
                row.getString("id"),
                Documents.read(row.getString("profile"), Profile.class),
                Rows.id(row, "desk"),
                row.getLong("version"),
                state == null
                        ? null
                        : new Company(
                                new CreditCode(row.getString("credit_code")), CompanyState.valueOf(state), last(row)),
                Rows.instant(row, "changed_at"));
    }

    private static @Nullable Decided last(ResultSet row) throws SQLException {
        String role = row.getString("last_role");
        return role == null
                ? null
                : new Decided(
                        Role.valueOf(role),
                        row.getString("last_org"),
                        row.getString("last_reason"),
                        Rows.instant(row, "last_at"));
    }
}
