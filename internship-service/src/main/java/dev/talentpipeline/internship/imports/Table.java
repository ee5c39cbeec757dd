package dev.talentpipeline.internship.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * An uploaded file as a table, read from its top to its end once. Whatever makes it unusable as a whole is thrown as an
 * {@link UnusableFileException} before the row in question.
 */
public interface Table extends AutoCloseable {

    Findings.Form form();

    /** Its rows, blank ones too where the file has them. */
    Iterator<Row> rows();

    @Override
    void close();

    /**
     * A row.
     *
     * @param number as spreadsheets count, from 1
     */
    record Row(int number, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        boolean isBlank() {
            return cells.stream().allMatch(Cell::isBlank);
        }

        Cell cell(int index) {
            return index < cells.size() ? cells.get(index) : Cell.blank();
        }
    }

    /** Opens files of one format. */
    interface Opener {

        /** Whether the file is of its format, by how it begins. */
        boolean takes(byte[] beginning);

        /** Opens the file after whatever can be checked before it is read. */
        Table open(Path file, byte[] beginning) throws IOException;
    }

    /** Opens the file with the first of the openers that takes it. */
    static Table open(Path file, List<Opener> openers, byte[] beginning) {
        try {
            return openers.stream()
                    .filter(opener -> opener.takes(beginning))
                    .findFirst()
                    .orElseThrow(() -> new Fault(
                                    "unreadable-file",
                                    "The file is neither a CSV nor an XLSX.",
                                    null,
                                    null,
                                    "Save it as XLSX or as CSV UTF-8, and upload that.")
                            .asException())
                    .open(file, beginning);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
