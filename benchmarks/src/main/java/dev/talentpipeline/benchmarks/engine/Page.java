package dev.talentpipeline.benchmarks.engine;

import dev.talentpipeline.benchmarks.Machine;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The part of the page that is about the engine: what was measured, where and with what. The other parts stay as they are. */
final class Page {

    static final String TITLE = "# Benchmarks\n";
    private static final String HEADING = "## The matching engine\n";

    private Page() {}

    static String of(Report report, int runs) throws IOException {
        Runtime runtime = Runtime.getRuntime();
        return """
                ## The matching engine

                `./pipeline bench engine` writes this page. Medians of %d runs after
                warming up; both sides of a ratio in one run.

                | | |
                | --- | --- |
                | date | %s |
                | machine | %s, %d cores, at most %d MiB of heap |
                | Java | %s %s |
                | yardsticks | Lucene 10.3.2; `HashMap` and `PriorityQueue` |

                %s
                %s""".formatted(
                        runs,
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.processor(),
                        runtime.availableProcessors(),
                        runtime.maxMemory() >> 20,
                        System.getProperty("java.vm.name"),
                        Runtime.version(),
                        report.table(),
                        remarks());
    }

    /** Puts the part in the place of its older self, or at the end. */
    static String into(String page, String part) {
        int from = page.indexOf(HEADING);
        if (from < 0) {
            return page + "\n" + part;
        }
        int next = page.indexOf("\n## ", from + 1);
        return page.substring(0, from) + part + (next < 0 ? "" : page.substring(next));
    }

    private static String remarks() {
        return """
                ### What is measured

                - The market is made up (`SyntheticMarket`): 106 occupations with twelve usual skills each, 320 skills and 31 regions that are asked for very
                  differently often, one student in ten open to any region, one in twenty without an occupation of interest, one opening in
                  twenty without a required skill. Popular skills in the largest regions are what limits both searches.
                - Retrieval judges all hard rules and the whole score, and gives the exact first twenty, ties included. Lucene answers an easier question: it has no
                  clause for "all its required skills at their levels" nor for parts in proportion, so it only filters by the other rules and adds
                  up constant weights; its first twenty are not the exact ones.
                - A full clearing begins with profiles as objects and ends with a verified matching: reading them into columns, both indexes, choices,
                  deferred acceptance, and the verifier with its own judging of pairs.
                - A decline is: the pair is kept apart, the seat is free, the student is back; everything that follows from it.
                - Memory counts what the engine holds for a student: the row, both directions of the index, seat and standing, the slot. The text of ids is
                  shared with the state store's objects here. Choices found during a clearing, 100 bytes a student, are given back after it.
                """;
    }
}
