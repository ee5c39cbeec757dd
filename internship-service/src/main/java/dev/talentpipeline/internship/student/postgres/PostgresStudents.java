package dev.talentpipeline.internship.student.postgres;

import dev.talentpipeline.internship.internship.PreferredStudents;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Batch;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.internship.student.OwnFact;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.StudentProfile;
import dev.talentpipeline.internship.student.StudentState;
import dev.talentpipeline.internship.student.Students;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresStudents implements Students, PreferredStudents {

    private static final String SELECT = """
            select s.id, s.programme, s.version, s.state, s.profile, s.said, s.consent_awaited, s.changed_at, s.person, p.university, p.number,
                   p.version as person_version, p.name, p.email, p.phone, p.language, p.said_email, p.said_phone, p.changed_at as person_changed_at
            from student s join person p on p.id = s.person
            """;

    private final JdbcClient jdbc;

    PostgresStudents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Student> find(UUID id) {
        return jdbc.sql(SELECT + "where s.id = ?")
                .param(id)
                .query(PostgresStudents::read)
                .optional();
    }

    @Override
    public Optional<Student> find(String programme, String university, String number) {
        return jdbc.sql(SELECT + "where s.programme = ? and p.university = ? and p.number = ?")
                .params(programme, university, number)
                .query(PostgresStudents::read)
                .optional();
    }

    @Override
    public Optional<Student> ofPerson(String programme, UUID person) {
        return jdbc.sql(SELECT + "where s.programme = ? and s.person = ?")
                .params(programme, person)
                .query(PostgresStudents::read)
                .optional();
    }

    @Override
    public List<Student> ofPerson(UUID person) {
        return jdbc.sql(SELECT + "where s.person = ? order by s.programme")
                .param(person)
                .query(PostgresStudents::read)
                .list();
    }

    @Override
    public void add(Student student) {
        jdbc.sql("""
                        insert into student (id, programme, person, university, version, state, profile, said, consent_awaited, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, cast(? as text[]), ?, ?)
                        """)
                .param(student.id())
                .param(student.programme())
                .param(student.person().id())
                .param(student.person().university())
                .param(student.version())
                .param(student.state().name())
                .param(Documents.write(student.profile()))
                .param(said(student))
                .param(student.consentAwaited())
                .param(Rows.time(student.changedAt()))
                .update();
    }

    @Override
    public Map<UUID, Student> ofPeople(String programme, Collection<UUID> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(SELECT + "where s.programme = ? and s.person = any(?)")
                .param(programme)
                .param(people.toArray(UUID[]::new))
                .query(PostgresStudents::read)
                .list()
                .stream()
                .collect(Collectors.toMap(student -> student.person().id(), Function.identity()));
    }

    @Override
    public void addAll(List<Student> all) {
        Batch<Student> batch = new Batch<>(all);
        batch.write(
                jdbc,
                """
                insert into student (id, programme, person, university, version, state, profile, said, consent_awaited, changed_at)
                select id, programme, person, university, version, state, profile, said::text[], consent_awaited, changed_at
                from unnest(?, ?, ?, ?, ?, ?, ?::jsonb[], ?, ?::boolean[], ?::timestamptz[])
                    n (id, programme, person, university, version, state, profile, said, consent_awaited, changed_at)
                """,
                List.of(
                        batch.ids(Student::id),
                        batch.texts(Student::programme),
                        batch.ids(student -> student.person().id()),
                        batch.texts(student -> student.person().university()),
                        batch.numbers(Student::version),
                        batch.texts(student -> student.state().name()),
                        batch.documents(Student::profile),
                        batch.texts(PostgresStudents::said),
                        batch.texts(student -> Boolean.toString(student.consentAwaited())),
                        batch.times(Student::changedAt)));
    }

    @Override
    public void saveAll(List<Student> all) {
        Batch<Student> batch = new Batch<>(all);
        batch.write(
                jdbc,
                """
                update student s set version = n.version, state = n.state, profile = n.profile, said = n.said::text[],
                    consent_awaited = n.consent_awaited, changed_at = n.changed_at
                from unnest(?, ?, ?, ?::jsonb[], ?, ?::boolean[], ?::timestamptz[])
                    n (id, version, state, profile, said, consent_awaited, changed_at)
                where s.id = n.id
                """,
                List.of(
                        batch.ids(Student::id),
                        batch.numbers(Student::version),
                        batch.texts(student -> student.state().name()),
                        batch.documents(Student::profile),
                        batch.texts(PostgresStudents::said),
                        batch.texts(student -> Boolean.toString(student.consentAwaited())),
                        batch.times(Student::changedAt)));
    }

    @Override
    public void save(Student student) {
        jdbc.sql(
                        "update student set version = ?, state = ?, profile = ?, said = cast(? as text[]), consent_awaited = ?, changed_at = ? where id = ?")
                .param(student.version())
                .param(student.state().name())
                .param(Documents.write(student.profile()))
                .param(said(student))
                .param(student.consentAwaited())
                .param(Rows.time(student.changedAt()))
                .param(student.id())
                .update();
    }

    /** As PostgreSQL writes an array; the names need no quoting. */
    private static String said(Student student) {
        return student.said().stream().map(Enum::name).collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public Set<UUID> strangers(String programme, Collection<UUID> ids) {
        Set<UUID> strangers = new HashSet<>(ids);
        jdbc.sql("select id from student where programme = ? and id = any(?)")
                .param(programme)
                .param(ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(strangers::remove);
        return strangers;
    }

    @Override
    public Page<Student> list(Filter filter, Page.Request request) {
        Asked asked = filter.asked();
        List<Student> rows = jdbc.sql(SELECT + """
                                where s.programme = :programme and p.number <> 'erased-' || p.id
                                  and (cast(:university as text) is null or s.university = :university)
                                  and (cast(:person as uuid) is null or s.person = :person)
                                  and (cast(:ids as uuid[]) is null or s.id = any(cast(:ids as uuid[])))
                                  and (cast(:number as text) is null or p.number = :number)
                                  and (cast(:name as text) is null or strpos(lower(p.name), lower(cast(:name as text))) > 0)
                                  and (cast(:state as text) is null or s.state = :state)
                                  and (cast(:standing as text) is null or case
                                      when exists (select from offer o where o.student = s.id and offer_is_committed(o.state)) then :standing = 'MATCHED'
                                      when :standing in ('IN_MARKET', 'OUT_OF_MARKET') then s.state <> 'WITHDRAWN' and :standing = case
                                          when s.state = 'ACTIVE' and (s.profile ->> 'consent')::boolean
                                               and exists (select from programme m where m.id = s.programme and m.state in ('RUNNING', 'HELD')) then 'IN_MARKET'
                                          else 'OUT_OF_MARKET' end
                                      when exists (select from offer o where o.student = s.id and offer_is_active(o.state)) then :standing = 'WAITING'
                                      else :standing = 'UNMATCHED' end)
                                  and (cast(:consent as text) is null or :consent = case
                                      when (s.profile ->> 'consent')::boolean then 'GIVEN' when s.consent_awaited then 'AWAITED' else 'NONE' end)
                                  and (cast(:school as text) is null or s.profile ->> 'school' = :school)
                                  and (cast(:major as text) is null or strpos(lower(s.profile ->> 'major'), lower(cast(:major as text))) > 0)
                                  and (cast(:degree as text) is null or s.profile ->> 'degree' = :degree)
                                  and (cast(:skill as text) is null or s.profile -> 'skills' @> jsonb_build_array(jsonb_build_object('id', cast(:skill as text))))
                                  and (cast(:after as text) is null or s.id > cast(:after as uuid))
                                order by s.id limit :rows
                                """)
                .param("programme", filter.programme())
                .param("university", filter.university())
                .param("person", filter.person())
                .param("ids", Rows.array(asked.ids()))
                .param("number", asked.number())
                .param("name", asked.name())
                .param("state", name(asked.state()))
                .param("standing", name(asked.standing()))
                .param("consent", name(asked.consent()))
                .param("school", asked.school())
                .param("major", asked.major())
                .param("degree", name(asked.degree()))
                .param("skill", asked.skill())
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query(PostgresStudents::read)
                .list();
        return Page.of(rows, request, student -> student.id().toString());
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static Student read(ResultSet row, int number) throws SQLException {
        Person person = new Person(
                Rows.id(row, "person"),
                row.getString("university"),
                row.getString("number"),
                row.getLong("person_version"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                Person.Language.valueOf(row.getString("language")),
                new Person.Said(row.getBoolean("said_email"), row.getBoolean("said_phone")),
                Rows.instant(row, "person_changed_at"));
        return new Student(
                Rows.id(row, "id"),
                row.getString("programme"),
                person,
                row.getLong("version"),
                StudentState.valueOf(row.getString("state")),
                Documents.read(row.getString("profile"), StudentProfile.class),
                Rows.texts(row, "said").stream().map(OwnFact::valueOf).collect(Collectors.toSet()),
                row.getBoolean("consent_awaited"),
                Rows.instant(row, "changed_at"));
    }
}
