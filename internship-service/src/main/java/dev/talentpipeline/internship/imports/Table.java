package dev.talentpipeline.internship.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file as a table, read from its top to its end once. Whatever makes it unusable as a whole is thrown as an
 * {@link UnusableFileException} before the row in question.
 */
public interface Table extends AutoCloseable {

    Findings.Form form();

    /** What its columns are taken for, by their names, where its format says so itself. */
    default Map<String, String> fields() {
        return Map.of();
    }

    /** What it says that its columns have no place for; complete once its rows were read. */
    default List<Findings.LeftOut> leftOut() {
        return List.of();
    }

    /** Its rows, blank ones too where the file has them. */
    Iterator<Row> rows();

    /** Shows what people see in the file beside the table that is read; to be asked before its rows. */
    default void showOthers(Others others) {}

    /** Looks at tables that are not read. */
    interface Others {

        /** Is there a table called this. The rows hold only while it looks. */
        void seen(String name, Iterator<Row> rows);
    }

    /** Whether the file ends in the midst of a row, as it does where it was cut off. */
    default boolean isOpenEnded() {
        return false;
    }

    @Override
    void close();

    /**
     * A row.
     *
     * @param number as spreadsheets count, from 1
     * @param problems what was wrong before there were cells
     * @param above what goes over it from a row above, by the places of cells, counted from 0
     */
    record Row(int number, List<Cell> cells, List<StagedRow.Problem> problems, Map<Integer, Above> above) {

        public Row {
            cells = List.copyOf(cells);
            problems = List.copyOf(problems);
            above = Map.copyOf(above);
        }

        public Row(int number, List<Cell> cells, List<StagedRow.Problem> problems) {
            this(number, cells, problems, Map.of());
        }

        public Row(int number, List<Cell> cells) {
            this(number, cells, List.of());
        }

        /** This row with what goes over it from rows below the header; a header's own cells go over none. */
        Row filled(int header) {
            if (above.isEmpty()) {
                return this;
            }
            List<Cell> filled = new ArrayList<>(cells);
            above.forEach((place, cell) -> {
                while (filled.size() <= place) {
                    filled.add(Cell.blank());
                }
                if (cell.row() > header && filled.get(place).isBlank()) {
                    filled.set(place, cell.cell());
                }
            });
            return new Row(number, filled, problems);
        }

        boolean isBlank() {
            return cells.stream().allMatch(Cell::isBlank) && problems.isEmpty();
        }

        Cell cell(int index) {
            return index < cells.size() ? cells.get(index) : Cell.blank();
        }
    }

    /** A cell that goes over rows below its own, as merged ones do. */
    record Above(int row, Cell cell) {}

    /**
     * A file that is to be read.
     *
     * @param kind of its rows
     * @param fields of a row, as the API calls them
     * @param anchor what its only row is known by, where the file does not say; null: the file must
     */
    record Source(
            Path file,
            ImportKind kind,
            List<String> fields,
            @Nullable String anchor) {

        public Source {
            fields = List.copyOf(fields);
        }
    }

    /** Opens files of one format. */
    interface Opener {

        /** Whether the file is of its format, by how it begins. */
        boolean takes(byte[] beginning);

        /** Opens the file after whatever can be checked before it is read. */
        Table open(Source source, byte[] beginning) throws IOException;
    }

    /** Opens the file with the first of the openers that takes it. */
    static Table open(Source source, List<Opener> openers, byte[] beginning) {
        try {
            return openers.stream()
                    .filter(opener -> opener.takes(beginning))
                    .findFirst()
                    .orElseThrow(() -> new Fault(
                                    "unreadable-file",
                                    "The file is neither a CSV nor an XLSX nor JSON.",
                                    null,
                                    null,
                                    "Save it as XLSX or as CSV UTF-8, and upload that.")
                            .asException())
                    .open(source, beginning);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
