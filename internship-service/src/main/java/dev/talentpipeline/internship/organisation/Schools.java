package dev.talentpipeline.internship.organisation;

import dev.talentpipeline.internship.resource.Page;
import java.util.Optional;

/** The schools of all universities. */
public interface Schools {

    Optional<School> find(String university, String id);

    Optional<School> lock(String university, String id);

    /** Adds the school; false if the university has one of that id. */
    boolean add(School school);

    void save(School school);

    /** The university's schools in the order of their ids. */
    Page<School> list(String university, Page.Request request);
}
