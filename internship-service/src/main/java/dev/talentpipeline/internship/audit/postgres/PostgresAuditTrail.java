package dev.talentpipeline.internship.audit.postgres;

import dev.talentpipeline.internship.audit.AuditEntry;
import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.Deed.Concerned;
import dev.talentpipeline.internship.audit.Deed.Entity;
import dev.talentpipeline.internship.origin.Acting;
import dev.talentpipeline.internship.origin.Origin;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Batch;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The audit table. Triggers see to it that rows are only added. */
@Component
final class PostgresAuditTrail implements AuditTrail {

    private final JdbcClient jdbc;
    private final Clock clock;

    PostgresAuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void recordAll(List<Deed> deeds) {
        deeds.stream().findFirst().ifPresent(PostgresAuditTrail::refuseOutsideOfTransactions);
        Acting by = Acting.current();
        Origin origin = Origin.current();
        Batch<Deed> batch = new Batch<>(deeds);
        List<@Nullable Object> columns = new ArrayList<>();
        Collections.addAll(
                columns,
                Rows.time(clock.instant()),
                by.role(),
                by.subject(),
                by.org(),
                Violations.id(by.person()),
                by.onBehalfOf(),
                origin.correlationId(),
                origin.causationId(),
                batch.texts(Deed::what),
                batch.texts(deed -> deed.entity().kind()),
                batch.texts(deed -> deed.entity().id()),
                batch.optionalNumbers(Deed::version),
                batch.documents(deed -> new TreeMap<>(deed.facts())),
                batch.texts(deed -> deed.concerned().university()),
                batch.texts(deed -> deed.concerned().company()),
                batch.ids(deed -> deed.concerned().person()));
        batch.write(jdbc, """
                insert into audit (at, by_role, by_subject, by_org, by_person, for_subject, correlation_id, causation_id,
                    deed, entity, entity_id, version, facts, university, company, person)
                select cast(? as timestamptz), ?, ?, ?, cast(? as uuid), ?, ?, ?, d.*
                from unnest(?, ?, ?, ?, ?::jsonb[], ?, ?, ?) d
                """, columns);
    }

    private static void refuseOutsideOfTransactions(Deed deed) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "deed (%s %s) must be recorded in the transaction that does it. Maybe a use case runs outside of Transactions."
                            .formatted(deed.what(), deed.entity()));
        }
    }

    @Override
    public void record(Deed deed) {
        refuseOutsideOfTransactions(deed);
        Acting by = Acting.current();
        Origin origin = Origin.current();
        jdbc.sql("""
                        insert into audit (at, deed, entity, entity_id, version, facts, university, company, person,
                            by_role, by_subject, by_org, by_person, for_subject, correlation_id, causation_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Rows.time(clock.instant()))
                .param(deed.what())
                .param(deed.entity().kind())
                .param(deed.entity().id())
                .param(deed.version())
                .param(Documents.write(new TreeMap<>(deed.facts())))
                .param(deed.concerned().university())
                .param(deed.concerned().company())
                .param(deed.concerned().person())
                .param(by.role())
                .param(by.subject())
                .param(by.org())
                .param(Violations.id(by.person()))
                .param(by.onBehalfOf())
                .param(origin.correlationId())
                .param(origin.causationId())
                .update();
    }

    @Override
    public Page<AuditEntry> list(Filter filter, Page.Request request) {
        List<AuditEntry> rows = jdbc.sql("""
                        select position, transaction, at, deed, entity, entity_id, version, facts, university, company, person,
                            by_role, by_subject, by_org, by_person, for_subject, correlation_id, causation_id
                        from audit
                        where position > :after %s
                          and (cast(:kind as text) is null or entity = :kind)
                          and (cast(:entity as text) is null or entity_id = :entity)
                          and (cast(:person as uuid) is null or person = :person)
                          and (cast(:correlation as text) is null or correlation_id = :correlation)
                          and (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:until as timestamptz) is null or at < :until)
                        order by position limit :rows
                        """.formatted(mayRead(filter.reader())))
                .param("after", Long.parseLong(Objects.requireNonNullElse(request.after(), "0")))
                .param("reader", name(filter.reader()))
                .param("kind", filter.kind())
                .param("entity", filter.entity())
                .param("person", filter.person())
                .param("correlation", filter.correlation())
                .param("from", Rows.time(filter.from()))
                .param("until", Rows.time(filter.until()))
                .param("rows", request.limit() + 1)
                .query(PostgresAuditTrail::read)
                .list();
        return Page.of(rows, request, entry -> Long.toString(entry.position()));
    }

    private static String mayRead(Reader reader) {
        return switch (reader) {
            case Reader.Operations() -> "and cast(:reader as text) is null";
            case Reader.University(var org) -> "and university = :reader";
            case Reader.Company(var org) -> "and company = :reader";
            case Reader.Themselves(var person) -> "and person = cast(:reader as uuid)";
        };
    }

    private static @Nullable String name(Reader reader) {
        return switch (reader) {
            case Reader.Operations() -> null;
            case Reader.University(String org) -> org;
            case Reader.Company(String org) -> org;
            case Reader.Themselves(UUID person) -> person.toString();
        };
    }

    private static AuditEntry read(ResultSet row, int number) throws SQLException {
        Map<?, ?> facts = Documents.read(row.getString("facts"), Map.class);
        UUID byPerson = row.getObject("by_person", UUID.class);
        return new AuditEntry(
                row.getLong("position"),
                row.getString("transaction"),
                Rows.instant(row, "at"),
                new Deed(
                        row.getString("deed"),
                        new Entity(row.getString("entity"), row.getString("entity_id")),
                        row.getObject("version", Long.class),
                        new Concerned(
                                row.getString("university"),
                                row.getString("company"),
                                row.getObject("person", UUID.class)),
                        facts.entrySet().stream()
                                .collect(Collectors.toMap(
                                        fact -> fact.getKey().toString(), fact -> String.valueOf(fact.getValue())))),
                new Acting(
                        row.getString("by_role"),
                        row.getString("by_subject"),
                        row.getString("by_org"),
                        byPerson == null ? null : byPerson.toString(),
                        row.getString("for_subject")),
                row.getString("correlation_id"),
                row.getString("causation_id"));
    }
}
