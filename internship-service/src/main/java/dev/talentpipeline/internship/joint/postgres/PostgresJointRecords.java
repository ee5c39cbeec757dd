package dev.talentpipeline.internship.joint.postgres;

import dev.talentpipeline.internship.catalogue.SkillLevel;
import dev.talentpipeline.internship.joint.JointRecord;
import dev.talentpipeline.internship.joint.JointRecord.Content;
import dev.talentpipeline.internship.joint.JointRecord.Kind;
import dev.talentpipeline.internship.joint.JointRecords;
import dev.talentpipeline.internship.joint.Participation;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresJointRecords implements JointRecords {

    private static final String SELECT = """
            select programme, id, version, kind, title_zh, title_en, description, organisation, starts_on, ends_on, skills, changed_at,
                array(select internship from joint_record_internship l
                      where l.programme = r.programme and l.record = r.id order by place) as internships
            from joint_record r
            """;

    private final JdbcClient jdbc;

    PostgresJointRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<JointRecord> find(String programme, String id) {
        return jdbc.sql(SELECT + "where programme = ? and id = ?")
                .params(programme, id)
                .query(PostgresJointRecords::read)
                .optional();
    }

    @Override
    public Optional<JointRecord> lock(String programme, String id) {
        return jdbc.sql(SELECT + "where programme = ? and id = ? for no key update")
                .params(programme, id)
                .query(PostgresJointRecords::read)
                .optional();
    }

    @Override
    public boolean add(JointRecord record) {
        Content content = record.content();
        boolean added = jdbc.sql("""
                                insert into joint_record (programme, id, version, kind, title_zh, title_en, description, organisation,
                                    starts_on, ends_on, skills, changed_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .param(record.programme())
                        .param(record.id())
                        .param(record.version())
                        .param(content.kind().name())
                        .param(content.titleZh())
                        .param(content.titleEn())
                        .param(content.description())
                        .param(content.organisation())
                        .param(content.startsOn())
                        .param(content.endsOn())
                        .param(Documents.write(content.skills()))
                        .param(Rows.time(record.changedAt()))
                        .update()
                == 1;
        if (added) {
            link(record);
        }
        return added;
    }

    @Override
    public void save(JointRecord record) {
        Content content = record.content();
        jdbc.sql("""
                        update joint_record
                        set version = ?, kind = ?, title_zh = ?, title_en = ?, description = ?, organisation = ?, starts_on = ?, ends_on = ?,
                            skills = ?, changed_at = ?
                        where programme = ? and id = ?
                        """)
                .param(record.version())
                .param(content.kind().name())
                .param(content.titleZh())
                .param(content.titleEn())
                .param(content.description())
                .param(content.organisation())
                .param(content.startsOn())
                .param(content.endsOn())
                .param(Documents.write(content.skills()))
                .param(Rows.time(record.changedAt()))
                .param(record.programme())
                .param(record.id())
                .update();
        jdbc.sql("delete from joint_record_internship where programme = ? and record = ?")
                .params(record.programme(), record.id())
                .update();
        link(record);
    }

    private void link(JointRecord record) {
        int place = 0;
        for (UUID internship : record.content().internships()) {
            jdbc.sql("insert into joint_record_internship (programme, record, place, internship) values (?, ?, ?, ?)")
                    .params(record.programme(), record.id(), place++, internship)
                    .update();
        }
    }

    @Override
    public void remove(JointRecord record) {
        jdbc.sql("delete from joint_record where programme = ? and id = ?")
                .params(record.programme(), record.id())
                .update();
    }

    @Override
    public Page<JointRecord> list(
            String programme, @Nullable Kind kind, @Nullable UUID internship, Page.Request request) {
        List<JointRecord> rows = jdbc.sql(SELECT + """
                                where programme = :programme
                                  and (cast(:kind as text) is null or kind = :kind)
                                  and (cast(:internship as uuid) is null or exists (
                                      select 1 from joint_record_internship l
                                      where l.programme = r.programme and l.record = r.id and l.internship = :internship))
                                  and (cast(:after as text) is null or id > :after)
                                order by id limit :rows
                                """)
                .param("programme", programme)
                .param("kind", kind == null ? null : kind.name())
                .param("internship", internship)
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query(PostgresJointRecords::read)
                .list();
        return Page.of(rows, request, JointRecord::id);
    }

    @Override
    public int participants(JointRecord record) {
        return jdbc.sql("select count(*) from joint_participation where programme = ? and record = ?")
                .params(record.programme(), record.id())
                .query(Integer.class)
                .single();
    }

    @Override
    public void note(JointRecord record, Participation participation) {
        jdbc.sql("""
                        insert into joint_participation (programme, record, student, completed_on, recorded_at) values (?, ?, ?, ?, ?)
                        on conflict (programme, record, student) do update set completed_on = excluded.completed_on,
                            recorded_at = excluded.recorded_at
                        """)
                .param(record.programme())
                .param(record.id())
                .param(participation.student())
                .param(participation.completedOn())
                .param(Rows.time(participation.recordedAt()))
                .update();
    }

    @Override
    public boolean forget(JointRecord record, UUID student) {
        return jdbc.sql("delete from joint_participation where programme = ? and record = ? and student = ?")
                        .params(record.programme(), record.id(), student)
                        .update()
                == 1;
    }

    @Override
    public Page<Participation> participations(JointRecord record, @Nullable String university, Page.Request request) {
        List<Participation> rows = jdbc.sql("""
                                select p.student, p.completed_on, p.recorded_at
                                from joint_participation p join student s on s.id = p.student
                                where p.programme = :programme and p.record = :record
                                  and (cast(:university as text) is null or s.university = :university)
                                  and (cast(:after as text) is null or p.student > cast(:after as uuid))
                                order by p.student limit :rows
                                """)
                .param("programme", record.programme())
                .param("record", record.id())
                .param("university", university)
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query((row, number) -> new Participation(
                        Rows.id(row, "student"),
                        row.getObject("completed_on", LocalDate.class),
                        Rows.instant(row, "recorded_at")))
                .list();
        return Page.of(rows, request, participation -> participation.student().toString());
    }

    private static JointRecord read(ResultSet row, int number) throws SQLException {
        Array internships = row.getArray("internships");
        return new JointRecord(
                row.getString("programme"),
                row.getString("id"),
                row.getLong("version"),
                new Content(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("title_zh"),
                        row.getString("title_en"),
                        row.getString("description"),
                        row.getString("organisation"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        List.of(Documents.read(row.getString("skills"), SkillLevel[].class)),
                        List.of((UUID[]) internships.getArray())),
                Rows.instant(row, "changed_at"));
    }
}
