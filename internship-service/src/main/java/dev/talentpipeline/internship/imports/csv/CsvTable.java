package dev.talentpipeline.internship.imports.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.talentpipeline.internship.imports.Cell;
import dev.talentpipeline.internship.imports.Fault;
import dev.talentpipeline.internship.imports.Findings;
import dev.talentpipeline.internship.imports.Table;
import dev.talentpipeline.internship.imports.UnusableFileException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** A text with delimiters as a table: every cell is a text. */
final class CsvTable implements Table {

    /** Longer than any cell that could be entered. */
    private static final int LONGEST_RECORD_CHARS = 1024 * 1024;

    private final TextForm form;
    private final CsvReader<CsvRecord> reader;

    CsvTable(Path file, TextForm form) throws IOException {
        this.form = form;
        Reader text = TextForm.strict(file, form.charset());
        if (form.mark()) {
            text.skip(1);
        }
        this.reader = CsvReader.builder()
                .fieldSeparator(form.delimiter())
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_RECORD_CHARS)
                .ofCsvRecord(text);
    }

    @Override
    public Findings.Form form() {
        String encoding = form.charset().name() + (form.mark() ? " with BOM" : "");
        return new Findings.Form(Findings.Format.CSV, encoding, form.delimiterShown(), null);
    }

    @Override
    public boolean isOpenEnded() {
        return form.openEnded();
    }

    @Override
    public Iterator<Row> rows() {
        Iterator<CsvRecord> records = reader.iterator();
        return new Iterator<>() {

            private int number;

            @Override
            public boolean hasNext() {
                boolean next = guarded(records::hasNext);
                if (!next && form.unclosedQuote()) {
                    throw unusable(
                            "A quotation mark is opened and never closed, at the latest in row %d.".formatted(number),
                            "Close it, or write it twice within a cell in quotation marks. Maybe the upload was cut off: then upload the file again.");
                }
                return next;
            }

            @Override
            public Row next() {
                CsvRecord record = guarded(records::next);
                number++;
                if (number < form.firstLine()) {
                    return new Row(number, List.of());
                }
                return new Row(
                        number,
                        record.getFields().stream()
                                .map(field -> (Cell) new Cell.Text(field))
                                .toList());
            }

            private <T> T guarded(Supplier<T> read) {
                try {
                    return read.get();
                } catch (CsvParseException e) {
                    throw unusable(
                            "Row %d cannot be read: %s".formatted(number + 1, e.getMessage()),
                            "Mend its quotation marks and delimiters, or save the file as XLSX.");
                }
            }

            private UnusableFileException unusable(String detail, String remedy) {
                return new UnusableFileException(new Fault("broken-row", detail, Math.max(1, number), null, remedy));
            }
        };
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
