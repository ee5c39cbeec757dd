package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.kit.cell.Cells;
import dev.talentpipeline.kit.cell.Guard;
import dev.talentpipeline.kit.cell.Items;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads single cells into the form that the API uses: dates as ISO 8601, lists with one item a line, skills as {@code id:level}. A blank cell
 * says nothing; the marker {@value #CLEARED} clears. A cell that a spreadsheet would run as a formula is refused.
 */
final class CellReader {

    /** Takes away what is there. */
    static final String CLEARED = "-";

    /** Where no level is said: can use it with guidance. */
    private static final int USUAL_LEVEL = 3;

    /** Spreadsheets keep no more digits of a number. */
    private static final int MOST_DIGITS = 15;

    /** So many characters of a text are shown where it is too long. */
    private static final int SHOWN = 50;

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private static final Pattern FORMULA = Pattern.compile("(?s)[=@].*|[+-](?![0-9 ().-]*$).+");

    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](\\.[0-9]+)?E\\+[0-9]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4})(?:[-/.]|年)([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})日?(?:[T ]+0{1,2}:00(?::00)?.*)?");
    private static final Pattern RUN_DATE = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern SERIAL = Pattern.compile("[2-7][0-9]{4}(\\.0+)?");
    private static final Pattern WHOLE = Pattern.compile("(-?[0-9]{1,9})(\\.0+)?");
    private static final Pattern LEVELLED = Pattern.compile("(?s)(.*?)\\s*[:(]\\s*([1-5])\\s*[)]?");

    private static final Map<String, String> YES_NO =
            words("true", "true 是 有 同意 yes y 1 √ ✓ ✔", "false", "false 否 无 不同意 no n 0 × x");

    private static final Map<String, String> DEGREES = words(
            Degree.ASSOCIATE.name(), "associate 专科 大专 高职 高职专科 专科生 college diploma",
            Degree.BACHELOR.name(), "bachelor 本科 学士 大学本科 本科生 bachelors undergraduate",
            Degree.MASTER.name(), "master 硕士 研究生 硕士研究生 masters",
            Degree.DOCTORATE.name(), "doctorate 博士 博士研究生 phd doctor doctoral");

    private static final Map<String, String> LANGUAGES = words("zh", "zh 中文 汉语 chinese", "en", "en 英文 英语 english");

    private final Words words;
    private final Listener listener;

    CellReader(Words words, Listener listener) {
        this.words = words;
        this.listener = listener;
    }

    /** What texts in cells may name. */
    record Words(Recognition skills, Recognition occupations, Recognition schools, OpeningNames openings) {}

    /** Hears what texts were taken for. */
    interface Listener {

        /** There was a text in a column of skills, perhaps with words that say a level. */
        void saw(String text, @Nullable Integer level, @Nullable String skill);

        /** There was a text in a column of occupations. */
        void saw(String text, @Nullable String occupation);

        /** Nothing could be made of the field of a document. */
        void leftOut(String path);
    }

    /** Hears what is wrong with a cell. */
    interface Problems {
        void add(@Nullable String shown, String remedy);
    }

    private static Map<String, String> words(String... meanings) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < meanings.length; i += 2) {
            for (String word : meanings[i + 1].split(" ", -1)) {
                words.put(word, meanings[i]);
            }
        }
        return words;
    }

    /** What the cell says; null if nothing, or nothing right, which is then told. */
    @Nullable String read(Column.Shape shape, Cell cell, Problems problems) {
        return switch (cell) {
            case Cell.Unusable(String shown, String remedy) -> {
                problems.add(shown, remedy);
                yield null;
            }
            case Cell.Guess(String path, List<String> texts) -> guessed(shape, path, texts);
            case Cell.Day(LocalDate day) -> date(shape, day, problems);
            case Cell.YesNo(boolean yes) -> text(shape, Boolean.toString(yes), problems);
            case Cell.Quantity(BigDecimal value, int digits) -> number(shape, value, digits, problems);
            case Cell.Text(String raw) -> {
                String stripped = Cells.strip(raw);
                boolean guarded = Guard.isOn(stripped);
                String text = guarded ? Guard.off(stripped) : stripped;
                String plain = Cells.plain(text);
                if (text.isEmpty()) {
                    yield null;
                }
                if (text.length() > shape.longest) {
                    problems.add(
                            shown(text),
                            "Shorten it: the cell has %d characters, and at most %d are read in this column."
                                    .formatted(text.length(), shape.longest));
                    yield null;
                }
                if (plain.equals(CLEARED) && !guarded) {
                    yield "";
                }
                if (!guarded && FORMULA.matcher(plain).matches()) {
                    problems.add(
                            text,
                            "Replace the formula by its value. If it is meant as a text, put an apostrophe (') before it.");
                    yield null;
                }
                yield text(shape, text, problems);
            }
        };
    }

    private @Nullable String guessed(Column.Shape shape, String path, List<String> texts) {
        for (String text : texts) {
            List<String> wrong = new ArrayList<>();
            String read = text(shape, text, (shown, remedy) -> wrong.add(remedy));
            if (read != null && !read.isEmpty() && wrong.isEmpty()) {
                return read;
            }
        }
        if (!path.isEmpty()) {
            listener.leftOut(path);
        }
        return null;
    }

    private static @Nullable String date(Column.Shape shape, LocalDate day, Problems problems) {
        if (shape == Column.Shape.CODE) {
            problems.add(
                    day.toString(), "Format the column as text: the spreadsheet made a date of what stands there.");
            return null;
        }
        return day.toString();
    }

    private @Nullable String number(Column.Shape shape, BigDecimal value, int digits, Problems problems) {
        String plain = Cell.digits(value, digits);
        if (shape == Column.Shape.CODE && value.precision() - value.scale() > MOST_DIGITS) {
            problems.add(
                    plain,
                    "Format the column as text and enter the number again: the spreadsheet has rounded it to %d digits."
                            .formatted(MOST_DIGITS));
            return null;
        }
        return text(shape, plain, problems);
    }

    private @Nullable String text(Column.Shape shape, String text, Problems problems) {
        String plain = Cells.strip(Cells.plain(text));
        return switch (shape) {
            case CODE -> code(plain, problems);
            case TEXT -> text;
            case DATE -> date(plain, problems);
            case WHOLE -> whole(plain, problems);
            case YES_NO -> word(YES_NO, plain, "Give 是 or 否 (yes or no).", problems);
            case DEGREE ->
                word(DEGREES, plain, "Give one of 专科, 本科, 硕士, 博士 (ASSOCIATE, BACHELOR, MASTER, DOCTORATE).", problems);
            case LANGUAGE -> word(LANGUAGES, plain, "Give zh or en.", problems);
            case TEXTS -> String.join("\n", Items.split(text));
            case REGION -> region(plain, problems);
            case REGIONS -> all(text, problems, part -> region(Cells.plain(part), problems));
            case SCHOOL -> school(text, problems);
            case OPENINGS -> all(text, problems, part -> opening(part, problems));
            case OCCUPATION -> occupation(text, problems);
            case OCCUPATIONS -> all(text, problems, part -> occupation(part, problems));
            case LEVELLED_SKILLS -> skills(text, true);
            case SKILLS -> skills(text, false);
        };
    }

    private static @Nullable String code(String plain, Problems problems) {
        if (SCIENTIFIC.matcher(plain).matches()) {
            problems.add(
                    plain, "Format the column as text and enter the number again: the spreadsheet has shortened it.");
            return null;
        }
        return plain;
    }

    private static @Nullable String date(String plain, Problems problems) {
        try {
            Matcher parts = DATE.matcher(plain);
            Matcher run = RUN_DATE.matcher(plain);
            if (parts.matches()) {
                return day(parts);
            }
            if (run.matches()) {
                return day(run);
            }
            if (SERIAL.matcher(plain).matches()) {
                return SERIAL_ZERO.plusDays(new BigDecimal(plain).longValue()).toString();
            }
        } catch (DateTimeException e) {
            // Said below, in the same words as a text that is no date.
        }
        problems.add(plain, "Give a date of the calendar such as 2027-03-01 or 2027年3月1日.");
        return null;
    }

    private static String day(Matcher parts) {
        return LocalDate.of(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)))
                .toString();
    }

    private static @Nullable String whole(String plain, Problems problems) {
        Matcher matcher = WHOLE.matcher(plain.replaceAll("(?<=[0-9]),(?=[0-9]{3}(\\D|$))", ""));
        if (!matcher.matches()) {
            problems.add(plain, "Give a whole number without unit.");
            return null;
        }
        return Integer.toString(Integer.parseInt(matcher.group(1)));
    }

    private static @Nullable String word(Map<String, String> words, String plain, String remedy, Problems problems) {
        String meaning = words.get(plain.toLowerCase(Locale.ROOT).replace("'", ""));
        if (meaning == null) {
            problems.add(plain, remedy);
        }
        return meaning;
    }

    private interface PartReader {
        @Nullable String read(String part);
    }

    private static String all(String text, Problems problems, PartReader reader) {
        Set<String> read = new LinkedHashSet<>();
        for (String part : Items.split(text)) {
            if (Items.isTooLong(part)) {
                problems.add(
                        shown(part), "Put a comma or semicolon between the items: no item is as long as this one.");
                continue;
            }
            String one = reader.read(part);
            if (one != null) {
                read.add(one);
            }
        }
        return String.join("\n", read);
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(SHOWN, text.length())) + "…";
    }

    private static @Nullable String region(String plain, Problems problems) {
        String code = Regions.code(plain);
        if (code == null) {
            problems.add(plain, "Give a province such as 北京, or its ISO 3166-2 code such as CN-BJ.");
        }
        return code;
    }

    private @Nullable String opening(String text, Problems problems) {
        String id = words.openings().id(text);
        if (id == null) {
            problems.add(text, words.openings().remedy(text));
        }
        return id;
    }

    private @Nullable String school(String text, Problems problems) {
        String id = words.schools().id(text);
        if (id == null) {
            List<String> nearest = words.schools().nearest(text);
            problems.add(
                    text,
                    nearest.isEmpty()
                            ? "Enter the schools of your university first, or leave the cell blank."
                            : "Give a school that your university has entered, such as %s."
                                    .formatted(String.join(", ", nearest)));
        }
        return id;
    }

    private @Nullable String occupation(String text, Problems problems) {
        String id = words.occupations().id(text);
        listener.saw(text, id);
        if (id == null) {
            problems.add(
                    text,
                    "Give an occupation of the catalogue, such as %s."
                            .formatted(String.join(", ", words.occupations().nearestNamed(text))));
        }
        return id;
    }

    /**
     * The skills that were recognised, each once, at the level that is said or the usual one. What was not is heard of and left out. A word
     * that says a level holds for what is enumerated after it, too: in 熟悉 Java、Go；了解 SQL for Go as well, but not for SQL.
     */
    private String skills(String text, boolean levelled) {
        Map<String, String> read = new LinkedHashMap<>();
        Integer enumerated = null;
        for (Items.Item item : Items.read(text)) {
            Skill skill = skill(item.text());
            enumerated =
                    skill.wordsBefore() ? skill.level() : item.opens() || skill.level() != null ? null : enumerated;
            Integer level = skill.level() == null ? enumerated : skill.level();
            listener.saw(skill.text(), skill.byWords() || skill.level() == null ? level : null, skill.id());
            if (skill.id() != null) {
                read.putIfAbsent(
                        skill.id(),
                        levelled ? "%s:%d".formatted(skill.id(), level == null ? USUAL_LEVEL : level) : skill.id());
            }
        }
        return String.join("\n", read.values());
    }

    /**
     * What one item says of a skill.
     *
     * @param text to be shown for it
     * @param level null: none is said
     * @param byWords whether words say the level
     * @param wordsBefore whether they stand before the skill
     */
    private record Skill(
            String text, @Nullable String id, @Nullable Integer level, boolean byWords, boolean wordsBefore) {}

    private Skill skill(String item) {
        if (Items.isTooLong(item)) {
            return new Skill(shown(item), null, null, false, false);
        }
        // Runs of blanks say nothing, and patterns that try each of them would try for long.
        String text = Cells.collapsed(item);
        String whole = words.skills().id(text);
        Matcher figure = LEVELLED.matcher(Cells.plain(text));
        if (whole != null || !figure.matches()) {
            SkillWords.Said said = whole == null ? SkillWords.read(text) : null;
            return said == null
                    ? new Skill(text, whole, null, false, false)
                    : new Skill(said.name(), words.skills().id(said.name()), said.level(), true, said.before());
        }
        return new Skill(
                figure.group(1), words.skills().id(figure.group(1)), Integer.valueOf(figure.group(2)), false, false);
    }
}
