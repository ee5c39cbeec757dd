package dev.talentpipeline.internship.imports.xlsx;

import dev.talentpipeline.internship.imports.Cell;
import dev.talentpipeline.internship.imports.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the rows that a merged cell goes over, but for its first, what stands in it. Not for sharing between threads. */
final class MergedCells {

    private final Deque<Merges.Range> ahead;
    private final List<Open> open = new ArrayList<>();

    private record Open(Merges.Range range, Cell cell) {}

    /** @param ranges in the order of their first rows */
    MergedCells(List<Merges.Range> ranges) {
        ahead = new ArrayDeque<>(ranges);
    }

    /** The next row of the sheet, with what goes over it. */
    Table.Row over(Table.Row row) {
        open.removeIf(each -> each.range().last() < row.number());
        Map<Integer, Table.Above> above = new HashMap<>();
        open.forEach(each ->
                above.put(each.range().column(), new Table.Above(each.range().first(), each.cell())));
        while (!ahead.isEmpty() && ahead.peek().first() <= row.number()) {
            Merges.Range range = ahead.remove();
            if (range.first() == row.number() && range.column() < row.cells().size()) {
                open.add(new Open(range, row.cells().get(range.column())));
            }
        }
        return above.isEmpty() ? row : new Table.Row(row.number(), row.cells(), row.problems(), above);
    }
}
