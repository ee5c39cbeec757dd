package dev.talentpipeline.internship.imports.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.talentpipeline.internship.imports.Cell;
import dev.talentpipeline.internship.imports.Table;
import dev.talentpipeline.internship.imports.UnusableFileException;
import dev.talentpipeline.internship.imports.Workbooks;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxTableTest {

    @TempDir
    Path directory;

    private List<Table.Row> rows(byte[] workbook) throws IOException {
        Path file = Files.write(directory.resolve("file"), workbook);
        List<Table.Row> rows = new ArrayList<>();
        try (Table table = new XlsxTables().open(Workbooks.source(file), Arrays.copyOf(workbook, 8))) {
            table.rows().forEachRemaining(rows::add);
        }
        return rows;
    }

    private String refusal(byte[] workbook) {
        UnusableFileException unusable = catchThrowableOfType(UnusableFileException.class, () -> rows(workbook));
        return unusable == null ? "none" : unusable.fault().type();
    }

    @Test
    void aCellIsWhatPeopleSeeInIt() throws IOException {
        byte[] workbook = Workbooks.workbook(sheet -> {
            sheet.value(0, 0, 20230007);
            sheet.value(0, 1, 42);
            sheet.style(0, 1).format("0000000").set();
            sheet.value(0, 2, LocalDate.of(2027, 3, 1));
            sheet.style(0, 2).format("yyyy/m/d").set();
            sheet.value(0, 3, 46447.5);
            sheet.value(0, 4, true);
            sheet.value(0, 5, "\uD840\uDC0B田");
            sheet.value(0, 6, 3.5);
            sheet.style(0, 6).format("#,##0.00").set();
        });

        assertThat(rows(workbook))
                .containsExactly(new Table.Row(
                        1,
                        List.of(
                                new Cell.Quantity(new BigDecimal("20230007"), 0),
                                new Cell.Quantity(new BigDecimal("42"), 7),
                                new Cell.Day(LocalDate.of(2027, 3, 1)),
                                new Cell.Quantity(new BigDecimal("46447.5"), 0),
                                new Cell.YesNo(true),
                                new Cell.Text("\uD840\uDC0B田"),
                                new Cell.Quantity(new BigDecimal("3.5"), 0))));
    }

    @Test
    void aFormulaIsTheValueThatWasSavedWithIt() throws IOException {
        byte[] workbook = Workbooks.changed(
                Workbooks.workbook(sheet -> {
                    sheet.value(0, 0, 7);
                    sheet.formula(0, 1, "1+1");
                }),
                "xl/worksheets/sheet1.xml",
                sheet -> sheet.replace("<v>7</v>", "<f>3+4</f><v>7</v>"));

        List<Cell> cells = rows(workbook).getFirst().cells();

        assertThat(cells.getFirst()).isEqualTo(new Cell.Quantity(new BigDecimal("7"), 0));
        assertThat(cells.get(1))
                .isInstanceOfSatisfying(
                        Cell.Unusable.class, cell -> assertThat(cell.shown()).isEqualTo("=1+1"));
    }

    @Test
    void theNumbersOfRowsAreThoseOfTheSheetWhateverIsMissing() throws IOException {
        List<Table.Row> rows = rows(Workbooks.workbook(sheet -> {
            sheet.value(0, 0, "a");
            sheet.value(7, 0, "b");
        }));

        assertThat(rows)
                .filteredOn(row -> !row.cells().stream().allMatch(Cell::isBlank))
                .extracting(Table.Row::number)
                .containsExactly(1, 8);
    }

    @Test
    void whatIsNoHarmlessWorkbookIsRefusedBeforeItIsUnpacked() {
        byte[] sound = Workbooks.workbook(sheet -> sheet.value(0, 0, "a"));
        byte[] old = Arrays.copyOf(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                600);

        assertThat(refusal(sound)).isEqualTo("none");
        assertThat(refusal(Workbooks.bomb())).isEqualTo("spreadsheet-bomb");
        assertThat(refusal(Workbooks.ofParts(1_001))).isEqualTo("spreadsheet-bomb");
        assertThat(refusal(Workbooks.claiming(sound, 1L << 31))).isEqualTo("spreadsheet-bomb");
        assertThat(refusal(Workbooks.withEntity())).isEqualTo("forbidden-xml");
        String typed = "<?xml version=\"1.0\"?><!DOCTYPE x><x/>";
        assertThat(refusal(Workbooks.with(sound, "xl/sheet.bin", typed))).isEqualTo("forbidden-xml");
        assertThat(refusal(Workbooks.with(sound, "xl/media/logo.svg", typed))).isEqualTo("none");
        assertThat(refusal(Workbooks.with(sound, "xl/sheet.bin", "\0<\0?"))).isEqualTo("broken-file");
        assertThat(refusal(Workbooks.with(sound, "xl/vba.bin", "\1\2\3\4"))).isEqualTo("none");
        assertThat(refusal(Arrays.copyOf(sound, sound.length / 2))).isEqualTo("broken-file");
        assertThat(refusal(Workbooks.changed(sound, "xl/workbook.xml", xml -> "\uFEFF" + xml)))
                .isEqualTo("none");
        assertThat(refusal(Workbooks.changed(
                        sound, "xl/worksheets/sheet1.xml", xml -> xml.substring(0, xml.length() / 2))))
                .isEqualTo("broken-file");
        assertThat(refusal(old)).isEqualTo("unreadable-file");
    }

    @Test
    void whatAReaderWouldBuildWholeIsRefusedHoweverItIsWritten() {
        byte[] sound = Workbooks.workbook(sheet -> {
            sheet.value(0, 0, "a");
            sheet.value(0, 1, 7);
        });
        String row = new Random(5)
                .ints(5_000_000, 'a', 'z')
                .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                .toString();
        Map<String, UnaryOperator<String>> changes = new LinkedHashMap<>();
        changes.put("nothing", sheet -> sheet);
        changes.put("the last column", sheet -> sheet.replace("\"B1\"", "'$XFD$1'"));
        changes.put("a column too far", sheet -> sheet.replace("\"B1\"", "\"XFE1\""));
        changes.put("far out", sheet -> sheet.replace("\"B1\"", "\"ZZZZZZ1\""));
        changes.put("far out in characters", sheet -> sheet.replace("\"B1\"", "\"A&#90;&#90;&#90;&#90;&#90;1\""));
        changes.put("no column", sheet -> sheet.replace("\"B1\"", "\"1\""));
        changes.put("no row", sheet -> sheet.replace("\"B1\"", "\"B\""));
        changes.put("a text that is not there", sheet -> sheet.replace("<v>0</v>", "<v>1999999999</v>"));
        changes.put(
                "a text that is not there, in pieces", sheet -> sheet.replace("<v>0</v>", "<v>19<!-- -->99999999</v>"));
        changes.put(
                "a long row",
                sheet -> sheet.replace(
                        "<v>7</v>", "<v>7</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>" + row + "</t></is>"));
        changes.put(
                "tags in a text",
                sheet -> sheet.replace(
                        "<v>7</v>", "<v>7</v></c><c r=\"C1\" t='inlineStr'><is><t><![CDATA[<c r=\"1\">]]></t></is>"));
        changes.put("deep", sheet -> sheet.replace("<v>7</v>", "<b>".repeat(300) + "</b>".repeat(300)));
        changes.put(
                "many names",
                sheet -> sheet.replace(
                        "<v>7</v>",
                        IntStream.range(0, 10_000)
                                .mapToObj(i -> "<b" + i + "/>")
                                .collect(Collectors.joining())));

        Map<String, String> refusals = new LinkedHashMap<>();
        changes.forEach((what, change) -> refusals.put(what, refusal(Workbooks.sheet(sound, change))));

        assertThat(refusals)
                .containsExactly(
                        entry("nothing", "none"),
                        entry("the last column", "none"),
                        entry("a column too far", "spreadsheet-bomb"),
                        entry("far out", "spreadsheet-bomb"),
                        entry("far out in characters", "broken-file"),
                        entry("no column", "broken-file"),
                        entry("no row", "broken-file"),
                        entry("a text that is not there", "broken-file"),
                        entry("a text that is not there, in pieces", "broken-file"),
                        entry("a long row", "spreadsheet-bomb"),
                        entry("tags in a text", "none"),
                        entry("deep", "spreadsheet-bomb"),
                        entry("many names", "spreadsheet-bomb"));
    }

    @Test
    void aTextThatAnExportHasCutIsNotTakenForTheWhole() throws IOException {
        byte[] workbook = Workbooks.workbook(sheet -> {
            sheet.inlineString(0, 0, "x".repeat(32_766) + "…");
            sheet.inlineString(0, 1, "and so on…");
        });

        List<Cell> cells = rows(workbook).getFirst().cells();
        assertThat(cells.getFirst())
                .isInstanceOfSatisfying(
                        Cell.Unusable.class,
                        cut -> assertThat(cut.remedy()).contains("Put the whole text into the cell"));
        assertThat(cells.get(1)).isEqualTo(new Cell.Text("and so on…"));
    }
}
