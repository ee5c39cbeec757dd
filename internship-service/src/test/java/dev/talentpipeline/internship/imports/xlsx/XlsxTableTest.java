package dev.talentpipeline.internship.imports.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.util.List;
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
        assertThat(refusal(Arrays.copyOf(sound, sound.length / 2))).isEqualTo("broken-file");
        assertThat(refusal(Workbooks.changed(sound, "xl/workbook.xml", xml -> "\uFEFF" + xml)))
                .isEqualTo("none");
        assertThat(refusal(Workbooks.changed(
                        sound, "xl/worksheets/sheet1.xml", xml -> xml.substring(0, xml.length() / 2))))
                .isEqualTo("broken-file");
        assertThat(refusal(old)).isEqualTo("unreadable-file");
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
