package dev.talentpipeline.notification.delivery.mail.postgres;

import dev.talentpipeline.notification.delivery.mail.Digests;
import dev.talentpipeline.notification.inbox.Notice;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Digests in their table. Whoever makes one of a person locks what waits for it, so that of two senders the second finds nothing left. */
@Component
final class PostgresDigests implements Digests {

    private final JdbcClient jdbc;

    PostgresDigests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Notice notice, Instant dueAt) {
        jdbc.sql("insert into digest_entries (notice_id, person_id, due_at) values (:notice, :person, :due)")
                .param("notice", notice.id())
                .param("person", notice.personId())
                .param("due", Timestamp.from(dueAt))
                .update();
    }

    @Override
    public List<String> due(Instant now, int most) {
        return jdbc.sql("""
                        select person_id from digest_entries where digest_id is null and due_at <= :now
                        group by person_id order by min(due_at), person_id limit :most
                        """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, number) -> row.getString("person_id"))
                .list();
    }

    @Override
    public int bundle(Notice digest, Instant now) {
        List<UUID> waiting = jdbc.sql(
                        "select notice_id from digest_entries where person_id = :person and digest_id is null for update")
                .param("person", digest.personId())
                .query((row, number) -> row.getObject("notice_id", UUID.class))
                .list();
        if (waiting.isEmpty()) {
            return 0;
        }
        // It is born released: it waits for nothing, and stands in no inbox.
        jdbc.sql("""
                        insert into notices (notice_id, person_id, kind, subject, subject_version, programme_id, internship_id, facts,
                            created_at, opening, released_at)
                        values (:id, :person, :kind, :subject, :version, '', '', '{"parts":[],"matchedSkills":[]}',
                            :at, '{"programme":"","title":"","company":"","stipend":0}', :at)
                        """)
                .param("id", digest.id())
                .param("person", digest.personId())
                .param("kind", digest.kind().code())
                .param("subject", digest.subject())
                .param("version", digest.subjectVersion())
                .param("at", Timestamp.from(now))
                .update();
        return jdbc.sql("update digest_entries set digest_id = :digest where notice_id in (:waiting)")
                .param("digest", digest.id())
                .param("waiting", waiting)
                .update();
    }

    @Override
    public List<UUID> entriesOf(UUID digest) {
        return jdbc.sql("""
                        select notice_id from digest_entries join notices using (notice_id)
                        where digest_id = :digest order by created_at, notice_id
                        """)
                .param("digest", digest)
                .query((row, number) -> row.getObject("notice_id", UUID.class))
                .list();
    }
}
