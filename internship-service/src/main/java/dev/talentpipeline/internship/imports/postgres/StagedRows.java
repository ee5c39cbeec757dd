package dev.talentpipeline.internship.imports.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.internship.imports.StagedRow;
import dev.talentpipeline.internship.imports.StagedRow.Problem;
import dev.talentpipeline.internship.imports.StagedRow.Standing;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of imports that have not ended, written by COPY. */
@Component
final class StagedRows {

    private static final String COPY =
            "copy import_row (import, line, standing, anchor, person, content, problems, roll_only) from stdin";
    private static final String NULL = "\\N";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    StagedRows(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** The values of a row as a document. */
    private record Content(Map<String, String> values) {}

    /** What is to be said of a row as a document. */
    private record Remarks(List<Problem> problems, List<String> kept) {

        static @Nullable String of(StagedRow row) {
            return row.problems().isEmpty() && row.kept().isEmpty()
                    ? null
                    : Documents.text(new Remarks(row.problems(), row.kept()));
        }
    }

    void copy(UUID id, List<StagedRow> rows) {
        StringBuilder text = new StringBuilder(rows.size() * 300);
        for (StagedRow row : rows) {
            text.append(id).append('\t').append(row.line()).append('\t').append(row.standing());
            append(text, row.anchor());
            append(text, row.person() == null ? null : row.person().toString());
            append(text, Documents.text(new Content(row.values())));
            append(text, Remarks.of(row));
            append(text, row.rollOnly() ? "t" : "f");
            text.append('\n');
        }
        template.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(COPY, new ByteArrayInputStream(text.toString().getBytes(UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A column in the text format of COPY. */
    private static void append(StringBuilder text, @Nullable String value) {
        text.append('\t');
        if (value == null) {
            text.append(NULL);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    List<StagedRow> read(UUID id, @Nullable Standing standing, boolean rollOnly, long after, int most) {
        String of = (standing == null ? "" : " and standing = '" + standing.name() + "'")
                + (rollOnly ? " and roll_only" : "");
        return jdbc.sql(
                        "select line, standing, anchor, person, content, problems, roll_only from import_row where import = ? and line > ?"
                                + of + " order by line limit ?")
                .param(id)
                .param(after)
                .param(most)
                .query(StagedRows::row)
                .list();
    }

    void forget(UUID id) {
        jdbc.sql("delete from import_row where import = ?").param(id).update();
    }

    private static StagedRow row(ResultSet row, int number) throws SQLException {
        String document = row.getString("problems");
        Remarks remarks =
                document == null ? new Remarks(List.of(), List.of()) : Documents.read(document, Remarks.class);
        return new StagedRow(
                row.getInt("line"),
                Standing.valueOf(row.getString("standing")),
                row.getString("anchor"),
                Rows.optionalId(row, "person"),
                Documents.read(Objects.requireNonNull(row.getString("content")), Content.class)
                        .values(),
                remarks.kept(),
                remarks.problems(),
                row.getBoolean("roll_only"));
    }
}
