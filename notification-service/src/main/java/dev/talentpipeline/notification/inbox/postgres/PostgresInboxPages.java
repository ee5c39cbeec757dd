package dev.talentpipeline.notification.inbox.postgres;

import dev.talentpipeline.notification.inbox.InboxPages;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads notices page by page along an index, however long the list is. */
@Component
final class PostgresInboxPages implements InboxPages {

    /** What is mailed together is listed one by one. */
    private static final String LISTED = "kind <> 'digest'";

    private static final String UNREAD = "read_at is null and released_at is not null and " + LISTED;

    private final JdbcClient jdbc;

    PostgresInboxPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> page(Selection selection, @Nullable Position after, int limit) {
        List<String> conditions = new ArrayList<>(List.of(LISTED));
        Map<String, Object> parameters = new HashMap<>();
        if (selection.personId() != null) {
            conditions.add("person_id = :person");
            parameters.put("person", selection.personId());
        }
        if (!selection.waiting()) {
            conditions.add("released_at is not null");
        }
        if (selection.unread()) {
            conditions.add("read_at is null");
        }
        if (after != null) {
            conditions.add("(created_at, notice_id) < (:createdAt, :id)");
            parameters.put("createdAt", Timestamp.from(after.createdAt()));
            parameters.put("id", after.id());
        }
        parameters.put("limit", limit);
        return jdbc.sql("select * from notices where " + String.join(" and ", conditions)
                        + " order by created_at desc, notice_id desc limit :limit")
                .params(parameters)
                .query((row, number) -> NoticeRows.entry(row))
                .list();
    }

    @Override
    public List<Entry> releasedFrom(String personId, Instant from, int limit) {
        return jdbc.sql("select * from notices where person_id = :person and released_at >= :from and " + LISTED
                        + " order by released_at, notice_id limit :limit")
                .param("person", personId)
                .param("from", Timestamp.from(from))
                .param("limit", limit)
                .query((row, number) -> NoticeRows.entry(row))
                .list();
    }

    @Override
    public int unread(String personId) {
        return jdbc.sql("select count(*) from notices where person_id = :person and " + UNREAD)
                .param("person", personId)
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean read(String personId, UUID notice, Instant at) {
        return jdbc.sql("""
                        update notices set read_at = coalesce(read_at, :at)
                        where notice_id = :notice and person_id = :person and released_at is not null
                        """)
                        .param("notice", notice)
                        .param("person", personId)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    @Override
    public void readAll(String personId, Instant until, Instant at) {
        jdbc.sql("update notices set read_at = :at where person_id = :person and created_at <= :until and " + UNREAD)
                .param("person", personId)
                .param("until", Timestamp.from(until))
                .param("at", Timestamp.from(at))
                .update();
    }
}
