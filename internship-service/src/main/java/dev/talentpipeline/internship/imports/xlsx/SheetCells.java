package dev.talentpipeline.internship.imports.xlsx;

import dev.talentpipeline.internship.imports.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a sheet, as what people see in them: a number with the format of a date is a day, one with a format of zeros has zeros in front,
 * a formula is the value that it had when the file was saved.
 */
final class SheetCells {

    private static final LocalDate ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate ZERO_1904 = LocalDate.of(1904, 1, 1);

    /** The last day that a spreadsheet knows: 9999-12-31. */
    private static final int LAST_SERIAL = 2_958_465;

    /** Characters of a text that fills its cell; an export cuts what is longer, and shows it by three dots at the end. */
    private static final int LONGEST_TEXT = 32_767;

    private static final int SHOWN = 50;

    /** Characters; spreadsheets take no longer ones. */
    private static final int LONGEST_FORMAT = 255;

    private static final Pattern NOT_CODES = Pattern.compile("\"[^\"]*\"|\\[[^\\[\\]]*\\]|\\\\.|_.|\\*.");
    private static final Pattern DATE_CODES = Pattern.compile("(?i)y|d|m(?!.*[hs])|年|月|日");
    private static final Pattern ZEROS = Pattern.compile("(0{2,})(;.*|_\\s*)?");

    private final LocalDate zero;

    SheetCells(boolean from1904) {
        zero = from1904 ? ZERO_1904 : ZERO_1900;
    }

    Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Cell.blank();
        }
        if (cell.getType() == CellType.ERROR) {
            return new Cell.Unusable(
                    String.valueOf(cell.getRawValue()), "Mend the formula, or replace it by its value.");
        }
        return switch (cell.getValue()) {
            case BigDecimal number -> number(number, cell.getDataFormatId(), cell.getDataFormatString());
            case Boolean yes -> new Cell.YesNo(yes);
            case String text
            when text.length() == LONGEST_TEXT && text.endsWith("…") ->
                new Cell.Unusable(
                        text.substring(0, SHOWN) + "…",
                        "Put the whole text into the cell, or blank the cell to leave it as it is: a cell holds %d characters, and the file that was exported ends here."
                                .formatted(LONGEST_TEXT));
            case String text -> new Cell.Text(text);
            case null, default ->
                cell.getType() == CellType.FORMULA
                        ? new Cell.Unusable(
                                "=" + cell.getFormula(),
                                "Open the file in a spreadsheet and save it, or replace the formula by its value: it has none in the file.")
                        : Cell.blank();
        };
    }

    private Cell number(BigDecimal value, @Nullable Integer formatId, @Nullable String format) {
        String codes = format == null || format.length() > LONGEST_FORMAT
                ? ""
                : NOT_CODES.matcher(format).replaceAll("");
        boolean isDay = value.signum() > 0 && value.intValue() <= LAST_SERIAL && value.precision() - value.scale() <= 7;
        if (isDay && (isBuiltInDate(formatId) || DATE_CODES.matcher(codes).find())) {
            return new Cell.Day(zero.plusDays(value.intValue()));
        }
        Matcher zeros = ZEROS.matcher(codes);
        return new Cell.Quantity(value, zeros.matches() ? zeros.group(1).length() : 0);
    }

    /** Formats that have a number and no text in the file; those from 27 on belong to the languages of East Asia. */
    private static boolean isBuiltInDate(@Nullable Integer id) {
        return id != null && ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58));
    }
}
