package dev.talentpipeline.kit.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class XlsxSheetsTest {

    private static final List<Sheet.Heading> HEADINGS =
            List.of(new Sheet.Heading("学号", false), new Sheet.Heading("名额", true));

    private static byte[] written(int mostRows, List<List<Cell>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Sheet sheet = new XlsxSheets(mostRows).begin(out, HEADINGS);
        for (List<Cell> row : rows) {
            sheet.row(row);
            sheet.flush();
        }
        sheet.end();
        return out.toByteArray();
    }

    private static List<Cell> row(String text, int figure) {
        return List.of(new Cell.Text(text), new Cell.Figure(BigDecimal.valueOf(figure)));
    }

    @Test
    void textsStayTextsAndFiguresFigures() throws IOException {
        byte[] workbook = written(
                100,
                List.of(
                        row("007", 3),
                        row("=1+1", -4),
                        List.of(new Cell.Day(LocalDate.of(2027, 3, 1)), Cell.blank()),
                        row("x".repeat(40_000), 0)));

        try (ReadableWorkbook read =
                new ReadableWorkbook(new ByteArrayInputStream(workbook), new ReadingOptions(true, true))) {
            List<Row> rows = read.getFirstSheet().read();
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCell(0).getText()).isEqualTo("007");
            assertThat(rows.get(1).getCellAsNumber(1)).contains(BigDecimal.valueOf(3));
            assertThat(rows.get(2).getCell(0).getText()).isEqualTo("'=1+1");
            assertThat(rows.get(2).getCellAsNumber(1)).contains(BigDecimal.valueOf(-4));
            assertThat(rows.get(3).getCell(0).getText()).isEqualTo("2027-03-01");
            assertThat(rows.get(4).getCell(0).getText()).hasSize(32_767).endsWith("…");
        }
    }

    @Test
    void whatOneSheetCannotHoldGoesOnInTheNext() throws IOException {
        byte[] workbook = written(2, List.of(row("1", 1), row("2", 2), row("3", 3), row("4", 4), row("5", 5)));

        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(read.getSheets().map(sheet -> {
                        try {
                            return sheet.read().stream()
                                    .map(row -> row.getCell(0).getText())
                                    .toList();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }))
                    .containsExactly(List.of("学号", "1", "2"), List.of("学号", "3", "4"), List.of("学号", "5"));
        }
    }
}
