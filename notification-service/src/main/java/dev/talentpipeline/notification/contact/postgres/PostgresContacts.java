package dev.talentpipeline.notification.contact.postgres;

import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.Contacts;
import dev.talentpipeline.notification.contact.Language;
import java.util.Optional;
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
                        insert into contacts as held (person_id, version, name, email, language)
                        values (:person, :version, :name, :email, :language)
                        on conflict (person_id) do update
                            set version = excluded.version, name = excluded.name, email = excluded.email,
                                language = excluded.language
                            where held.version < excluded.version and not held.erased
                        """)
                        .param("person", contact.personId())
                        .param("version", contact.version())
                        .param("name", contact.name())
                        .param("email", contact.email())
                        .param("language", contact.language().name())
                        .update()
                > 0;
    }

    @Override
    public boolean erase(String personId) {
        return jdbc.sql("""
                        insert into contacts as held (person_id, version, erased)
                        values (:person, 0, true)
                        on conflict (person_id) do update
                            set name = null, email = null, language = null, erased = true
                            where not held.erased
                        """).param("person", personId).update() > 0;
    }

    @Override
    public Optional<Contact> find(String personId) {
        return jdbc.sql("select * from contacts where person_id = :person and not erased")
                .param("person", personId)
                .query((row, number) -> new Contact(
                        row.getString("person_id"),
                        row.getLong("version"),
                        row.getString("name"),
                        row.getString("email"),
                        Language.valueOf(row.getString("language"))))
                .optional();
    }

    @Override
    public boolean isErased(String personId) {
        return jdbc.sql("select exists (select from contacts where person_id = :person and erased)")
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }
}
