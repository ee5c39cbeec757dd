package dev.talentpipeline.internship.roll.postgres;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Batch;
import dev.talentpipeline.internship.resource.postgres.NumberedRows;
import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.internship.roll.RollEntries;
import dev.talentpipeline.internship.roll.RollEntry;
import dev.talentpipeline.internship.roll.RollFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresRollEntries implements RollEntries {

    private static final String COLUMNS = "id, university, number, version, name, school, major, major_code, degree,"
            + " graduates_on, phone, email, person, claimed_at, asked, asked_at, changed_at";

    /** The same of a table that is called r. */
    static final String COLUMNS_OF_R = "r." + COLUMNS.replace(", ", ", r.");

    private static final String SELECT = "select " + COLUMNS + " from roll_entry ";

    private final JdbcClient jdbc;
    private final NumberedRows<RollEntry> numbered;

    PostgresRollEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
        numbered = new NumberedRows<>(jdbc, "roll_entry", COLUMNS, "number", PostgresRollEntries::read);
    }

    @Override
    public Optional<RollEntry> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ? and number <> 'erased-' || id")
                .param(id)
                .query(PostgresRollEntries::read)
                .optional();
    }

    @Override
    public Optional<RollEntry> find(String university, String number) {
        return numbered.find(university, number);
    }

    @Override
    public Optional<RollEntry> ofPerson(UUID person) {
        return jdbc.sql(SELECT + "where person = ? and number <> 'erased-' || id")
                .param(person)
                .query(PostgresRollEntries::read)
                .optional();
    }

    @Override
    public List<RollEntry> reachedAt(String email, int most) {
        return jdbc.sql(SELECT + """
                        where number <> 'erased-' || id and id in (
                            select r.id from person p join roll_entry r on r.person = p.id where lower(p.email) = lower(:email)
                            union all
                            select id from roll_entry where person is null and lower(email) = lower(:email))
                        order by id limit :most
                        """)
                .param("email", email)
                .param("most", most)
                .query(PostgresRollEntries::read)
                .list();
    }

    @Override
    public List<RollEntry> ofNumbers(String university, Collection<String> numbers) {
        return numbered.ofNumbers(university, numbers);
    }

    @Override
    public List<RollEntry> lockAll(String university, Collection<String> numbers) {
        return numbered.lockAll(university, numbers);
    }

    @Override
    public List<RollEntry> addAll(List<RollEntry> all) {
        Batch<RollEntry> batch = new Batch<>(all);
        Set<UUID> added = batch.writeReturningIds(
                jdbc,
                """
                insert into roll_entry (id, university, number, version, name, school, major, major_code, degree, graduates_on, phone, email,
                    person, changed_at)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date[], ?, ?, ?, ?::timestamptz[])
                on conflict (university, number) do nothing returning id
                """,
                List.of(
                        batch.ids(RollEntry::id),
                        batch.texts(RollEntry::university),
                        batch.texts(RollEntry::number),
                        batch.numbers(RollEntry::version),
                        batch.texts(entry -> entry.facts().name()),
                        batch.texts(entry -> entry.facts().school()),
                        batch.texts(entry -> entry.facts().major()),
                        batch.texts(entry -> entry.facts().majorCode()),
                        batch.texts(PostgresRollEntries::degree),
                        batch.texts(PostgresRollEntries::graduatesOn),
                        batch.texts(entry -> entry.facts().phone()),
                        batch.texts(entry -> entry.facts().email()),
                        batch.ids(RollEntry::person),
                        batch.times(RollEntry::changedAt)));
        return all.stream().filter(entry -> added.contains(entry.id())).toList();
    }

    @Override
    public void saveAll(List<RollEntry> all) {
        Batch<RollEntry> batch = new Batch<>(all);
        batch.write(
                jdbc,
                """
                update roll_entry r set version = n.version, name = n.name, school = n.school, major = n.major, major_code = n.major_code,
                    degree = n.degree, graduates_on = n.graduates_on, phone = n.phone, email = n.email, person = n.person,
                    claimed_at = n.claimed_at, changed_at = n.changed_at
                from unnest(?, ?, ?, ?, ?, ?, ?, ?::date[], ?, ?, ?, ?::timestamptz[], ?::timestamptz[])
                    n (id, version, name, school, major, major_code, degree, graduates_on, phone, email, person, claimed_at, changed_at)
                where r.id = n.id
                """,
                List.of(
                        batch.ids(RollEntry::id),
                        batch.numbers(RollEntry::version),
                        batch.texts(entry -> entry.facts().name()),
                        batch.texts(entry -> entry.facts().school()),
                        batch.texts(entry -> entry.facts().major()),
                        batch.texts(entry -> entry.facts().majorCode()),
                        batch.texts(PostgresRollEntries::degree),
                        batch.texts(PostgresRollEntries::graduatesOn),
                        batch.texts(entry -> entry.facts().phone()),
                        batch.texts(entry -> entry.facts().email()),
                        batch.ids(RollEntry::person),
                        batch.texts(entry -> text(entry.claimedAt())),
                        batch.times(RollEntry::changedAt)));
    }

    @Override
    public void remove(UUID entry) {
        jdbc.sql("delete from roll_entry where id = ?").param(entry).update();
    }

    private static @Nullable String degree(RollEntry entry) {
        Degree degree = entry.facts().degree();
        return degree == null ? null : degree.name();
    }

    private static @Nullable String graduatesOn(RollEntry entry) {
        LocalDate day = entry.facts().graduatesOn();
        return day == null ? null : day.toString();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return Objects.toString(at, null);
    }

    @Override
    public void asked(Collection<UUID> all, Instant at) {
        jdbc.sql("update roll_entry set asked = asked + 1, asked_at = ? where id = any(?)")
                .param(Rows.time(at))
                .param(all.toArray(UUID[]::new))
                .update();
    }

    @Override
    public Page<RollEntry> list(Filter filter, Page.Request request) {
        RollEntries.At at = filter.at();
        List<RollEntry> rows = jdbc.sql(SELECT + """
                                r where university = :university and number <> 'erased-' || id
                                  and (cast(:school as text) is null or school = :school)
                                  and (cast(:number as text) is null or number = :number)
                                  and (cast(:name as text) is null or strpos(lower(name), lower(cast(:name as text))) > 0)
                                  and (cast(:claimed as boolean) is null or (claimed_at is not null) = :claimed)
                                  and (cast(:standing as text) is null or :standing = case
                                      when exists (select from offer o where o.person = r.person and o.state <> 'REJECTED'
                                              and offer_is_committed(o.state)
                                              and (cast(:programme as text) is null or o.programme = :programme)) then 'MATCHED'
                                      when exists (select from student s join programme p on p.id = s.programme
                                              where s.person = r.person and s.state = 'ACTIVE' and (s.profile ->> 'consent')::boolean
                                              and p.state in ('RUNNING', 'HELD')
                                              and (cast(:programme as text) is null or s.programme = :programme)) then 'IN_MARKET'
                                      when exists (select from student s where s.person = r.person and s.state <> 'WITHDRAWN'
                                              and (cast(:programme as text) is null or s.programme = :programme)) then 'OUT_OF_MARKET'
                                      else 'NO_PROFILE' end)
                                  and (cast(:after as text) is null or number > :after)
                                order by number limit :rows
                                """)
                .param("university", filter.university())
                .param("school", filter.school())
                .param("number", filter.number())
                .param("name", filter.name())
                .param("claimed", filter.claimed())
                .param("standing", at == null ? null : at.step().name())
                .param("programme", at == null ? null : at.programme())
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query(PostgresRollEntries::read)
                .list();
        return Page.of(rows, request, RollEntry::number);
    }

    static RollEntry read(ResultSet row, int number) throws SQLException {
        String degree = row.getString("degree");
        RollFacts facts = new RollFacts(
                row.getString("name"),
                row.getString("school"),
                row.getString("major"),
                row.getString("major_code"),
                degree == null ? null : Degree.valueOf(degree),
                row.getObject("graduates_on", LocalDate.class),
                row.getString("phone"),
                row.getString("email"));
        return new RollEntry(
                Rows.id(row, "id"),
                row.getString("university"),
                row.getString("number"),
                row.getLong("version"),
                facts,
                Rows.optionalId(row, "person"),
                Rows.optionalInstant(row, "claimed_at"),
                row.getInt("asked"),
                Rows.optionalInstant(row, "asked_at"),
                Rows.instant(row, "changed_at"));
    }
}
