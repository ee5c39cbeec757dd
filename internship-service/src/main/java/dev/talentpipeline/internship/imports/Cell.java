package dev.talentpipeline.internship.imports;

import dev.talentpipeline.kit.cell.Cells;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What stands in one cell of a table. */
public sealed interface Cell {

    static Cell blank() {
        return new Text("");
    }

    /** Whether nothing can be seen in it. */
    default boolean isBlank() {
        return this instanceof Text(String text) && Cells.strip(text).isEmpty();
    }

    /** The cell as a text that somebody can look for in the file. */
    default String shown() {
        return switch (this) {
            case Text(String text) -> text;
            case Quantity(BigDecimal value, int digits) -> digits(value, digits);
            case Day(LocalDate day) -> day.toString();
            case YesNo(boolean yes) -> yes ? "TRUE" : "FALSE";
            case Unusable(String shown, String remedy) -> shown;
            case Guess(String path, List<String> texts) -> String.join(", ", texts);
        };
    }

    /** The value with at least so many digits. */
    static String digits(BigDecimal value, int digits) {
        String plain = value.stripTrailingZeros().toPlainString();
        return "0".repeat(Math.max(0, digits - plain.length())) + plain;
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

    /**
     * Texts that are perhaps what the column holds, the likeliest first. The first that is understood is taken; if none is, the cell says
     * nothing, and the path is told among what was left out, unless it is empty: then the text has its place elsewhere.
     */
    record Guess(String path, List<String> texts) implements Cell {

        public Guess {
            texts = List.copyOf(texts);
        }
    }
}
