package dev.talentpipeline.internship.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.talentpipeline.internship.catalogue.CatalogueEntry;
import dev.talentpipeline.internship.catalogue.CatalogueEntry.Kind;
import dev.talentpipeline.internship.imports.Column.Shape;
import dev.talentpipeline.internship.student.PreferredInternships;
import dev.talentpipeline.kit.cell.Cells;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellReaderTest {

    private static final List<CatalogueEntry> SKILLS = List.of(
            new CatalogueEntry(Kind.SKILL, "machine-learning", "Machine learning", "机器学习", "ai", null, List.of("ML")),
            new CatalogueEntry(Kind.SKILL, "cpp", "C++", "C++", "ai", null, List.of()),
            new CatalogueEntry(Kind.SKILL, "ci-cd", "CI/CD", "持续集成", "ai", null, List.of()));

    private static final UUID ML_7 = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);
    private static final UUID HIDDEN = new UUID(0, 4);

    private final List<String> seen = new ArrayList<>();
    private final CellReader reader = new CellReader(
            new CellReader.Words(
                    new Recognition(SKILLS, List.of(Map.of("炼丹", "machine-learning"))),
                    new Recognition(List.of(), List.of()),
                    new Recognition(
                            List.of(new CatalogueEntry(
                                    Kind.SKILL, "informatics", "Informatics", "信息学院", "", null, List.of())),
                            List.of()),
                    new OpeningNames(List.of(
                            new PreferredInternships.Listed(ML_7, "acme-ai", "ML-7", false),
                            new PreferredInternships.Listed(OTHER, "acme-ai", "1", false),
                            new PreferredInternships.Listed(THIRD, "fuyu", "1", false),
                            new PreferredInternships.Listed(HIDDEN, "fuyu", "2", true)))),
            new CellReader.Listener() {
                @Override
                public void saw(String text, @Nullable Integer level, @Nullable String skill) {
                    seen.add(text + "=" + skill + (level == null ? "" : ":" + level));
                }

                @Override
                public void saw(String text, @Nullable String occupation) {
                    seen.add(text + "=" + occupation);
                }

                @Override
                public void leftOut(String path) {
                    seen.add("left out " + path);
                }
            });

    /** What is read, or the value and the remedy of what is wrong. */
    private @Nullable String read(Shape shape, Cell cell) {
        List<String> problems = new ArrayList<>();
        String value = reader.read(shape, cell, (shown, remedy) -> problems.add(shown + ": " + remedy));
        return problems.isEmpty() ? value : "!" + String.join(" ", problems);
    }

    private @Nullable String text(Shape shape, String text) {
        return read(shape, new Cell.Text(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            CODE    > '00７８'                  > 0078
            CODE    > '\\t00123'                > 00123
            CODE    > "'00123"                 > 00123
            DATE    > 2027/3/1                 > 2027-03-01
            DATE    > ２０２７年３月１日          > 2027-03-01
            DATE    > 2027-03-01 00:00:00      > 2027-03-01
            DATE    > 20270301                 > 2027-03-01
            DATE    > 46447                    > 2027-03-01
            WHOLE   > 3,000                    > 3000
            WHOLE   > 5.0                      > 5
            YES_NO  > 是                       > true
            YES_NO  > FALSE                    > false
            DEGREE  > 硕士                     > MASTER
            DEGREE  > bachelor's               > BACHELOR
            SCHOOL  > 信息学院                  > informatics
            REGION  > 北京市                    > CN-BJ
            REGION  > 广西壮族自治区             > CN-GX
            REGION  > us-ca                    > US-CA
            TEXT    > +86 10 1234              > +86 10 1234
            TEXT    > "'=1+1"                  > =1+1
            """)
    void readsWhatPeopleWrite(Shape shape, String text, String expected) {
        assertThat(text(shape, unquoted(text))).isEqualTo(expected);
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text.replace("\\t", "\t");
    }

    @Test
    void aBlankCellSaysNothingAndAHyphenClears() {
        assertThat(text(Shape.TEXT, " \u3000\u200B ")).isNull();
        assertThat(text(Shape.TEXT, " - ")).isEmpty();
        assertThat(text(Shape.WHOLE, "－")).isEmpty();
        assertThat(text(Shape.TEXT, "'-")).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            TEXT  > =HYPERLINK(1)   > Replace the formula
            TEXT  > @SUM(1)         > Replace the formula
            TEXT  > +cmd            > Replace the formula
            TEXT  > ＝1+1           > Replace the formula
            DATE  > 2027-02-29      > Give a date of the calendar
            DATE  > tomorrow        > Give a date of the calendar
            CODE  > 2.02312E+11     > Format the column as text
            WHOLE > 3000元          > Give a whole number
            DEGREE > 幼儿园         > Give one of 专科
            REGION > Atlantis       > Give a province
            SCHOOL > 法学院         > Give a school that your university has entered, such as informatics
            """)
    void saysWhatToDoAboutWhatIsWrong(Shape shape, String text, String remedy) {
        assertThat(text(shape, text)).startsWith("!" + text.replace("＝", "＝")).contains(remedy);
    }

    @Test
    void numbersOfASheetKeepTheirZerosAndSayWhereDigitsWereLost() {
        assertThat(read(Shape.CODE, new Cell.Quantity(new BigDecimal("42"), 7))).isEqualTo("0000042");
        assertThat(read(Shape.CODE, new Cell.Quantity(new BigDecimal("20230007"), 0)))
                .isEqualTo("20230007");
        assertThat(read(Shape.CODE, new Cell.Quantity(new BigDecimal("3.30102199001011E17"), 0)))
                .startsWith("!330102199001011000: ")
                .contains("rounded");
        assertThat(read(Shape.DATE, new Cell.Quantity(new BigDecimal("46447"), 0)))
                .isEqualTo("2027-03-01");
        assertThat(read(Shape.CODE, new Cell.Day(LocalDate.of(2027, 3, 1)))).startsWith("!2027-03-01: ");
    }

    @Test
    void skillsAreRecognisedInBothLanguagesAndByWhatWasTaught() {
        assertThat(text(Shape.LEVELLED_SKILLS, "机器学习：４、c++(5); CI-CD; 摸鱼; ml"))
                .isEqualTo("machine-learning:4\ncpp:5\nci-cd:3");
        assertThat(text(Shape.SKILLS, "炼丹")).isEqualTo("machine-learning");
        assertThat(seen).contains("摸鱼=null", "机器学习=machine-learning");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            精通机器学习            > machine-learning:5
            熟练掌握 C++            > cpp:4
            机器学习（熟悉）         > machine-learning:3
            C++了解                > cpp:2
            Expert in ML           > machine-learning:5
            proficient with C++    > cpp:4
            ML (basic)             > machine-learning:2
            ML: familiar           > machine-learning:3
            熟练机器学习、C++        > machine-learning:4|cpp:4
            熟练机器学习；C++        > machine-learning:4|cpp:3
            了解ML，C++:5，CI-CD     > machine-learning:2|cpp:5|ci-cd:3
            """)
    void wordsSayALevel(String text, String expected) {
        assertThat(text(Shape.LEVELLED_SKILLS, text)).isEqualTo(expected.replace('|', '\n'));
    }

    @Test
    void aLevelThatWordsSayIsShownAndAFigureIsNot() {
        text(Shape.LEVELLED_SKILLS, "精通ML；C++:5；熟悉摸鱼");

        assertThat(seen).containsExactly("ML=machine-learning:5", "C++=cpp", "摸鱼=null:3");
    }

    @Test
    void openingsAreNamedByIdCompanyAndReferenceOrAReferenceOfTheirOwn() {
        assertThat(text(Shape.OPENINGS, "fuyu:1; ML-7; acme-ai:1")).isEqualTo(THIRD + "\n" + ML_7 + "\n" + OTHER);
        assertThat(text(Shape.OPENINGS, HIDDEN.toString())).isEqualTo(HIDDEN.toString());
        assertThat(text(Shape.OPENINGS, "1")).startsWith("!1: ").contains("acme-ai:1");
        assertThat(text(Shape.OPENINGS, "ml-7")).startsWith("!ml-7: ");
        assertThat(text(Shape.OPENINGS, "fuyu:2")).startsWith("!fuyu:2: ");
        assertThat(text(Shape.OPENINGS, new UUID(0, 9).toString())).startsWith("!");
    }

    @Test
    void ofGuessesTheFirstThatIsUnderstoodIsTaken() {
        assertThat(read(Shape.REGION, new Cell.Guess("address", List.of("Atlantis", "北京", "上海"))))
                .isEqualTo("CN-BJ");
        assertThat(read(Shape.REGION, new Cell.Guess("address", List.of("Atlantis"))))
                .isNull();
        assertThat(seen).containsExactly("left out address");
    }

    @Test
    void aCellIsReadInNoTimeWhateverSomebodyPutIntoIt() {
        String blanks = " ".repeat(9_900);
        assertTimeoutPreemptively(Duration.ofSeconds(3), () -> {
            assertThat(text(Shape.LEVELLED_SKILLS, "C++" + blanks + "a")).isEmpty();
            assertThat(text(Shape.LEVELLED_SKILLS, "ML, C++" + " ".repeat(150) + ": 4"))
                    .isEqualTo("machine-learning:3\ncpp:4");
            assertThat(text(Shape.SKILLS, "ML; 熟悉" + "(".repeat(9_900))).isEqualTo("machine-learning");
            assertThat(text(Shape.LEVELLED_SKILLS, "ML" + blanks.repeat(3) + "x"))
                    .startsWith("!ML")
                    .contains("Shorten it: the cell has 29703 characters, and at most 10000");
            assertThat(text(Shape.DATE, "2027-01-01" + blanks + "x")).contains("at most 200");
            assertThat(text(Shape.OCCUPATIONS, "x".repeat(9_000))).contains("Put a comma");
            assertThat(Cells.key("(".repeat(100_000))).isEmpty();
        });
        assertThat(seen).allMatch(text -> text.length() < 100);
    }
}
