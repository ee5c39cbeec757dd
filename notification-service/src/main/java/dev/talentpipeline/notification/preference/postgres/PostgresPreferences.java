package dev.talentpipeline.notification.preference.postgres;

import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.inbox.NoticeKind;
import dev.talentpipeline.notification.inbox.Timing;
import dev.talentpipeline.notification.preference.Chosen;
import dev.talentpipeline.notification.preference.DigestRhythm;
import dev.talentpipeline.notification.preference.KeptPreferences;
import dev.talentpipeline.notification.preference.NoticePreferences;
import dev.talentpipeline.notification.preference.QuietHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Preferences in their table. */
@Component
final class PostgresPreferences implements KeptPreferences {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private volatile byte @Nullable [] secret;

    PostgresPreferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Chosen> find(String personId) {
        return find(List.of(personId)).stream().findFirst();
    }

    @Override
    public List<Chosen> find(Collection<String> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from notice_preferences where person_id = any (:people)")
                .param("people", people.toArray(String[]::new))
                .query((row, number) -> new Chosen(preferences(row), row.getLong("version")))
                .list();
    }

    @Override
    public void lock(String personId) {
        // There may be no row yet.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('preferences of ' || :person, 0))")
                .param("person", personId)
                .query((row, number) -> number)
                .single();
    }

    @Override
    public void keep(Chosen kept, Instant at) {
        NoticePreferences chosen = kept.preferences();
        QuietHours quiet = chosen.quietHours();
        jdbc.sql("""
                        insert into notice_preferences (person_id, version, language, zone, quiet_from, quiet_until, digest, timings, changed_at)
                        values (:person, :version, :language, :zone, :from, :until, :digest, :timings::jsonb, :at)
                        on conflict (person_id) do update
                            set version = excluded.version, language = excluded.language, zone = excluded.zone, quiet_from = excluded.quiet_from,
                                quiet_until = excluded.quiet_until, digest = excluded.digest, timings = excluded.timings,
                                changed_at = excluded.changed_at
                        """)
                .param("person", chosen.personId())
                .param("version", kept.version())
                .param(
                        "language",
                        chosen.language() == null ? null : chosen.language().name())
                .param("zone", chosen.zone().getId())
                .param("from", quiet == null ? null : quiet.from())
                .param("until", quiet == null ? null : quiet.until())
                .param("digest", chosen.digest().name())
                .param("timings", json(chosen.timings()))
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public void forget(String personId) {
        jdbc.sql("delete from notice_preferences where person_id = :person")
                .param("person", personId)
                .update();
    }

    @Override
    public byte[] linkSecret() {
        byte[] known = secret;
        if (known == null) {
            known = jdbc.sql("select secret from link_secret")
                    .query(byte[].class)
                    .single();
            secret = known;
        }
        return known;
    }

    private static NoticePreferences preferences(ResultSet row) throws SQLException {
        String language = row.getString("language");
        LocalTime from = row.getObject("quiet_from", LocalTime.class);
        return new NoticePreferences(
                row.getString("person_id"),
                language == null ? null : Language.valueOf(language),
                ZoneId.of(row.getString("zone")),
                from == null ? null : new QuietHours(from, row.getObject("quiet_until", LocalTime.class)),
                DigestRhythm.valueOf(row.getString("digest")),
                timings(row.getString("timings")));
    }

    private static String json(Map<NoticeKind, Timing> timings) {
        Map<String, String> byCode = new TreeMap<>();
        timings.forEach((kind, timing) -> byCode.put(kind.code(), timing.name()));
        return JSON.writeValueAsString(byCode);
    }

    private static Map<NoticeKind, Timing> timings(String json) {
        Map<NoticeKind, Timing> timings = new HashMap<>();
        JSON.readValue(json, new TypeReference<Map<String, String>>() {})
                .forEach((code, timing) -> timings.put(NoticeKind.ofCode(code), Timing.valueOf(timing)));
        return timings;
    }
}
