package dev.talentpipeline.kit.exports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Columns that somebody else prescribes, under a name that a request gives as {@code template}. A service has a bean of this if a list of it reads
 * that parameter.
 */
public interface PrescribedColumns {

    /** Those of the name, for whoever asks. */
    List<PrescribedColumn> of(HttpServletRequest request, String template);

    /**
     * A column.
     *
     * @param field of the list's items, with a dot before what is within another; null: the same text in every row
     * @param text that stands in every row; null: the value of the field does
     * @param codes what is written in the place of a value; one that is not among them is written as it is
     */
    record PrescribedColumn(
            String heading,
            @Nullable String field,
            @Nullable String text,
            Map<String, String> codes) {

        public PrescribedColumn {
            codes = Map.copyOf(codes);
        }
    }
}
