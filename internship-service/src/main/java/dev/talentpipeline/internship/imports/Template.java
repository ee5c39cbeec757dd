package dev.talentpipeline.internship.imports;

import java.util.List;

/** An empty table with the names of all columns, to be filled in and uploaded. */
public record Template(String title, List<String> names, List<Note> notes) {

    public Template {
        names = List.copyOf(names);
        notes = List.copyOf(notes);
    }

    /** What is entered in a column, and what the API calls it. */
    public record Note(String name, String field, String form) {}

    public enum Language {
        ZH,
        EN
    }

    /** Writes templates of one format. */
    public interface Writer {

        Findings.Format format();

        byte[] write(Template template);
    }

    /** Writes the templates of all kinds. */
    public static final class Writing {

        private final Kinds kinds;
        private final List<Writer> writers;

        Writing(Kinds kinds, List<Writer> writers) {
            this.kinds = kinds;
            this.writers = List.copyOf(writers);
        }

        public byte[] write(ImportKind kind, Findings.Format format, Language language) {
            return writers.stream()
                    .filter(writer -> writer.format() == format)
                    .findFirst()
                    .orElseThrow()
                    .write(of(kind, language));
        }

        /** The names and fields of the columns that an import of the kind reads. */
        public Template of(ImportKind kind, Language language) {
            return of(kinds.of(kind), language);
        }

        private static Template of(RowKind kind, Language language) {
            List<Note> notes = kind.columns().stream()
                    .map(column -> new Note(name(column, language), column.field(), form(column, language)))
                    .toList();
            return new Template(
                    kind.kind().name(), notes.stream().map(Note::name).toList(), notes);
        }

        private static String name(Column column, Language language) {
            return language == Language.ZH ? column.zh() : column.en();
        }

        private static String form(Column column, Language language) {
            boolean zh = language == Language.ZH;
            return switch (column.shape()) {
                case CODE -> zh ? "文本；前导零保留" : "text; zeros in front are kept";
                case TEXT -> zh ? "文本" : "text";
                case DATE -> zh ? "日期，如 2027-03-01" : "a date such as 2027-03-01";
                case WHOLE -> zh ? "整数，不带单位" : "a whole number without unit";
                case YES_NO -> zh ? "是 或 否" : "yes or no";
                case DEGREE -> zh ? "专科、本科、硕士或博士" : "associate, bachelor, master or doctorate";
                case LANGUAGE -> zh ? "zh 或 en" : "zh or en";
                case TEXTS -> zh ? "多项以分号隔开" : "several, with semicolons between";
                case REGION -> zh ? "省份，如 北京 或 CN-BJ" : "a province such as Beijing or CN-BJ";
                case REGIONS -> zh ? "省份，多项以分号隔开" : "provinces, with semicolons between";
                case SCHOOL -> zh ? "本校已录入的学院，名称或代码" : "a school that the university has entered, by name or id";
                case OPENINGS ->
                    zh
                            ? "岗位的ID、企业:编号或编号，按志愿顺序以分号隔开"
                            : "openings by id, company:reference or reference, in order, with semicolons between";
                case OCCUPATION -> zh ? "目录中的职业" : "an occupation of the catalogue";
                case OCCUPATIONS -> zh ? "目录中的职业，多项以分号隔开" : "occupations of the catalogue, with semicolons between";
                case LEVELLED_SKILLS ->
                    zh
                            ? "技能:水平(1-5)，多项以分号隔开，如 Python:4；不写水平按 3"
                            : "skill:level (1-5), with semicolons between, such as Python:4; without a level: 3";
                case SKILLS -> zh ? "技能，多项以分号隔开" : "skills, with semicolons between";
            };
        }
    }
}
