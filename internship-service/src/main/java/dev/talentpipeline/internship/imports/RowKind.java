package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.catalogue.Named;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.refusal.Refusal.Violation;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.kit.security.Caller;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** Enters the rows within the running transaction. The people that they are about are locked before anything else of them. */
    Entered enter(Caller caller, Programme programme, String organisation, List<StagedRow> rows);

    /** Does what comes after all rows of the transaction, in the order in which locks are taken. */
    default void end(Entered all) {}

    /**
     * What would become of a row.
     *
     * @param person whom it is about, where they are known
     * @param kept fields that stay as they are, whatever it says
     * @param violations what keeps it from being entered; empty unless it is bad
     * @param rollOnly whether it goes to the roll alone
     */
    record Foreseen(
            StagedRow.Standing standing,
            @Nullable UUID person,
            List<String> kept,
            List<Violation> violations,
            boolean rollOnly) {

        public Foreseen {
            kept = List.copyOf(kept);
            violations = List.copyOf(violations);
        }

        static Foreseen bad(List<Violation> violations) {
            return new Foreseen(StagedRow.Standing.BAD, null, List.of(), violations, false);
        }
    }

    /**
     * What became of rows, in numbers.
     *
     * @param leaving students whose offers go once all rows are entered
     */
    record Entered(int fresh, int changed, int same, List<Student> leaving) {

        static final Entered NOTHING = new Entered(0, 0, 0);

        public Entered {
            leaving = List.copyOf(leaving);
        }

        Entered(int fresh, int changed, int same) {
            this(fresh, changed, same, List.of());
        }

        Entered and(Entered other) {
            return new Entered(
                    fresh + other.fresh,
                    changed + other.changed,
                    same + other.same,
                    Stream.concat(leaving.stream(), other.leaving.stream()).toList());
        }
    }
}
