package dev.talentpipeline.internship.person.postgres;

import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.resource.postgres.Batch;
import dev.talentpipeline.internship.resource.postgres.NumberedRows;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresPeople implements People {

    private static final String COLUMNS =
            "id, university, number, version, name, email, phone, language, said_email, said_phone, changed_at";
    private static final String SELECT = "select " + COLUMNS + " from person ";

    private final JdbcClient jdbc;
    private final NumberedRows<Person> numbered;

    PostgresPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
        numbered = new NumberedRows<>(jdbc, "person", COLUMNS, "id", PostgresPeople::read);
    }

    @Override
    public Optional<Person> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(PostgresPeople::read)
                .optional();
    }

    @Override
    public Optional<Person> find(String university, String number) {
        return numbered.find(university, number);
    }

    @Override
    public Entered lockOrEnter(
            String university, String number, Person.Details details, Person.Said said, Instant now) {
        return numbered.lock(university, number)
                .map(person -> new Entered(person, false))
                .orElseGet(() -> {
                    Person person = new Person(
                            UUID.randomUUID(),
                            university,
                            number,
                            1,
                            details.name(),
                            details.email(),
                            details.phone(),
                            details.language(),
                            said,
                            now);
                    return add(person)
                            ? new Entered(person, true)
                            : new Entered(numbered.lock(university, number).orElseThrow(), false);
                });
    }

    /** Waits for another transaction that enters the same person; false if that one committed. */
    private boolean add(Person person) {
        return jdbc.sql("""
                                insert into person (id, university, number, version, name, email, phone, language, said_email, said_phone, changed_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (university, number) do nothing
                                """)
                        .param(person.id())
                        .param(person.university())
                        .param(person.number())
                        .param(person.version())
                        .param(person.name())
                        .param(person.email())
                        .param(person.phone())
                        .param(person.language().name())
                        .param(person.said().email())
                        .param(person.said().phone())
                        .param(Rows.time(person.changedAt()))
                        .update()
                == 1;
    }

    @Override
    public List<Person> ofNumbers(String university, Collection<String> numbers) {
        return numbered.ofNumbers(university, numbers);
    }

    @Override
    public List<Person> lockAll(String university, Collection<String> numbers) {
        return numbered.lockAll(university, numbers);
    }

    @Override
    public List<Person> addAll(List<Person> all) {
        Batch<Person> batch = new Batch<>(all);
        Set<UUID> added = batch.writeReturningIds(
                jdbc,
                """
                insert into person (id, university, number, version, name, email, phone, language, changed_at)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz[])
                on conflict (university, number) do nothing returning id
                """,
                List.of(
                        batch.ids(Person::id),
                        batch.texts(Person::university),
                        batch.texts(Person::number),
                        batch.numbers(Person::version),
                        batch.texts(Person::name),
                        batch.texts(Person::email),
                        batch.texts(Person::phone),
                        batch.texts(person -> person.language().name()),
                        batch.times(Person::changedAt)));
        return all.stream().filter(person -> added.contains(person.id())).toList();
    }

    /** Many are changed by their university only, which says nothing for them. */
    @Override
    public void saveAll(List<Person> all) {
        Batch<Person> batch = new Batch<>(all);
        batch.write(
                jdbc,
                """
                update person p set version = n.version, name = n.name, email = n.email, phone = n.phone, language = n.language,
                    changed_at = n.changed_at
                from unnest(?, ?, ?, ?, ?, ?, ?::timestamptz[]) n (id, version, name, email, phone, language, changed_at)
                where p.id = n.id
                """,
                List.of(
                        batch.ids(Person::id),
                        batch.numbers(Person::version),
                        batch.texts(Person::name),
                        batch.texts(Person::email),
                        batch.texts(Person::phone),
                        batch.texts(person -> person.language().name()),
                        batch.times(Person::changedAt)));
    }

    @Override
    public Optional<Person> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = ? for no key update")
                .param(id)
                .query(PostgresPeople::read)
                .optional();
    }

    @Override
    public void lockAll(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("select id from person where id = any(?) order by id for no key update")
                    .param(ids.toArray(UUID[]::new))
                    .query(UUID.class)
                    .list();
        }
    }

    @Override
    public boolean lockUnlessBusy(UUID id) {
        return jdbc.sql("select id from person where id = ? for no key update skip locked")
                .param(id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    @Override
    public void save(Person person) {
        jdbc.sql("""
                        update person set version = ?, name = ?, email = ?, phone = ?, language = ?, said_email = ?, said_phone = ?,
                            changed_at = ?
                        where id = ?
                        """)
                .param(person.version())
                .param(person.name())
                .param(person.email())
                .param(person.phone())
                .param(person.language().name())
                .param(person.said().email())
                .param(person.said().phone())
                .param(Rows.time(person.changedAt()))
                .param(person.id())
                .update();
    }

    @Override
    public List<Enrolment> enrolments(UUID person) {
        return jdbc.sql("select programme, id, state from student where person = ? order by programme")
                .param(person)
                .query((row, number) ->
                        new Enrolment(row.getString("programme"), Rows.id(row, "id"), row.getString("state")))
                .list();
    }

    @Override
    public void recordAccess(UUID person, String university, String subject, Instant at) {
        jdbc.sql("insert into person_access (person, at, university, subject) values (?, ?, ?, ?)")
                .param(person)
                .param(Rows.time(at))
                .param(university)
                .param(subject)
                .update();
    }

    private static Person read(ResultSet row, int number) throws SQLException {
        return new Person(
                Rows.id(row, "id"),
                row.getString("university"),
                row.getString("number"),
                row.getLong("version"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                Person.Language.valueOf(row.getString("language")),
                new Person.Said(row.getBoolean("said_email"), row.getBoolean("said_phone")),
                Rows.instant(row, "changed_at"));
    }
}
