package dev.talentpipeline.internship.imports.postgres;

import dev.talentpipeline.internship.imports.ImportKind;
import dev.talentpipeline.internship.imports.Meanings;
import dev.talentpipeline.internship.imports.Vocabularies;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresVocabularies implements Vocabularies {

    private static final String SELECT =
            "select version, columns, skills, occupations from import_vocabulary where organisation = ? and kind = ?";

    private final JdbcClient jdbc;

    PostgresVocabularies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Vocabulary of(String organisation, ImportKind kind) {
        return jdbc.sql(SELECT)
                .params(organisation, kind.name())
                .query(PostgresVocabularies::read)
                .optional()
                .orElse(Vocabulary.NONE);
    }

    @Override
    public Vocabulary lock(String organisation, ImportKind kind, Instant now) {
        // Of two who are the first to teach, the second waits for the first.
        jdbc.sql("""
                        insert into import_vocabulary (organisation, kind, version, columns, skills, changed_at)
                        values (?, ?, 0, '{}', '{}', ?) on conflict (organisation, kind) do nothing
                        """)
                .param(organisation)
                .param(kind.name())
                .param(Rows.time(now))
                .update();
        return jdbc.sql(SELECT + " for update")
                .params(organisation, kind.name())
                .query(PostgresVocabularies::read)
                .single();
    }

    private static Vocabulary read(ResultSet row, int number) throws SQLException {
        return new Vocabulary(
                row.getLong("version"),
                words(row.getString("columns")),
                new Meanings(words(row.getString("skills")), words(row.getString("occupations"))));
    }

    private static Map<String, String> words(String document) {
        Map<String, String> words = new HashMap<>();
        Documents.readMap(document).forEach((word, meaning) -> words.put(word, String.valueOf(meaning)));
        return words;
    }

    @Override
    public void save(String organisation, ImportKind kind, Vocabulary vocabulary, Instant now) {
        jdbc.sql("""
                        update import_vocabulary set version = ?, columns = ?, skills = ?, occupations = ?, changed_at = ?
                        where organisation = ? and kind = ?
                        """)
                .param(vocabulary.version())
                .param(Documents.write(vocabulary.columns()))
                .param(Documents.write(vocabulary.texts().skills()))
                .param(Documents.write(vocabulary.texts().occupations()))
                .param(Rows.time(now))
                .param(organisation)
                .param(kind.name())
                .update();
    }
}
