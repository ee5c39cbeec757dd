package dev.talentpipeline.internship.imports;

import java.util.Map;

/**
 * What somebody who has looked at an import says that its file means.
 *
 * @param columns the field of each column by its place, counted from 1; a column that is not among them is not read
 * @param texts what texts in it mean
 * @param remember whether later files of the organisation are read by it too: by the names of the columns that were taken for something else, and by the texts
 */
public record Correction(Map<Integer, String> columns, Meanings texts, boolean remember) {

    public Correction {
        columns = Map.copyOf(columns);
    }
}
