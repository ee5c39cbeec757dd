package dev.talentpipeline.internship.exports;

import java.util.List;
import java.util.Optional;

/** The templates that organisations have put in the place of those that are shipped, or beside them. */
public interface ExportTemplates {

    /** In the order of their names. */
    List<ExportTemplate> of(String organisation);

    /** The template, locked until the transaction ends. */
    Optional<ExportTemplate> lock(String organisation, String name);

    void put(ExportTemplate template);

    void remove(ExportTemplate template);
}
