package dev.talentpipeline.kit.exports;

import java.util.List;

/** Which fields of a list an import reads, so that the list's table can be edited and sent back. A service that has imports has a bean of this. */
public interface ImportedColumns {

    /**
     * In the order of the import's template; empty where none reads the list.
     *
     * @param list its path, such as {@code /api/v1/programmes/{programme}/students}
     */
    List<ImportedColumn> of(String list, ExportLanguage language);

    /**
     * A column of the import's template.
     *
     * @param name which the import knows it by
     */
    record ImportedColumn(String field, String name) {}
}
