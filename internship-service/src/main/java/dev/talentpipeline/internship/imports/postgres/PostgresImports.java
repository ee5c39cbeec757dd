package dev.talentpipeline.internship.imports.postgres;

import dev.talentpipeline.internship.imports.Fault;
import dev.talentpipeline.internship.imports.Findings;
import dev.talentpipeline.internship.imports.Import;
import dev.talentpipeline.internship.imports.ImportKind;
import dev.talentpipeline.internship.imports.ImportState;
import dev.talentpipeline.internship.imports.Imports;
import dev.talentpipeline.internship.imports.StagedRow;
import dev.talentpipeline.internship.imports.StagedRow.Standing;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Component
final class PostgresImports implements Imports {

    private static final String SELECT = """
            select id, programme, kind, organisation, version, state, rows_read, rows_done, rows_new, rows_changed, rows_same, rows_bad,
                findings, fault, created_at, expires_at,
                exists(select from import_file f where f.import = import.id and f.part = 0) as kept
            from import
            """;

    private final JdbcClient jdbc;
    private final StagedRows staged;
    private final TransactionTemplate apart;

    PostgresImports(JdbcClient jdbc, StagedRows staged, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.staged = staged;
        apart = new TransactionTemplate(manager);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void lock(String organisation) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('import/' || ?, 0))")
                .param(organisation)
                .query(row -> {});
    }

    @Override
    public UnderWay underWay(String organisation) {
        return jdbc.sql("""
                        select count(*) filter (where state <> 'READY') as working, count(*) filter (where state = 'READY') as ready
                        from import where organisation = ? and state in ('READING', 'READY', 'COMMITTING')
                        """)
                .param(organisation)
                .query((row, number) -> new UnderWay(row.getInt("working"), row.getInt("ready")))
                .single();
    }

    @Override
    public void add(Import added) {
        jdbc.sql("""
                        insert into import (id, programme, kind, organisation, version, state, created_at, touched_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(added.id())
                .param(added.programme())
                .param(added.kind().name())
                .param(added.organisation())
                .param(added.version())
                .param(added.state().name())
                .param(Rows.time(added.createdAt()))
                .param(Rows.time(added.createdAt()))
                .param(Rows.time(added.expiresAt()))
                .update();
    }

    @Override
    public Optional<Import> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(PostgresImports::read)
                .optional();
    }

    @Override
    public Optional<Import> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = ? for no key update")
                .param(id)
                .query(PostgresImports::read)
                .optional();
    }

    @Override
    public void save(Import changed, Instant now) {
        Import.Counts counts = changed.counts();
        Findings findings = changed.findings();
        Fault fault = changed.fault();
        jdbc.sql("""
                        update import set version = ?, state = ?, rows_read = ?, rows_done = ?, rows_new = ?, rows_changed = ?, rows_same = ?, rows_bad = ?,
                            findings = ?::jsonb, fault = ?::jsonb, attempt = null, touched_at = ?
                        where id = ?
                        """)
                .param(changed.version())
                .param(changed.state().name())
                .param(counts.read())
                .param(counts.done())
                .param(counts.fresh())
                .param(counts.changed())
                .param(counts.same())
                .param(counts.bad())
                .param(findings == null ? null : Documents.text(findings))
                .param(fault == null ? null : Documents.text(fault))
                .param(Rows.time(now))
                .param(changed.id())
                .update();
    }

    @Override
    public Page<Import> list(String programme, String organisation, Page.Request request) {
        List<Import> rows = jdbc.sql(SELECT + """
                        where programme = :programme and organisation = :organisation
                          and (cast(:after as text) is null or id > cast(:after as uuid))
                        order by id limit :rows
                        """)
                .param("programme", programme)
                .param("organisation", organisation)
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query(PostgresImports::read)
                .list();
        return Page.of(rows, request, found -> found.id().toString());
    }

    @Override
    public boolean stage(UUID id, List<StagedRow> rows, Instant now) {
        return Boolean.TRUE.equals(apart.execute(status -> {
            boolean reading = jdbc.sql("""
                            update import set rows_read = rows_read + ?, rows_new = rows_new + ?, rows_changed = rows_changed + ?,
                                rows_same = rows_same + ?, rows_bad = rows_bad + ?, touched_at = ?
                            where id = ? and state = 'READING'
                            """)
                            .param(rows.size())
                            .param(count(rows, Standing.NEW))
                            .param(count(rows, Standing.CHANGED))
                            .param(count(rows, Standing.UNCHANGED))
                            .param(count(rows, Standing.BAD))
                            .param(Rows.time(now))
                            .param(id)
                            .update()
                    == 1;
            if (reading) {
                staged.copy(id, rows);
            }
            return reading;
        }));
    }

    private static int count(List<StagedRow> rows, Standing standing) {
        return (int) rows.stream().filter(row -> row.standing() == standing).count();
    }

    @Override
    public List<StagedRow> rows(UUID id, int after, int most) {
        return staged.read(id, null, false, after, most);
    }

    @Override
    public Page<StagedRow> rows(UUID id, @Nullable Standing standing, boolean rollOnly, Page.Request request) {
        String after = request.after();
        List<StagedRow> rows =
                staged.read(id, standing, rollOnly, after == null ? 0 : Long.parseLong(after), request.limit() + 1);
        return Page.of(rows, request, row -> Integer.toString(row.line()));
    }

    @Override
    public void forgetRows(UUID id) {
        staged.forget(id);
    }

    @Override
    public void forgetContent(UUID id) {
        staged.forget(id);
        jdbc.sql("delete from import_file where import = ?").param(id).update();
    }

    @Override
    public void begin(UUID id, UUID attempt) {
        jdbc.sql("update import set attempt = ? where id = ?")
                .param(attempt)
                .param(id)
                .update();
    }

    @Override
    public boolean isAttempt(UUID id, UUID attempt) {
        return jdbc.sql("select exists(select 1 from import where id = ? and attempt = ?)")
                .param(id)
                .param(attempt)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean progress(UUID id, UUID attempt, int done, Instant now) {
        return Boolean.TRUE.equals(apart.execute(status -> jdbc.sql("""
                        update import set rows_done = ?, touched_at = ? where id = ? and attempt = ? and state = 'COMMITTING'
                        """)
                        .param(done)
                        .param(Rows.time(now))
                        .param(id)
                        .param(attempt)
                        .update()
                == 1));
    }

    @Override
    public void expectMany() {
        // A plan from when a table was nearly empty would read the whole of it for every part of the file, and for
        // every row that refers to it.
        // Plans are made anew, once, and by indexes only; making them for each statement would also make one for each
        // reference.
        jdbc.sql("discard plans").update();
        jdbc.sql("set local enable_seqscan = off").update();
        jdbc.sql("set local enable_hashjoin = off").update();
        jdbc.sql("set local enable_mergejoin = off").update();
    }

    @Override
    public Optional<Import> lockAttempt(UUID id, UUID attempt) {
        return jdbc.sql(SELECT + "where id = ? and attempt = ? and state = 'COMMITTING' for no key update")
                .param(id)
                .param(attempt)
                .query(PostgresImports::read)
                .optional();
    }

    @Override
    public List<UUID> astray(Instant now, Instant untouchedSince) {
        return jdbc.sql("""
                        select id from import
                        where (state = 'READY' and expires_at <= ?) or (state in ('READING', 'COMMITTING') and touched_at < ?)
                        """)
                .param(Rows.time(now))
                .param(Rows.time(untouchedSince))
                .query((row, number) -> Rows.id(row, "id"))
                .list();
    }

    private static Import read(ResultSet row, int number) throws SQLException {
        String findings = row.getString("findings");
        String fault = row.getString("fault");
        return new Import(
                Rows.id(row, "id"),
                row.getString("programme"),
                ImportKind.valueOf(row.getString("kind")),
                row.getString("organisation"),
                row.getLong("version"),
                ImportState.valueOf(row.getString("state")),
                new Import.Counts(
                        row.getInt("rows_read"),
                        row.getInt("rows_done"),
                        row.getInt("rows_new"),
                        row.getInt("rows_changed"),
                        row.getInt("rows_same"),
                        row.getInt("rows_bad")),
                findings == null ? null : Documents.read(findings, Findings.class),
                fault == null ? null : Documents.read(fault, Fault.class),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "expires_at"),
                row.getBoolean("kept"));
    }
}
