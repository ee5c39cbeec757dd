package dev.talentpipeline.internship.exports;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table that somebody else prescribes, such as an authority: how they are called, in which order, and by which codes their values
 * are written.
 *
 * @param organisation whose it is; null: the one that the service ships or was started with
 * @param version grows by 1 with every change; 0: as shipped
 */
public record ExportTemplate(String name, @Nullable String organisation, long version, List<Column> columns) {

    public ExportTemplate {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param field of the list's items, with a dot before what is within another; null: the same text in every row
     * @param text that stands in every row; null: the value of the field does
     * @param codes what is written in the place of a value; one that is not among them is written as it is
     */
    public record Column(
            String heading,
            @Nullable String field,
            @Nullable String text,
            Map<String, String> codes) {

        public Column {
            codes = Collections.unmodifiableMap(new TreeMap<>(codes));
        }
    }
}
