package dev.talentpipeline.notification.contact.postgres;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.Contacts;
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.contact.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts in their table; an erased person's row holds nothing but the id. */
@Component
final class PostgresContacts implements Contacts {

    private final JdbcClient jdbc;

    PostgresContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keep(Contact contact) {
        return jdbc.sql("""
                        insert into contacts as held (person_id, version, name, email, language, organisation, name_zh, name_en)
                        values (:person, :version, :name, :email, :language, :organisation, :zh, :en)
                        on conflict (person_id) do update
                            set version = excluded.version, name = excluded.name, email = excluded.email,
                                language = excluded.language, organisation = excluded.organisation,
                                name_zh = case when excluded.name_zh is null and excluded.name_en is null
                                    then held.name_zh else excluded.name_zh end,
                                name_en = case when excluded.name_zh is null and excluded.name_en is null
                                    then held.name_en else excluded.name_en end
                            where not held.erased and held.version < excluded.version
                        """)
                        .param("person", contact.personId())
                        .param("version", contact.version())
                        .param("name", contact.name())
                        .param("email", contact.email())
                        .param("language", contact.language().name())
                        .param("organisation", contact.organisation())
                        .param("zh", contact.names().get(Language.ZH))
                        .param("en", contact.names().get(Language.EN))
                        .update()
                > 0;
    }

    @Override
    public boolean complete(Contact contact) {
        return jdbc.sql("""
                        update contacts set organisation = :organisation, name_zh = :zh, name_en = :en
                        where person_id = :person and version = :version and not erased
                            and (organisation is null or num_nonnulls(name_zh, name_en) < num_nonnulls(:zh::text, :en::text))
                        """)
                        .param("person", contact.personId())
                        .param("version", contact.version())
                        .param("organisation", contact.organisation())
                        .param("zh", contact.names().get(Language.ZH))
                        .param("en", contact.names().get(Language.EN))
                        .update()
                > 0;
    }

    @Override
    public boolean erase(String personId) {
        return jdbc.sql("""
                        insert into contacts as held (person_id, version, erased)
                        values (:person, 0, true)
                        on conflict (person_id) do update
                            set name = null, email = null, language = null, organisation = null, name_zh = null, name_en = null,
                                erased = true
                            where not held.erased
                        """).param("person", personId).update() > 0;
    }

    @Override
    public Optional<Contact> find(String personId) {
        return Optional.ofNullable(find(List.of(personId)).get(personId));
    }

    @Override
    public Map<String, Contact> find(Collection<String> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        // What somebody chose to be told in goes before what their profile says that they read.
        return jdbc
                .sql("""
                        select held.*, coalesce(chosen.language, held.language) as told_in
                        from contacts held left join notice_preferences chosen using (person_id)
                        where held.person_id = any (:people) and not held.erased
                        """)
                .param("people", people.toArray(String[]::new))
                .query((row, number) -> new Contact(
                        row.getString("person_id"),
                        row.getLong("version"),
                        row.getString("name"),
                        row.getString("email"),
                        Language.valueOf(row.getString("told_in")),
                        Objects.requireNonNullElse(row.getString("organisation"), ""),
                        names(row)))
                .list()
                .stream()
                .collect(toMap(Contact::personId, identity()));
    }

    @Override
    public Optional<String> companyState(String desk) {
        return jdbc.sql("select company_state from contacts where person_id = :desk and company_state is not null")
                .param("desk", desk)
                .query(String.class)
                .optional();
    }

    @Override
    public void keepCompanyState(String desk, String state) {
        jdbc.sql("update contacts set company_state = :state where person_id = :desk")
                .param("state", state)
                .param("desk", desk)
                .update();
    }

    @Override
    public boolean areIncomplete() {
        return jdbc.sql("""
                        select exists (
                            select from contacts
                            where not erased and (organisation is null or (person_id = :desk || organisation and name_zh is null)))
                        """).param("desk", Desk.of("")).query(Boolean.class).single();
    }

    @Override
    public void forget(String formerId) {
        jdbc.sql("delete from contacts where person_id = :person and not erased")
                .param("person", formerId)
                .update();
    }

    @Override
    public boolean isErased(String personId) {
        return !erased(List.of(personId)).isEmpty();
    }

    @Override
    public Set<String> erased(Collection<String> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("select person_id from contacts where person_id = any (:people) and erased")
                .param("people", people.toArray(String[]::new))
                .query((row, number) -> row.getString("person_id"))
                .set();
    }

    private static Map<Language, String> names(ResultSet row) throws SQLException {
        Map<Language, String> names = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String name = row.getString("name_" + language.code());
            if (name != null) {
                names.put(language, name);
            }
        }
        return names;
    }
}
