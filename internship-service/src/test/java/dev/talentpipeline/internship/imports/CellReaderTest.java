package dev.talentpipeline.internship.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.catalogue.CatalogueEntry;
import dev.talentpipeline.internship.catalogue.CatalogueEntry.Kind;
import dev.talentpipeline.internship.imports.Column.Shape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellReaderTest {

    private static final List<CatalogueEntry> SKILLS = List.of(
            new CatalogueEntry(Kind.SKILL, "machine-learning", "Machine learning", "机器学习", "ai", null, List.of("ML")),
            new CatalogueEntry(Kind.SKILL, "cpp", "C++", "C++", "ai", null, List.of()),
            new CatalogueEntry(Kind.SKILL, "ci-cd", "CI/CD", "持续集成", "ai", null, List.of()));

    private final List<String> seen = new ArrayList<>();
    private final CellReader reader = new CellReader(
            new Recognition(SKILLS, Map.of("炼丹", "machine-learning")),
            new Recognition(List.of(), Map.of()),
            new Recognition(
                    List.of(new CatalogueEntry(Kind.SKILL, "informatics", "Informatics", "信息学院", "", null, List.of())),
                    Map.of()),
            (text, skill) -> seen.add(text + "=" + skill));

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
}
