package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.catalogue.Named;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.refusal.Refusal.Violation;
import dev.talentpipeline.kit.security.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the rows of a kind are, and what becomes of them by the use cases of what they enter. */
interface RowKind {

    ImportKind kind();

    List<Column> columns();

    /** The organisation as which the caller enters such rows; refused unless it may. */
    String organisation(Caller caller, Programme programme);

    /** What would become of the rows now, each in its place; they have no problems of their own. */
    List<Foreseen> foresee(Caller caller, Programme programme, String organisation, List<StagedRow> rows);

    /** The schools that rows may name. */
    default List<? extends Named> schools(String organisation) {
        return List.of();
    }

    /** The openings that rows may name. */
    default OpeningNames openings(Programme programme) {
        return OpeningNames.NONE;
    }

    /** Must come before the first {@link #enter} of a transaction. */
    void begin(Programme programme, String organisation);

    /** Enters the rows within the running transaction. */
    Entered enter(Caller caller, Programme programme, String organisation, List<StagedRow> rows);

    /**
     * What would become of a row.
     *
     * @param person whom it is about, where they are known
     * @param kept fields that stay as they are, whatever it says
     * @param violations what keeps it from being entered; empty unless it is bad
     */
    record Foreseen(StagedRow.Standing standing, @Nullable UUID person, List<String> kept, List<Violation> violations) {

        public Foreseen {
            kept = List.copyOf(kept);
            violations = List.copyOf(violations);
        }

        static Foreseen bad(List<Violation> violations) {
            return new Foreseen(StagedRow.Standing.BAD, null, List.of(), violations);
        }
    }

    /** What became of rows, in numbers. */
    record Entered(int fresh, int changed, int same) {

        static final Entered NOTHING = new Entered(0, 0, 0);

        Entered and(Entered other) {
            return new Entered(fresh + other.fresh, changed + other.changed, same + other.same);
        }
    }
}
