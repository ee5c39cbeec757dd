package dev.talentpipeline.internship.placement.postgres;

import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.placement.Entries;
import dev.talentpipeline.internship.placement.Entry;
import dev.talentpipeline.internship.placement.Placement;
import dev.talentpipeline.internship.placement.PlacementState;
import dev.talentpipeline.internship.placement.Placements;
import dev.talentpipeline.internship.placement.Signing;
import dev.talentpipeline.internship.resource.Between;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.BetweenRows;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresPlacements implements Placements {

    private static final String SELECT = """
            select id, offer, programme, student, internship, person, university, company, version, starts_on, ends_on,
                agreement_revision, agreement_signed_by, agreement_signed_on,
                employment_revision, employment_signed_by, employment_signed_on, changed_at
            from placement
            """;

    private final JdbcClient jdbc;

    PostgresPlacements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Placement> find(UUID id) {
        return read("where id = ?", id);
    }

    @Override
    public Optional<Placement> lock(UUID id) {
        return read("where id = ? for no key update", id);
    }

    @Override
    public Optional<Placement> lockOf(UUID offer) {
        return read("where offer = ? for no key update", offer);
    }

    private Optional<Placement> read(String where, UUID id) {
        return jdbc.sql(SELECT + where)
                .param(id)
                .query(PostgresPlacements::row)
                .optional()
                .map(row -> row.with(entriesOf(List.of(row.id())).getOrDefault(row.id(), List.of())));
    }

    @Override
    public void add(Placement placement) {
        jdbc.sql("""
                        insert into placement (id, offer, programme, student, internship, person, university, company, version, state,
                            starts_on, ends_on, agreement_revision, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(placement.id())
                .param(placement.offer())
                .param(placement.programme())
                .param(placement.student())
                .param(placement.internship())
                .param(placement.person())
                .param(placement.university())
                .param(placement.company())
                .param(placement.version())
                .param(placement.state().name())
                .param(placement.startsOn())
                .param(placement.endsOn())
                .param(placement.agreement().revision())
                .param(Rows.time(placement.changedAt()))
                .update();
    }

    @Override
    public void save(Placement placement) {
        Signing employment = placement.employment();
        jdbc.sql("""
                        update placement set version = ?, state = ?, starts_on = ?, ends_on = ?, agreement_revision = ?,
                            agreement_signed_by = ?, agreement_signed_on = ?, employment_revision = ?, employment_signed_by = ?,
                            employment_signed_on = ?, started_on = ?, ended_on = ?, changed_at = ?
                        where id = ?
                        """)
                .param(placement.version())
                .param(placement.state().name())
                .param(placement.startsOn())
                .param(placement.endsOn())
                .param(placement.agreement().revision())
                .param(names(placement.agreement()))
                .param(placement.agreement().lastOn())
                .param(employment == null ? null : employment.revision())
                .param(employment == null ? new String[0] : names(employment))
                .param(employment == null ? null : employment.lastOn())
                .param(placement.startedOn())
                .param(placement.endedOn())
                .param(Rows.time(placement.changedAt()))
                .param(placement.id())
                .update();
    }

    private static String[] names(Signing signing) {
        return signing.by().stream().map(Party::name).toArray(String[]::new);
    }

    @Override
    public void add(UUID placement, Entry entry) {
        EntryRow row = EntryRow.of(entry);
        jdbc.sql("""
                        insert into placement_entry (placement, entry, kind, about, step, happened_on, early, reason, job_title,
                            job_starts_on, job_matches_topic, at, role, subject)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(placement)
                .param(entry.number())
                .param(row.kind())
                .param(row.about())
                .param(row.step())
                .param(row.happenedOn())
                .param(row.early())
                .param(row.reason())
                .param(row.jobTitle())
                .param(row.jobStartsOn())
                .param(row.jobMatchesTopic())
                .param(Rows.time(entry.at()))
                .param(entry.by().role())
                .param(entry.by().subject())
                .update();
    }

    @Override
    public Page<Placement> list(Between asked, @Nullable PlacementState state, Page.Request request) {
        List<PlacementRow> rows = BetweenRows.page(jdbc, SELECT, "true", asked, state, request)
                .query(PostgresPlacements::row)
                .list();
        Map<UUID, List<Entry>> entries =
                entriesOf(rows.stream().map(PlacementRow::id).toList());
        List<Placement> found = rows.stream()
                .map(row -> row.with(entries.getOrDefault(row.id(), List.of())))
                .toList();
        return Page.of(found, request, placement -> placement.id().toString());
    }

    private Map<UUID, List<Entry>> entriesOf(Collection<UUID> placements) {
        Map<UUID, List<Entry>> entries = new HashMap<>();
        jdbc.sql("""
                        select placement, entry, kind, about, step, happened_on, early, reason, job_title, job_starts_on, job_matches_topic,
                            at, role, subject
                        from placement_entry where placement = any(?) order by placement, entry
                        """).param(placements.toArray(UUID[]::new)).query(row -> {
            entries.computeIfAbsent(Rows.id(row, "placement"), id -> new ArrayList<>())
                    .add(EntryRow.read(row));
        });
        return entries;
    }

    /** A placement without its entries. */
    private record PlacementRow(UUID id, Placement placement) {

        Placement with(List<Entry> entries) {
            return new Placement(
                    id,
                    placement.offer(),
                    placement.programme(),
                    placement.student(),
                    placement.internship(),
                    placement.person(),
                    placement.university(),
                    placement.company(),
                    placement.startsOn(),
                    placement.endsOn(),
                    placement.agreement(),
                    placement.employment(),
                    new Entries(entries),
                    placement.version(),
                    placement.changedAt());
        }
    }

    private static PlacementRow row(ResultSet row, int number) throws SQLException {
        Integer employment = row.getObject("employment_revision", Integer.class);
        UUID id = Rows.id(row, "id");
        return new PlacementRow(
                id,
                new Placement(
                        id,
                        Rows.id(row, "offer"),
                        row.getString("programme"),
                        Rows.id(row, "student"),
                        Rows.id(row, "internship"),
                        Rows.id(row, "person"),
                        row.getString("university"),
                        row.getString("company"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        signing(row, "agreement", row.getInt("agreement_revision")),
                        employment == null ? null : signing(row, "employment", employment),
                        Entries.none(),
                        row.getLong("version"),
                        Rows.instant(row, "changed_at")));
    }

    private static Signing signing(ResultSet row, String what, int revision) throws SQLException {
        @Nullable LocalDate lastOn = row.getObject(what + "_signed_on", LocalDate.class);
        return new Signing(
                revision,
                Rows.texts(row, what + "_signed_by").stream()
                        .map(Party::valueOf)
                        .toList(),
                lastOn);
    }
}
