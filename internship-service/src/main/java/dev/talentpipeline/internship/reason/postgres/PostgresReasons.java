package dev.talentpipeline.internship.reason.postgres;

import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.reason.Reason;
import dev.talentpipeline.internship.reason.Reasons;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresReasons implements Reasons {

    private static final String SELECT = "select act, code, en, zh from reason ";

    private final JdbcClient jdbc;
    private final Clock clock;

    PostgresReasons(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Reason> find(Act act, String code) {
        return jdbc.sql(SELECT + "where act = ? and code = ?")
                .params(act.name(), code)
                .query(PostgresReasons::read)
                .optional();
    }

    @Override
    public List<Reason> of(Act act) {
        return jdbc.sql(SELECT + "where act = ? order by code")
                .param(act.name())
                .query(PostgresReasons::read)
                .list();
    }

    @Override
    public Page<Reason> list(@Nullable Act act, Page.Request request) {
        List<Reason> rows = jdbc.sql(SELECT + """
                                where (cast(:act as text) is null or act = :act)
                                  and (cast(:after as text) is null or (act || '/' || code) collate "C" > :after)
                                order by (act || '/' || code) collate "C" limit :rows
                                """)
                .param("act", act == null ? null : act.name())
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query(PostgresReasons::read)
                .list();
        return Page.of(rows, request, reason -> reason.act() + "/" + reason.code());
    }

    @Override
    public boolean enter(Reason reason) {
        // xmax is 0 for a row that the statement inserted.
        return jdbc.sql("""
                        insert into reason (act, code, en, zh, source, changed_at) values (?, ?, ?, ?, 'OPERATIONS', ?)
                        on conflict (act, code) do update set en = excluded.en, zh = excluded.zh, source = excluded.source,
                            changed_at = excluded.changed_at
                        returning xmax = 0
                        """)
                .param(reason.act().name())
                .param(reason.code())
                .param(reason.en())
                .param(reason.zh())
                .param(Rows.time(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Brings what the release ships up to date; what operations entered or corrected stays theirs. */
    void ship(Reason reason) {
        jdbc.sql("""
                        insert into reason (act, code, en, zh, source, changed_at) values (?, ?, ?, ?, 'SHIPPED', ?)
                        on conflict (act, code) do update set en = excluded.en, zh = excluded.zh, changed_at = excluded.changed_at
                        where reason.source = 'SHIPPED' and (reason.en, reason.zh) is distinct from (excluded.en, excluded.zh)
                        """)
                .param(reason.act().name())
                .param(reason.code())
                .param(reason.en())
                .param(reason.zh())
                .param(Rows.time(clock.instant()))
                .update();
    }

    private static Reason read(ResultSet row, int number) throws SQLException {
        return new Reason(
                Act.valueOf(row.getString("act")), row.getString("code"), row.getString("en"), row.getString("zh"));
    }
}
