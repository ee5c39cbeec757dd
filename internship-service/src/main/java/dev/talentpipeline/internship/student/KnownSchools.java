package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.catalogue.Named;
import java.util.List;

/** The schools that universities have entered. */
public interface KnownSchools {

    boolean isKnown(String university, String school);

    /** All of the university. */
    List<? extends Named> of(String university);
}
