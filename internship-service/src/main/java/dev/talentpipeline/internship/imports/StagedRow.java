package dev.talentpipeline.internship.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was read, waiting to be committed.
 *
 * @param line of the file, as spreadsheets count
 * @param anchor by which it is known; empty where the row has none
 * @param person whom it is about, where they are known already
 * @param values by field, in the form of the API; what is not there stays as it is, an empty one is cleared
 * @param kept fields that stay as they are, whatever the row says, as the student has said otherwise
 * @param problems what keeps it from being entered
 * @param rollOnly whether it can be entered and goes to the roll alone: it says no more than that, of somebody who is not in the programme
 */
public record StagedRow(
        int line,
        Standing standing,
        String anchor,
        @Nullable UUID person,
        Map<String, String> values,
        List<String> kept,
        List<Problem> problems,
        boolean rollOnly) {

    public StagedRow {
        values = Map.copyOf(values);
        kept = List.copyOf(kept);
        problems = List.copyOf(problems);
    }

    /** What a commit would do with it. */
    public enum Standing {
        NEW,
        CHANGED,
        UNCHANGED,
        BAD
    }

    /**
     * Something that is wrong with a row.
     *
     * @param column as the file names it
     * @param value what stands there; null: nothing
     */
    public record Problem(String column, @Nullable String value, String remedy) {}

    /** The same row with what would become of it. */
    StagedRow as(RowKind.Foreseen foreseen) {
        return new StagedRow(
                line,
                foreseen.standing(),
                anchor,
                foreseen.person(),
                values,
                foreseen.kept(),
                problems,
                foreseen.rollOnly());
    }

    StagedRow bad(List<Problem> found) {
        return new StagedRow(line, Standing.BAD, anchor, person, values, kept, found, false);
    }

    boolean isBad() {
        return standing == Standing.BAD;
    }
}
