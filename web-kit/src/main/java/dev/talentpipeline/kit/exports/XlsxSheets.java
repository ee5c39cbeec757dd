package dev.talentpipeline.kit.exports;

import dev.talentpipeline.kit.cell.Cells;
import dev.talentpipeline.kit.cell.Guard;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Tables as workbooks whose texts are cells of text, so that zeros in front stay and nothing is made a number or a date. What begins like a
 * formula has an apostrophe before it all the same: it would be one as soon as somebody edits the cell or saves the sheet as CSV. Texts
 * stand in their cells, since a table of shared texts would have to be kept in memory.
 */
final class XlsxSheets implements Sheet.Writer {

    /** A spreadsheet has no more, and the header takes one; what follows goes to another sheet. */
    private static final int MOST_ROWS = 1_048_575;

    private static final int LONGEST_TEXT = 32_767;
    private static final double WIDTH = 18;
    private static final String AS_TEXT = "@";

    private final int mostRows;

    XlsxSheets() {
        this(MOST_ROWS);
    }

    XlsxSheets(int mostRows) {
        this.mostRows = mostRows;
    }

    @Override
    public ExportFormat format() {
        return ExportFormat.XLSX;
    }

    @Override
    public Sheet begin(OutputStream out, List<Sheet.Heading> headings) {
        return new Book(new Workbook(out, "Talent Pipeline", "1.0"), headings);
    }

    private final class Book implements Sheet {

        private final Workbook workbook;
        private final List<Sheet.Heading> headings;
        private Worksheet sheet;
        private int sheets = 1;
        private int rows;

        Book(Workbook workbook, List<Sheet.Heading> headings) {
            this.workbook = workbook;
            this.headings = headings;
            this.sheet = sheet();
        }

        private Worksheet sheet() {
            Worksheet begun = workbook.newWorksheet(Integer.toString(sheets));
            for (int i = 0; i < headings.size(); i++) {
                begun.width(i, WIDTH);
                if (!headings.get(i).figures()) {
                    begun.style(i).format(AS_TEXT).set();
                }
                begun.inlineString(0, i, headings.get(i).name());
            }
            begun.range(0, 0, 0, headings.size() - 1).style().bold().set();
            begun.freezePane(0, 1);
            return begun;
        }

        @Override
        public void row(List<Cell> cells) throws IOException {
            if (rows == mostRows) {
                sheet.finish();
                sheets++;
                sheet = sheet();
                rows = 0;
            }
            rows++;
            for (int i = 0; i < cells.size(); i++) {
                Cell cell = cells.get(i);
                if (cell instanceof Cell.Figure(var value)) {
                    sheet.value(rows, i, value);
                } else if (!Cells.strip(cell.shown()).isEmpty()) {
                    sheet.inlineString(rows, i, written(cell));
                    sheet.style(rows, i).format(AS_TEXT).set();
                }
            }
        }

        @Override
        public void flush() throws IOException {
            sheet.flush();
        }

        @Override
        public void end() throws IOException {
            workbook.finish();
        }
    }

    private static String written(Cell cell) {
        String text = cell instanceof Cell.Text(String plain) ? Guard.where(plain) : cell.shown();
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
