package dev.talentpipeline.internship.programme.postgres;

import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeRules;
import dev.talentpipeline.internship.programme.ProgrammeState;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresProgrammes implements Programmes {

    private static final String SELECT =
            "select id, version, rules_version, owner, state, rules, seed, archived_at, changed_at from programme ";

    private final JdbcClient jdbc;

    PostgresProgrammes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Programme> find(String id) {
        return one("where id = ?", id);
    }

    @Override
    public Optional<Programme> hold(String id) {
        return one("where id = ? for share", id);
    }

    @Override
    public Optional<Programme> lock(String id) {
        return one("where id = ? for no key update", id);
    }

    private Optional<Programme> one(String where, String id) {
        return jdbc.sql(SELECT + where)
                .param(id)
                .query(PostgresProgrammes::read)
                .optional();
    }

    @Override
    public boolean add(Programme programme) {
        return jdbc.sql("""
                                insert into programme (id, version, rules_version, owner, state, rules, seed, changed_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .param(programme.id())
                        .param(programme.version())
                        .param(programme.rulesVersion())
                        .param(programme.owner())
                        .param(programme.state().name())
                        .param(Documents.write(programme.rules()))
                        .param(programme.seed())
                        .param(Rows.time(programme.changedAt()))
                        .update()
                == 1;
    }

    @Override
    public void save(Programme programme) {
        jdbc.sql("""
                        update programme set version = ?, rules_version = ?, state = ?, rules = ?, archived_at = ?, changed_at = ? where id = ?
                        """)
                .param(programme.version())
                .param(programme.rulesVersion())
                .param(programme.state().name())
                .param(Documents.write(programme.rules()))
                .param(Rows.time(programme.archivedAt()))
                .param(Rows.time(programme.changedAt()))
                .param(programme.id())
                .update();
    }

    @Override
    public Page<Programme> list(Caller caller, boolean archived, Page.Request request) {
        // The same rule as Programme.isVisibleTo, so that a page is full.
        List<Programme> rows = jdbc.sql(SELECT + """
                                where (cast(:after as text) is null or id > :after)
                                  and (archived_at is not null) = :archived
                                  and (:operations or (owner = :org and not :student)
                                    or (state <> 'DRAFT'
                                      and ((:ofUniversity and (rules -> 'universities' = '[]' or jsonb_exists(rules -> 'universities', :org)))
                                        or (:ofCompany and (rules -> 'companies' = '[]' or jsonb_exists(rules -> 'companies', :org))))))
                                order by id limit :rows
                                """)
                .param("after", request.after())
                .param("archived", archived)
                .param("operations", caller.is(Role.OPERATIONS))
                .param("org", caller.org() == null ? "" : caller.org())
                .param("student", caller.is(Role.STUDENT))
                .param("ofUniversity", caller.is(Role.UNIVERSITY) || caller.is(Role.STUDENT))
                .param("ofCompany", caller.is(Role.COMPANY))
                .param("rows", request.limit() + 1)
                .query(PostgresProgrammes::read)
                .list();
        return Page.of(rows, request, Programme::id);
    }

    private static Programme read(ResultSet row, int number) throws SQLException {
        return new Programme(
                row.getString("id"),
                row.getLong("version"),
                row.getLong("rules_version"),
                row.getString("owner"),
                ProgrammeState.valueOf(row.getString("state")),
                Documents.read(row.getString("rules"), ProgrammeRules.class),
                row.getString("seed"),
                Rows.optionalInstant(row, "archived_at"),
                Rows.instant(row, "changed_at"));
    }
}
