package dev.talentpipeline.internship.catalogue.postgres;

import dev.talentpipeline.internship.catalogue.Catalogue;
import dev.talentpipeline.internship.catalogue.CatalogueEntry;
import dev.talentpipeline.internship.catalogue.CatalogueEntry.Kind;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The catalogue table. Ids are never removed, so an id that was seen once is known without a query; one that was not is looked up, which
 * makes an addition effective in every instance at once.
 */
@Component
final class PostgresCatalogue implements Catalogue {

    private static final String SELECT = "select kind, id, en, zh, family, announced, aliases from catalogue_entry ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Kind, Set<String>> seen =
            Map.of(Kind.OCCUPATION, ConcurrentHashMap.newKeySet(), Kind.SKILL, ConcurrentHashMap.newKeySet());

    PostgresCatalogue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Set<String> missing(Kind kind, Collection<String> ids) {
        Set<String> known = seen.getOrDefault(kind, Set.of());
        Set<String> missing = new HashSet<>(ids);
        missing.removeAll(known);
        if (!missing.isEmpty()) {
            List<String> found = jdbc.sql("select id from catalogue_entry where kind = ? and id = any(?)")
                    .param(kind.name())
                    .param(missing.toArray(String[]::new))
                    .query((row, number) -> row.getString("id"))
                    .list();
            known.addAll(found);
            found.forEach(missing::remove);
        }
        return missing;
    }

    @Override
    public List<CatalogueEntry> all(Kind kind) {
        return jdbc.sql(SELECT + "where kind = ? order by id")
                .param(kind.name())
                .query(PostgresCatalogue::read)
                .list();
    }

    @Override
    public Optional<CatalogueEntry> find(Kind kind, String id) {
        return jdbc.sql(SELECT + "where kind = ? and id = ?")
                .params(kind.name(), id)
                .query(PostgresCatalogue::read)
                .optional();
    }

    @Override
    public Page<CatalogueEntry> list(Kind kind, @Nullable String family, Page.Request request) {
        List<CatalogueEntry> rows = jdbc.sql(SELECT + """
                                where kind = :kind
                                  and (cast(:family as text) is null or family = :family)
                                  and (cast(:after as text) is null or id > :after)
                                order by id limit :rows
                                """)
                .param("kind", kind.name())
                .param("family", family)
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query(PostgresCatalogue::read)
                .list();
        return Page.of(rows, request, CatalogueEntry::id);
    }

    @Override
    public boolean enter(CatalogueEntry entry) {
        // xmax is 0 for a row that the statement inserted.
        return jdbc.sql("""
                        insert into catalogue_entry (kind, id, en, zh, family, announced, aliases, source, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'OPERATIONS', ?)
                        on conflict (kind, id) do update set en = excluded.en, zh = excluded.zh, family = excluded.family,
                            announced = excluded.announced, aliases = excluded.aliases, source = excluded.source,
                            changed_at = excluded.changed_at
                        returning xmax = 0
                        """)
                .param(entry.kind().name())
                .param(entry.id())
                .param(entry.en())
                .param(entry.zh())
                .param(entry.family())
                .param(entry.announced())
                .param(entry.aliases().toArray(String[]::new))
                .param(Rows.time(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Brings what the release ships up to date; what operations entered or corrected stays theirs. */
    void ship(CatalogueEntry entry) {
        jdbc.sql("""
                        insert into catalogue_entry (kind, id, en, zh, family, announced, aliases, source, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'SHIPPED', ?)
                        on conflict (kind, id) do update set en = excluded.en, zh = excluded.zh, family = excluded.family,
                            announced = excluded.announced, aliases = excluded.aliases, changed_at = excluded.changed_at
                        where catalogue_entry.source = 'SHIPPED'
                          and (catalogue_entry.en, catalogue_entry.zh, catalogue_entry.family, catalogue_entry.announced, catalogue_entry.aliases)
                            is distinct from (excluded.en, excluded.zh, excluded.family, excluded.announced, excluded.aliases)
                        """)
                .param(entry.kind().name())
                .param(entry.id())
                .param(entry.en())
                .param(entry.zh())
                .param(entry.family())
                .param(entry.announced())
                .param(entry.aliases().toArray(String[]::new))
                .param(Rows.time(clock.instant()))
                .update();
    }

    private static CatalogueEntry read(ResultSet row, int number) throws SQLException {
        return new CatalogueEntry(
                Kind.valueOf(row.getString("kind")),
                row.getString("id"),
                row.getString("en"),
                row.getString("zh"),
                row.getString("family"),
                row.getString("announced"),
                Rows.texts(row, "aliases"));
    }
}
