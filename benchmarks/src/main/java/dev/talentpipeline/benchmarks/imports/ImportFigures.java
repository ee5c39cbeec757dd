package dev.talentpipeline.benchmarks.imports;

import static dev.talentpipeline.benchmarks.Measured.shown;

import dev.talentpipeline.benchmarks.Machine;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What was seen in one run, as a page. */
final class ImportFigures {

    private static final int PROMISED_ROWS = 100_000;
    private static final long PROMISED_MS = 60_000;
    private static final long PROMISED_MEBIBYTES = 512;

    private final int rows;
    private final int puts;
    private final int connections;
    long fileBytes;
    long previewMs;
    long commitMs;
    long tellingMs;
    long heapMebibytes;
    long heapMaximumMebibytes;
    long putsMs;
    long copyMs;
    int badCommitStatus;
    int badListed;
    int enteredDespite;

    ImportFigures(int rows, int puts, int connections) {
        this.rows = rows;
        this.puts = puts;
        this.connections = connections;
    }

    String page() throws IOException {
        double aRow = (double) commitMs / rows;
        double aPut = (double) putsMs / puts;
        return """
                # Benchmark of imports

                `./pipeline bench import [ROWS]` writes this page: everything in one run, through the front door of a running stack.

                | | |
                | --- | --- |
                | date | %s |
                | machine | %s, %d cores |
                | Java | %s %s |
                | file | %,d rows of 15 columns, %,d bytes, CSV in UTF-8 |

                | work | to reach, with 100,000 rows | measured | |
                | --- | --- | --- | --- |
                | upload and preview: every row read, checked and compared |  | %s |  |
                | commit, with every check on | 60 s on 2 cores | %s | %s |
                | from the commit to the last profile on its topic | 60 s | %s | %s |
                | heap of the service, the most that was seen of at most %d MiB | 512 MiB | %d MiB | %s |
                | the same students by a PUT each, %,d of them over %d connections |  | %s: a PUT takes as long as %.1f rows of the commit, or %.1f rows from the upload on |  |
                | PostgreSQL's bare COPY of the same file |  | %s: the commit takes %.1f times as long, upload and preview included %.1f times |  |
                | a file with 1 %% bad rows | enters nothing, lists all %,d | commit refused with %d, %,d rows listed, %d students entered | %s |

                ## What is measured

                - The preview reads, checks and compares every row; the commit does all of that again under the locks of the people, and writes person, student, two
                  events and two entries of the audit trail a row, all in one transaction. The bare COPY writes the file's texts into one table with one key.
                - The programme clears once an hour, so that no clearing is part of the figures.
                """.formatted(
                LocalDate.now(ZoneOffset.UTC),
                Machine.processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"),
                Runtime.version(),
                rows,
                fileBytes,
                shown((double) previewMs),
                shown((double) commitMs),
                reached(commitMs <= PROMISED_MS),
                shown((double) tellingMs),
                reached(tellingMs <= PROMISED_MS),
                heapMaximumMebibytes,
                heapMebibytes,
                reached(heapMaximumMebibytes > 0 && heapMebibytes <= PROMISED_MEBIBYTES),
                puts,
                connections,
                shown((double) putsMs),
                aPut / aRow,
                aPut * rows / (previewMs + commitMs),
                shown((double) copyMs),
                (double) commitMs / Math.max(1, copyMs),
                (double) (previewMs + commitMs) / Math.max(1, copyMs),
                (rows + 99) / 100,
                badCommitStatus,
                badListed,
                enteredDespite,
                badCommitStatus == 409 && badListed == (rows + 99) / 100 && enteredDespite == 0 ? "reached" : "missed");
    }

    private String reached(boolean within) {
        if (rows < PROMISED_ROWS) {
            return "too few rows to say";
        }
        return within ? "reached" : "missed";
    }
}
