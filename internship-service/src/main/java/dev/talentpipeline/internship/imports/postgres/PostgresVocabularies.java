package dev.talentpipeline.internship.imports.postgres;

import dev.talentpipeline.internship.imports.ImportKind;
import dev.talentpipeline.internship.imports.Vocabularies;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresVocabularies implements Vocabularies {

    private final JdbcClient jdbc;

    PostgresVocabularies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Vocabulary of(String organisation, ImportKind kind) {
        return jdbc.sql("select columns, skills from import_vocabulary where organisation = ? and kind = ?")
                .params(organisation, kind.name())
                .query((row, number) -> new Vocabulary(words(row.getString("columns")), words(row.getString("skills"))))
                .optional()
                .orElse(Vocabulary.NONE);
    }

    private static Map<String, String> words(String document) {
        Map<String, String> words = new HashMap<>();
        Documents.readMap(document).forEach((word, meaning) -> words.put(word, String.valueOf(meaning)));
        return words;
    }

    @Override
    public void save(String organisation, ImportKind kind, Vocabulary vocabulary, Instant now) {
        jdbc.sql("""
                        insert into import_vocabulary (organisation, kind, columns, skills, changed_at) values (?, ?, ?, ?, ?)
                        on conflict (organisation, kind) do update
                            set columns = excluded.columns, skills = excluded.skills, changed_at = excluded.changed_at
                        """)
                .param(organisation)
                .param(kind.name())
                .param(Documents.write(vocabulary.columns()))
                .param(Documents.write(vocabulary.skills()))
                .param(Rows.time(now))
                .update();
    }
}
