package dev.talentpipeline.internship.imports;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What stands in one cell of a table. */
public sealed interface Cell {

    static Cell blank() {
        return new Text("");
    }

    /** Whether nothing can be seen in it. */
    default boolean isBlank() {
        return this instanceof Text(String text) && Cells.strip(text).isEmpty();
    }

    record Text(String text) implements Cell {}

    /**
     * A number.
     *
     * @param digits at least as many are shown, with zeros in front
     */
    record Quantity(BigDecimal value, int digits) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    record YesNo(boolean yes) implements Cell {}

    /** A cell from which nothing can be read. */
    record Unusable(String shown, String remedy) implements Cell {}
}
