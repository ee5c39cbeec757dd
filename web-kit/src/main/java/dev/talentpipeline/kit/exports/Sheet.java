package dev.talentpipeline.kit.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A table that is being written from its top to its end, whose rows are gone from memory once they are flushed. What was not ended is no whole
 * table, and is not to be taken for one. Not for sharing between threads.
 */
interface Sheet {

    void row(List<Cell> cells) throws IOException;

    /** Sends on what was written so far. */
    void flush() throws IOException;

    void end() throws IOException;

    /**
     * A column.
     *
     * @param figures whether it holds numbers, which are calculated with; everything else is text, from which a spreadsheet must make nothing
     */
    record Heading(String name, boolean figures) {}

    /** Writes tables of one format. */
    interface Writer {

        ExportFormat format();

        Sheet begin(OutputStream out, List<Heading> headings) throws IOException;
    }
}
