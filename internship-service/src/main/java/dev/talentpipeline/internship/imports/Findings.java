package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.imports.Vocabularies.Vocabulary;
import dev.talentpipeline.kit.cell.Cells;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file was found to be, to be looked at before it is committed.
 *
 * @param headerRow where the names of the columns stand, counted from 1
 * @param columns in the order of the file
 * @param skills texts that were taken for skills, and those that were not, most frequent first
 * @param occupations the same of occupations; rows that name one that was not are bad
 * @param leftOut what the file says that what it is imported as has no place for
 * @param rollOnly rows that can be entered and go to the roll alone; null: it was not counted
 */
public record Findings(
        Form form,
        int headerRow,
        List<MappedColumn> columns,
        List<RecognisedSkill> skills,
        List<RecognisedOccupation> occupations,
        List<LeftOut> leftOut,
        @Nullable Integer rollOnly) {

    public Findings {
        columns = List.copyOf(columns);
        skills = List.copyOf(skills);
        // Findings that were kept by an earlier version have none.
        occupations = occupations == null ? List.of() : List.copyOf(occupations);
        leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
    }

    /** What texts were taken for. */
    Meanings meanings() {
        Map<String, String> skillIds = new HashMap<>();
        skills.forEach(seen -> {
            if (seen.skill() != null) {
                skillIds.put(seen.text(), seen.skill());
            }
        });
        Map<String, String> occupationIds = new HashMap<>();
        occupations.forEach(seen -> {
            if (seen.occupation() != null) {
                occupationIds.put(seen.text(), seen.occupation());
            }
        });
        return new Meanings(skillIds, occupationIds);
    }

    /**
     * What the names of columns mean that would be taken for something else in the next file, where they can be taught; an empty field is a column that is not read. A name that
     * stands over several columns says nothing about any of them.
     *
     * @param fields by the places of columns; one that is not among them is not read
     * @param known columns of such files
     * @param before what was taught by then
     */
    Map<String, String> namesTaughtBy(Map<Integer, String> fields, List<Column> known, Vocabulary before) {
        Map<String, String> taken = new HashMap<>();
        before.columns().forEach((name, field) -> taken.put(Cells.key(name), field));
        Map<String, Long> named = columns.stream()
                .collect(Collectors.groupingBy(column -> Cells.key(column.name()), Collectors.counting()));
        Map<String, String> names = new HashMap<>();
        for (MappedColumn column : columns) {
            String key = Cells.key(column.name());
            String means = fields.getOrDefault(column.at(), "");
            boolean changes = !means.equals(taken.getOrDefault(key, fieldNamed(key, known)));
            if (changes && named.getOrDefault(key, 0L) == 1 && column.name().length() <= Vocabulary.LONGEST_WORD) {
                names.put(column.name(), means);
            }
        }
        return names;
    }

    private static String fieldNamed(String key, List<Column> known) {
        return known.stream()
                .filter(column -> column.isNamed(key))
                .map(Column::field)
                .findFirst()
                .orElse("");
    }

    /**
     * How the file is written.
     *
     * @param encoding of a text
     * @param delimiter of a text
     * @param sheet the one that was read, of a workbook
     */
    public record Form(
            Format format,
            @Nullable String encoding,
            @Nullable String delimiter,
            @Nullable String sheet) {}

    public enum Format {
        CSV,
        XLSX,
        /** Documents of a standard: JSON Resume, or JobPosting of schema.org. */
        JSON
    }

    /**
     * A column of the file.
     *
     * @param at counted from 1
     * @param field what it was taken for; null: it is not read
     * @param taught whether the organisation's own mapping says so
     */
    public record MappedColumn(
            int at, String name, @Nullable String field, boolean taught) {}

    /**
     * A text in a column of skills.
     *
     * @param skill in the catalogue; null: none is known by this name, and rows are imported without it
     * @param level what the words about it were taken for; null: no words say a level
     * @param nearest what was perhaps meant, where none was found
     * @param rows how many name it
     */
    public record RecognisedSkill(
            String text, @Nullable String skill, @Nullable Integer level, List<String> nearest, int rows) {

        public RecognisedSkill {
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * A text in a column of occupations.
     *
     * @param occupation in the catalogue; null: none is known by this name
     * @param nearest what was perhaps meant
     * @param rows how many name it
     */
    public record RecognisedOccupation(
            String text, @Nullable String occupation, List<String> nearest, int rows) {

        public RecognisedOccupation {
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * What there is no place for: a field of documents, a sheet beside the one that is read, or texts that were not taken for skills beyond
     * those that are listed.
     *
     * @param path of the field, such as {@code work[].summary}; {@code sheet[…]} with the name of a sheet; {@code skills[]} with the first row
     * @param times how often it was there; of a sheet how many rows it has
     */
    public record LeftOut(String path, int times) {}
}
