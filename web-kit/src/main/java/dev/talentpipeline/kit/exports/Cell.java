package dev.talentpipeline.kit.exports;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What is written into one cell of a table. */
sealed interface Cell {

    static Cell blank() {
        return new Text("");
    }

    /** What somebody reads in it. */
    default String shown() {
        return switch (this) {
            case Text(String text) -> text;
            case Figure(BigDecimal value) -> value.stripTrailingZeros().toPlainString();
            case Day(LocalDate day) -> day.toString();
        };
    }

    record Text(String text) implements Cell {}

    /** A number that is calculated with. */
    record Figure(BigDecimal value) implements Cell {}

    record Day(LocalDate day) implements Cell {}
}
