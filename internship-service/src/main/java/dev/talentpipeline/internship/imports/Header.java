package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.imports.Findings.MappedColumn;
import dev.talentpipeline.kit.cell.Cells;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names of a table's columns, and what they were taken for. They stand in the first row in which the anchor and one more column are
 * named; titles above it are passed over. Where cells of the header are merged, the names stand in two rows, the lower ones below a
 * common title: then both rows are read.
 *
 * @param row the last row of the header
 * @param columns by their places, null where a column is not read
 * @param names as they stand in the file, by their places
 */
record Header(int row, List<@Nullable Column> columns, List<String> names, List<MappedColumn> mapped) {

    static final int MOST_TITLE_ROWS = 20;

    /** Whoever looks at an import says what each of them is; no table of people or openings has as many. */
    static final int MOST_COLUMNS = 500;

    /**
     * The header of a file that was read before, with what somebody says that its columns are.
     *
     * @param columns those that are named, each with the field that it is; null: it is not read
     */
    static Header of(int row, List<MappedColumn> columns, List<Column> known) {
        int width = columns.stream().mapToInt(MappedColumn::at).max().orElse(0);
        List<String> names = new ArrayList<>(Collections.nCopies(width, ""));
        List<@Nullable Column> meant = new ArrayList<@Nullable Column>();
        while (meant.size() < width) {
            meant.add(null);
        }
        for (MappedColumn column : columns) {
            names.set(column.at() - 1, column.name());
            known.stream()
                    .filter(each -> each.field().equals(column.field()))
                    .findFirst()
                    .ifPresent(each -> meant.set(column.at() - 1, each));
        }
        return new Header(row, meant, names, columns);
    }

    /** Cells up to the last that is named. */
    int width() {
        int width = names.size();
        while (width > 0 && names.get(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    /** The rows that a header is looked for in, and what was read of the table to find it. */
    static final class Search {

        private final List<Column> known;
        private final Map<String, String> taught = new HashMap<>();
        private final Map<String, String> told = new HashMap<>();
        private @Nullable Row upper;
        private final List<List<String>> seen = new ArrayList<>();

        /** A row of names. */
        private record Row(int number, List<String> names) {}

        /**
         * @param taught by the organisation, by the names of columns
         * @param told by the file's format, by the names of columns
         */
        Search(List<Column> known, Map<String, String> taught, Map<String, String> told) {
            this.known = List.copyOf(known);
            taught.forEach((name, field) -> this.taught.put(Cells.key(name), field));
            told.forEach((name, field) -> this.told.put(Cells.key(name), field));
        }

        /** Looks at the next row; the header once it is complete, which may be one row late: then this row is the first of the data. */
        Optional<Header> next(Table.Row row) {
            List<String> names = row.cells().stream().map(Search::name).toList();
            Row above = upper;
            if (above != null) {
                return Optional.of(complete(above, new Row(row.number(), names)));
            }
            if (isHeader(names)) {
                upper = new Row(row.number(), names);
            } else {
                seen.add(names);
                if (seen.size() > MOST_TITLE_ROWS) {
                    throw missing();
                }
            }
            return Optional.empty();
        }

        /** The header of a table that ended here. */
        Header end() {
            Row above = upper;
            if (above == null) {
                throw missing();
            }
            return header(above.number(), above.names());
        }

        private Header complete(Row above, Row below) {
            List<String> names = merged(above.names(), below.names());
            return names == null ? header(above.number(), above.names()) : header(below.number(), names);
        }

        /** The names of both rows where the lower one only goes on with the upper one; null where it is data. */
        private @Nullable List<String> merged(List<String> above, List<String> below) {
            int anchor = places(above).get(0);
            if (anchor < below.size() && !below.get(anchor).isEmpty()) {
                return null;
            }
            List<String> names = new ArrayList<>();
            boolean named = false;
            for (int i = 0; i < Math.max(above.size(), below.size()); i++) {
                String lower = i < below.size() ? below.get(i) : "";
                named |= column(lower) != null;
                names.add(lower.isEmpty() && i < above.size() ? above.get(i) : lower);
            }
            return named ? names : null;
        }

        /** Whether the row names the anchor and another column, so that what follows are rows of the same kind. */
        boolean names(Table.Row row) {
            List<String> names = row.cells().stream().map(Search::name).toList();
            return isHeader(names)
                    && places(names).stream()
                                    .map(place -> column(names.get(place)))
                                    .distinct()
                                    .count()
                            > 1;
        }

        private boolean isHeader(List<String> names) {
            return places(names).size() >= 2
                    && names.stream().anyMatch(name -> {
                        Column column = column(name);
                        return column != null && column.anchor();
                    });
        }

        /** Places of the columns that are known, the anchor's first. */
        private List<Integer> places(List<String> names) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                Column column = column(names.get(i));
                if (column != null) {
                    places.add(column.anchor() ? 0 : places.size(), i);
                }
            }
            return places;
        }

        private Header header(int row, List<String> names) {
            List<@Nullable Column> columns = new ArrayList<>();
            List<MappedColumn> mapped = new ArrayList<>();
            Map<String, Integer> first = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                Column column = column(name);
                columns.add(column);
                if (column != null) {
                    Integer other = first.putIfAbsent(column.field(), i);
                    if (other != null) {
                        throw twice(row, column, other, i, names);
                    }
                }
                if (!name.isEmpty()) {
                    mapped.add(new MappedColumn(
                            i + 1, name, column == null ? null : column.field(), taught.containsKey(Cells.key(name))));
                }
            }
            if (mapped.size() > MOST_COLUMNS) {
                throw new Fault(
                                "too-many-columns",
                                "%d columns are named, and at most %d are read.".formatted(mapped.size(), MOST_COLUMNS),
                                row,
                                null,
                                "Remove those that are not to be read. If it is one column, mend the delimiters.")
                        .asException();
            }
            return new Header(row, columns, names, mapped);
        }

        private @Nullable Column column(String name) {
            String key = Cells.key(name);
            if (key.isEmpty()) {
                return null;
            }
            String field = told.getOrDefault(key, taught.get(key));
            return known.stream()
                    .filter(column ->
                            field == null ? column.isNamed(key) : column.field().equals(field))
                    .findFirst()
                    .orElse(null);
        }

        private static String name(Cell cell) {
            return cell instanceof Cell.Text(String text) ? Cells.strip(text) : "";
        }

        private static RuntimeException twice(int row, Column column, int one, int other, List<String> names) {
            return new Fault(
                            "duplicate-column",
                            "Columns %d (%s) and %d (%s) are both taken for %s."
                                    .formatted(one + 1, names.get(one), other + 1, names.get(other), column.field()),
                            row,
                            names.get(other),
                            "Rename or remove one of them, or teach the name of the one that means something else.")
                    .asException();
        }

        private RuntimeException missing() {
            Column anchor = known.stream().filter(Column::anchor).findFirst().orElseThrow();
            String first = seen.isEmpty() ? null : String.join(", ", seen.getFirst());
            return new Fault(
                            "no-header",
                            "The first %d rows name no column (%s / %s) beside another known one."
                                    .formatted(MOST_TITLE_ROWS, anchor.zh(), anchor.en()),
                            seen.isEmpty() ? null : 1,
                            first == null || first.length() <= 200 ? first : first.substring(0, 200) + "…",
                            "Name the columns as the template does, or teach the names that you use. If the names look garbled, save the file as CSV UTF-8.")
                    .asException();
        }
    }
}
