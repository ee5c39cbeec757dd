package dev.talentpipeline.console.university;

import dev.talentpipeline.console.api.Outcomes.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures side by side, a row for each group: the table behind a chart. */
record RateTable(List<Outcome> measures, List<Row> rows) {

    /** A group with its measures in the order of the columns; null where it has none. */
    record Row(@Nullable String group, List<@Nullable Outcome> cells) {}

    /** Those of the measures, in this order, that anything was said of. */
    static RateTable of(List<Outcome> outcomes, List<String> measures) {
        List<Outcome> heads = new ArrayList<>();
        for (String measure : measures) {
            outcomes.stream()
                    .filter(each -> each.measure().equals(measure))
                    .findFirst()
                    .ifPresent(heads::add);
        }
        Map<String, Map<String, Outcome>> groups = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            groups.computeIfAbsent(key(outcome), group -> new LinkedHashMap<>()).put(outcome.measure(), outcome);
        }
        List<Row> rows = groups.entrySet().stream()
                .map(group -> row(group.getKey(), group.getValue(), heads))
                .filter(row -> row.cells().stream().anyMatch(cell -> cell != null))
                .toList();
        return new RateTable(List.copyOf(heads), rows);
    }

    private static Row row(String group, Map<String, Outcome> found, List<Outcome> heads) {
        List<@Nullable Outcome> cells = new ArrayList<>();
        heads.forEach(head -> cells.add(found.get(head.measure())));
        return new Row(group.isEmpty() ? null : group, cells);
    }

    private static String key(Outcome outcome) {
        return outcome.group() == null ? "" : outcome.group();
    }

    /** For the chart: a rate in per cent, otherwise the number; empty where there is none. */
    static String plotted(@Nullable Outcome cell) {
        if (cell == null || cell.value() == null) {
            return "";
        }
        return String.valueOf(Math.round(cell.value() * (cell.isRate() ? 1000 : 10)) / 10.0);
    }

    /** As it is read. */
    public String shown(@Nullable Outcome cell) {
        String value = plotted(cell);
        return value.isEmpty() ? "–" : cell != null && cell.isRate() ? value + "%" : value;
    }

    public String value(@Nullable Outcome cell) {
        return plotted(cell);
    }
}
