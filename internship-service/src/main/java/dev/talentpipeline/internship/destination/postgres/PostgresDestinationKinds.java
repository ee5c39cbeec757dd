package dev.talentpipeline.internship.destination.postgres;

import dev.talentpipeline.internship.destination.DestinationKind;
import dev.talentpipeline.internship.destination.DestinationKinds;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresDestinationKinds implements DestinationKinds {

    private static final String SELECT =
            "select code, zh, en, counts_as, evidence, platform from destination_kind where not retired ";

    private final JdbcClient jdbc;

    PostgresDestinationKinds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DestinationKind> all() {
        return jdbc.sql(SELECT + "order by code").query(DestinationRow::kind).list();
    }

    @Override
    public Optional<DestinationKind> find(String code) {
        return jdbc.sql(SELECT + "and code = ?")
                .param(code)
                .query(DestinationRow::kind)
                .optional();
    }

    @Override
    public DestinationKind platform() {
        return jdbc.sql(SELECT + "and platform").query(DestinationRow::kind).single();
    }

    /** Lays the table over the one that is there: what it does not have any more is retired, and what was recorded under it stays. */
    void replace(List<DestinationKind> table) {
        jdbc.sql("update destination_kind set retired = true, platform = false where code <> all (?) and not retired")
                .param(table.stream().map(DestinationKind::code).toArray(String[]::new))
                .update();
        for (DestinationKind kind : table) {
            jdbc.sql("""
                            insert into destination_kind (code, zh, en, counts_as, evidence, platform) values (?, ?, ?, ?, ?, ?)
                            on conflict (code) do update set zh = excluded.zh, en = excluded.en, counts_as = excluded.counts_as,
                                evidence = excluded.evidence, platform = excluded.platform, retired = false
                            """)
                    .param(kind.code())
                    .param(kind.zh())
                    .param(kind.en())
                    .param(kind.countsAs().name())
                    .param(kind.evidence().stream().map(Enum::name).toArray(String[]::new))
                    .param(kind.platform())
                    .update();
        }
    }
}
