package dev.talentpipeline.internship.imports.xlsx;

import dev.talentpipeline.internship.imports.Cell;
import dev.talentpipeline.internship.imports.Findings;
import dev.talentpipeline.internship.imports.Table;
import dev.talentpipeline.internship.imports.UnusableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A sheet as a table, read row by row. */
final class XlsxTable implements Table {

    /** More than there may be named ones: formats reach far beyond the last cell that holds something. */
    private static final int MOST_COLUMNS = 1_000;

    private final ReadableWorkbook workbook;
    private final Sheet sheet;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final SheetCells cells;
    private final Merges merges;

    XlsxTable(Path file, Merges merges) {
        this.merges = merges;
        workbook = read(() -> {
            try {
                return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        cells = new SheetCells(workbook.isDate1904());
        try {
            sheet = workbook.getSheets()
                    .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseThrow(() -> WorkbookCheck.unusable(
                            "unreadable-file",
                            "The workbook has no visible sheet.",
                            "Show the sheet that holds the rows."));
            stream = read(() -> open(sheet));
        } catch (UnusableFileException e) {
            closeWorkbook();
            throw e;
        }
    }

    @Override
    public Findings.Form form() {
        return new Findings.Form(Findings.Format.XLSX, null, null, sheet.getName());
    }

    @Override
    public Iterator<Row> rows() {
        return rows(sheet, stream);
    }

    @Override
    public void showOthers(Others others) {
        for (Sheet other : workbook.getSheets().toList()) {
            if (other.getIndex() != sheet.getIndex()
                    && other.getVisibility() == SheetVisibility.VISIBLE
                    && !XlsxTemplates.NOTES.equals(other.getName())) {
                try (Stream<org.dhatim.fastexcel.reader.Row> rows = read(() -> open(other))) {
                    others.seen(other.getName(), rows(other, rows));
                }
            }
        }
    }

    private static Stream<org.dhatim.fastexcel.reader.Row> open(Sheet sheet) {
        try {
            return sheet.openStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Iterator<Row> rows(Sheet sheet, Stream<org.dhatim.fastexcel.reader.Row> stream) {
        Iterator<org.dhatim.fastexcel.reader.Row> rows = stream.iterator();
        MergedCells merged = new MergedCells(merges.of(sheet.getId()));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return read(rows::hasNext);
            }

            @Override
            public Row next() {
                return merged.over(read(() -> row(rows.next())));
            }
        };
    }

    private Row row(org.dhatim.fastexcel.reader.Row row) {
        List<Cell> all = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            all.add(cells.cell(row.getCell(i)));
        }
        return new Row(row.getRowNum(), all);
    }

    /** Its reader throws whatever a number or a reference that is none happens to cause; nothing but the file comes in. */
    private static <T> T read(Supplier<T> read) {
        try {
            return read.get();
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    private static RuntimeException damaged(Exception e) {
        return WorkbookCheck.damaged("is cut off or damaged (%s)".formatted(e.getMessage()));
    }

    @Override
    public void close() {
        stream.close();
        closeWorkbook();
    }

    private void closeWorkbook() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
