package dev.talentpipeline.internship.imports.xlsx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which cells of a workbook's sheets are merged over several rows. They stand behind the rows, and are known before only by a look through. */
final class Merges {

    private static final String SHEETS = "xl/_rels/workbook.xml.rels";
    private static final String FOLDER = "xl/";
    private static final int MOST = 50_000;

    private final Map<String, String> parts = new HashMap<>();
    private final Map<String, List<Range>> ranges = new HashMap<>();
    private int count;

    /**
     * Cells of one column that are one.
     *
     * @param column counted from 0
     * @param first row, counted from 1
     * @param last row, too
     */
    record Range(int column, int first, int last) {}

    /** A part refers to another one. */
    void refers(String part, String id, String target) {
        if (part.equals(SHEETS)) {
            parts.put(id, target.startsWith("/") ? target.substring(1) : FOLDER + target);
        }
    }

    /** A part merges these cells; false if they are more than anybody merges. */
    boolean merges(String part, Range range) {
        ranges.computeIfAbsent(part, none -> new ArrayList<>()).add(range);
        return ++count <= MOST;
    }

    /** Those of a sheet, by its id, in the order of their first rows. */
    List<Range> of(String sheet) {
        return ranges.getOrDefault(parts.getOrDefault(sheet, ""), List.of()).stream()
                .sorted(Comparator.comparingInt(Range::first))
                .toList();
    }
}
