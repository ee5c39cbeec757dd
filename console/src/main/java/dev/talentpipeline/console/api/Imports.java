package dev.talentpipeline.console.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Files of students or of openings, from their reading to their commit. Safe for many threads. */
@Component
public final class Imports {

    private final Api api;

    Imports(Api api) {
        this.api = api;
    }

    /** A file and how far it has come. */
    public record Import(
            String id,
            @Nullable String kind,
            @Nullable String state,
            Rows rows,
            @Nullable File file,
            @Nullable List<Column> columns,
            @Nullable List<Skill> skills,
            @Nullable List<Occupation> occupations,
            @Nullable List<LeftOut> leftOut,
            @Nullable Fault fault,
            @Nullable Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable List<String> possible) {

        /** Whether something is under way that will be over in a moment. */
        public boolean isMoving() {
            return "READING".equals(state) || "COMMITTING".equals(state);
        }

        /** Its state as it is shown: one with rows that have to be set right does not wait for a word. */
        public @Nullable String standing() {
            return isReady() && rows.bad() > 0 ? "TO_CORRECT" : state;
        }

        public boolean isReady() {
            return "READY".equals(state);
        }

        /** What the column with that heading was taken for; null: nothing, or there is none. */
        public @Nullable String fieldOf(@Nullable String heading) {
            return columns == null || heading == null
                    ? null
                    : columns.stream()
                            .filter(column -> heading.equals(column.name()))
                            .map(Column::field)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
        }

        /** Whether the caller can do this with it now. */
        public boolean can(String act) {
            return possible != null && possible.contains(act);
        }
    }

    /**
     * Counts of rows.
     *
     * @param fresh those that are new
     * @param rollOnly those that go to the roll alone, counted among the others; null: it is not known
     */
    public record Rows(
            int read,
            int done,
            @JsonProperty("new") int fresh,
            int changed,
            int unchanged,
            int bad,
            @Nullable Integer rollOnly) {

        public boolean hasRollOnly() {
            return rollOnly != null && rollOnly > 0;
        }
    }

    public record File(
            @Nullable String format,
            @Nullable String encoding,
            @Nullable String delimiter,
            @Nullable String sheet) {}

    /**
     * A column.
     *
     * @param field what it was taken for; null: it is not read
     * @param taught whether the organisation taught its name
     */
    public record Column(
            int at, @Nullable String name, @Nullable String field, boolean taught) {}

    /**
     * A text that stands for a skill.
     *
     * @param skill null: none is known by it
     */
    public record Skill(
            @Nullable String text,
            @Nullable String skill,
            @Nullable Integer level,
            @Nullable List<String> nearest,
            int rows) {}

    /**
     * A text that stands for an occupation.
     *
     * @param occupation null: none is known by it
     */
    public record Occupation(
            String text,
            @Nullable String occupation,
            @Nullable List<String> nearest,
            int rows) {}

    /**
     * What had no place.
     *
     * @param path of a field of documents; {@code sheet[…]} with a sheet's name; {@code skills[]} with a row
     * @param times how often it was there; of a sheet how many rows it has
     */
    public record LeftOut(String path, int times) {

        private static final Pattern SHEET = Pattern.compile("sheet\\[(.*)]");
        private static final Pattern SKILLS = Pattern.compile("skills\\[] \\(row (\\d+) …\\)");

        /** The sheet's name, if it is one that was not read. */
        public @Nullable String sheet() {
            return first(SHEET);
        }

        /** The first row with such texts, if they are skills that were not recognised. */
        public @Nullable String skillsFromRow() {
            return first(SKILLS);
        }

        private @Nullable String first(Pattern pattern) {
            Matcher matcher = pattern.matcher(path);
            return matcher.matches() ? matcher.group(1) : null;
        }
    }

    /** Why a whole file was refused, or a commit failed. */
    public record Fault(
            @Nullable String type,
            @Nullable Integer row,
            @Nullable String value,
            @Nullable String detail,
            @Nullable String remedy) {}

    /** A row as it would be entered, or what is wrong with it. */
    public record Row(
            int line,
            @Nullable String standing,
            @Nullable String anchor,
            @Nullable Map<String, String> values,
            @Nullable List<String> kept,
            @Nullable List<Wrong> problems,
            @Nullable Boolean rollOnly) {

        public record Wrong(
                @Nullable String column,
                @Nullable String value,
                @Nullable String remedy) {}
    }

    public Reading<Listing<Import>> list(Identity caller, String programme, @Nullable String cursor) {
        return api.list(caller, Service.INTERNSHIP, path(programme).page(Api.PAGE_SIZE, cursor), Import.class);
    }

    public Reading<Import> one(Identity caller, String programme, String id) {
        return api.get(caller, Service.INTERNSHIP, path(programme, id), Import.class);
    }

    public Reading<Listing<Row>> rows(
            Identity caller, String programme, String id, @Nullable String standing, @Nullable String cursor) {
        return rows(caller, rowsOf(programme, id).with("state", standing).page(Api.PAGE_SIZE, cursor));
    }

    /** Those that go to the roll alone. */
    public Reading<Listing<Row>> rollOnlyRows(Identity caller, String programme, String id, @Nullable String cursor) {
        return rows(caller, rowsOf(programme, id).with("rollOnly", "true").page(Api.PAGE_SIZE, cursor));
    }

    private static ApiPath rowsOf(String programme, String id) {
        return ApiPath.of("programmes", programme, "imports", id, "rows");
    }

    private Reading<Listing<Row>> rows(Identity caller, ApiPath path) {
        return api.list(caller, Service.INTERNSHIP, path, Row.class);
    }

    /**
     * Uploads a file, which is read from then on.
     *
     * @param kind STUDENTS or OPENINGS
     * @param bytes of the file; more than none
     */
    public Reading<Import> upload(
            Identity caller, String programme, String kind, long bytes, InputStreamSource file, UUID key) {
        return api.upload(
                caller, Service.INTERNSHIP, path(programme).with("kind", kind), bytes, file, key, Import.class);
    }

    /**
     * Has the file read again.
     *
     * @param columns fields by the places of columns; what is not among them is not read
     * @param skills by the texts that mean them
     * @param occupations the same of occupations
     * @param remember whether later files are to be read so too
     */
    public Reading<Import> readAgain(
            Identity caller,
            String programme,
            String id,
            Map<String, String> columns,
            Map<String, String> skills,
            Map<String, String> occupations,
            boolean remember,
            UUID key) {
        ApiPath path = ApiPath.of("programmes", programme, "imports", id, "readings");
        Map<String, Object> body =
                Map.of("columns", columns, "skills", skills, "occupations", occupations, "remember", remember);
        return api.post(caller, Service.INTERNSHIP, path, body, key, Import.class);
    }

    public Reading<Import> commit(Identity caller, String programme, String id) {
        ApiPath path = ApiPath.of("programmes", programme, "imports", id, "commit");
        return api.post(caller, Service.INTERNSHIP, path, null, UUID.randomUUID(), Import.class);
    }

    public Reading<Import> cancel(Identity caller, String programme, String id) {
        return api.delete(caller, Service.INTERNSHIP, path(programme, id), Import.class);
    }

    private static ApiPath path(String programme) {
        return ApiPath.of("programmes", programme, "imports");
    }

    private static ApiPath path(String programme, String id) {
        return ApiPath.of("programmes", programme, "imports", id);
    }
}
