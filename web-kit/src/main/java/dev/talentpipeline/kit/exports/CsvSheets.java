package dev.talentpipeline.kit.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.talentpipeline.kit.cell.Guard;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables as CSV in UTF-8 with the byte order mark by which Excel knows it. A text from which a spreadsheet would make a formula, a number or a
 * date has an apostrophe before it.
 */
final class CsvSheets implements Sheet.Writer {

    /** Zeros in front and digits beyond the eleventh are lost; so is what looks like a power of ten or a date. */
    private static final Pattern TAKEN_FOR_A_NUMBER = Pattern.compile(
            "0[0-9]+|[0-9]{12,}|[0-9]+(\\.[0-9]+)?[Ee][0-9]+|[0-9]{1,4}[-/.][0-9]{1,4}([-/.][0-9]{1,4})?");

    @Override
    public ExportFormat format() {
        return ExportFormat.CSV;
    }

    @Override
    public Sheet begin(OutputStream out, List<Sheet.Heading> headings) throws IOException {
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        text.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(headings.stream().map(Sheet.Heading::name).toList());
        return new Sheet() {

            @Override
            public void row(List<Cell> cells) {
                csv.writeRecord(cells.stream().map(CsvSheets::written).toList());
            }

            @Override
            public void flush() throws IOException {
                csv.flush();
            }

            @Override
            public void end() throws IOException {
                csv.flush();
            }
        };
    }

    static String written(Cell cell) {
        return cell instanceof Cell.Text(String text)
                ? TAKEN_FOR_A_NUMBER.matcher(text).matches() ? Guard.before(text) : Guard.where(text)
                : cell.shown();
    }
}
