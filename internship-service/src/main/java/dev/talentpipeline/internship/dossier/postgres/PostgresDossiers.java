package dev.talentpipeline.internship.dossier.postgres;

import dev.talentpipeline.internship.dossier.Dossier.Content;
import dev.talentpipeline.internship.dossier.Dossier.File;
import dev.talentpipeline.internship.dossier.Dossier.FileFacts;
import dev.talentpipeline.internship.dossier.Dossier.FileKind;
import dev.talentpipeline.internship.dossier.Dossier.Link;
import dev.talentpipeline.internship.dossier.Dossier.Part;
import dev.talentpipeline.internship.dossier.Dossier.Reading;
import dev.talentpipeline.internship.dossier.Dossier.Share;
import dev.talentpipeline.internship.dossier.Dossiers;
import dev.talentpipeline.internship.dossier.FileType;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresDossiers implements Dossiers {

    private static final String FACTS = "kind, type, length(content) as bytes, sha256, uploaded_at";

    private final JdbcClient jdbc;

    PostgresDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The links as a document. */
    private record Links(List<Link> links) {}

    @Override
    public List<Link> links(UUID person) {
        return jdbc.sql("select links from dossier where person = ?")
                .param(person)
                .query((row, number) ->
                        Documents.read(row.getString("links"), Links.class).links())
                .optional()
                .orElse(List.of());
    }

    @Override
    public void saveLinks(UUID person, List<Link> links, Instant at) {
        jdbc.sql("""
                        insert into dossier (person, links, changed_at) values (?, ?, ?)
                        on conflict (person) do update set links = excluded.links, changed_at = excluded.changed_at
                        """)
                .param(person)
                .param(Documents.write(new Links(links)))
                .param(Rows.time(at))
                .update();
    }

    @Override
    public List<FileFacts> files(UUID person) {
        return jdbc.sql("select " + FACTS + " from dossier_file where person = ? order by kind")
                .param(person)
                .query(PostgresDossiers::facts)
                .list();
    }

    @Override
    public Optional<File> file(UUID person, FileKind kind) {
        return jdbc.sql("select content, " + FACTS + " from dossier_file where person = ? and kind = ?")
                .params(person, kind.name())
                .query((row, number) -> new File(facts(row, number), new Content(row.getBytes("content"))))
                .optional();
    }

    @Override
    public void save(UUID person, FileFacts facts, Content content) {
        jdbc.sql("""
                        insert into dossier_file (person, kind, type, content, sha256, uploaded_at) values (?, ?, ?, ?, ?, ?)
                        on conflict (person, kind) do update set type = excluded.type, content = excluded.content,
                            sha256 = excluded.sha256, uploaded_at = excluded.uploaded_at
                        """)
                .param(person)
                .param(facts.kind().name())
                .param(facts.type().name())
                .param(content.bytes())
                .param(facts.sha256())
                .param(Rows.time(facts.uploadedAt()))
                .update();
    }

    @Override
    public boolean remove(UUID person, FileKind kind) {
        return jdbc.sql("delete from dossier_file where person = ? and kind = ?")
                        .params(person, kind.name())
                        .update()
                == 1;
    }

    @Override
    public void share(UUID person, UUID meeting, String company, Instant at) {
        jdbc.sql("""
                        insert into dossier_share (person, meeting, company, shared_at) values (?, ?, ?, ?)
                        on conflict (meeting) where withdrawn_at is null do nothing
                        """)
                .param(person)
                .param(meeting)
                .param(company)
                .param(Rows.time(at))
                .update();
    }

    @Override
    public boolean withdraw(UUID meeting, Instant at) {
        return jdbc.sql("update dossier_share set withdrawn_at = ? where meeting = ? and withdrawn_at is null")
                        .param(Rows.time(at))
                        .param(meeting)
                        .update()
                == 1;
    }

    @Override
    public List<Share> shares(UUID person) {
        return jdbc.sql("""
                        select s.meeting, s.company, s.shared_at from dossier_share s join meeting m on m.id = s.meeting
                        where s.person = ? and s.withdrawn_at is null and m.state = 'OPEN' order by s.shared_at, s.meeting
                        """).param(person).query(PostgresDossiers::share).list();
    }

    @Override
    public Optional<Share> hold(UUID meeting) {
        // In the order of those who withdraw: the meeting first. One statement would lock the share and then wait for
        // the meeting.
        jdbc.sql("select id from meeting where id = ? for share")
                .param(meeting)
                .query(UUID.class)
                .optional();
        return jdbc.sql("""
                        select s.meeting, s.company, s.shared_at
                        from dossier_share s join meeting m on m.id = s.meeting join programme p on p.id = m.programme
                            join student t on t.id = m.student
                        where s.meeting = ? and s.withdrawn_at is null and m.state = 'OPEN' and p.state <> 'CLOSED'
                          and t.state <> 'WITHDRAWN'
                        for share of s
                        """).param(meeting).query(PostgresDossiers::share).optional();
    }

    @Override
    public void record(Reading reading) {
        jdbc.sql("insert into dossier_reading (person, company, meeting, part, at) values (?, ?, ?, ?, ?)")
                .param(reading.person())
                .param(reading.company())
                .param(reading.meeting())
                .param(reading.part().name())
                .param(Rows.time(reading.at()))
                .update();
    }

    /** A reading and its place in the order. */
    private record Placed(long position, Reading reading) {}

    @Override
    public Page<Reading> readings(UUID person, Page.Request request) {
        List<Placed> rows = jdbc.sql("""
                        select position, person, company, meeting, part, at from dossier_reading
                        where person = :person and (cast(:after as text) is null or position < cast(:after as bigint))
                        order by position desc limit :rows
                        """)
                .param("person", person)
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query((row, number) -> new Placed(
                        row.getLong("position"),
                        new Reading(
                                Rows.id(row, "person"),
                                row.getString("company"),
                                Rows.id(row, "meeting"),
                                Part.valueOf(row.getString("part")),
                                Rows.instant(row, "at"))))
                .list();
        Page<Placed> page = Page.of(rows, request, placed -> Long.toString(placed.position()));
        return new Page<>(page.items().stream().map(Placed::reading).toList(), page.next());
    }

    private static FileFacts facts(ResultSet row, int number) throws SQLException {
        return new FileFacts(
                FileKind.valueOf(row.getString("kind")),
                FileType.valueOf(row.getString("type")),
                row.getInt("bytes"),
                row.getString("sha256"),
                Rows.instant(row, "uploaded_at"));
    }

    private static Share share(ResultSet row, int number) throws SQLException {
        return new Share(Rows.id(row, "meeting"), row.getString("company"), Rows.instant(row, "shared_at"));
    }
}
