package dev.talentpipeline.benchmarks.engine;

import java.util.ArrayList;
import java.util.List;

/** The rows of the table, printed as they come. */
final class Report {

    private record Row(String work, String goal, String measured, String verdict) {
        String shown() {
            return "| " + work + " | " + goal + " | " + measured + " | " + verdict + " |";
        }
    }

    private final List<Row> rows = new ArrayList<>();

    Report() {
        System.out.println(head());
    }

    private static String head() {
        return "| work | to reach | measured | |\n| --- | --- | --- | --- |";
    }

    void add(String work, String goal, String measured, boolean reached) {
        add(new Row(work, goal, measured, reached ? "reached" : "**not reached**"));
    }

    /** A row without a goal. */
    void note(String work, String measured) {
        add(new Row(work, "", measured, ""));
    }

    private void add(Row row) {
        rows.add(row);
        System.out.println(row.shown());
    }

    String table() {
        StringBuilder table = new StringBuilder(head()).append('\n');
        rows.forEach(row -> table.append(row.shown()).append('\n'));
        return table.toString();
    }
}
