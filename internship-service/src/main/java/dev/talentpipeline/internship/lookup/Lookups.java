package dev.talentpipeline.internship.lookup;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known by a name that its owner gave it. */
public interface Lookups {

    /** What something is. */
    enum Kind {
        PERSON,
        STUDENT,
        INTERNSHIP
    }

    /**
     * Something with an id that means nothing.
     *
     * @param programme in which; null of a person, who may be in several
     */
    record Found(Kind kind, UUID id, @Nullable String programme) {}

    /** The person whom a university knows by the number, and who they are in each programme, the latest first. Nothing of who was erased. */
    List<Found> byNumber(String university, String number);

    /** The internships that a company knows by the reference, one a programme at most, the latest first. */
    List<Found> byReference(String company, String reference);
}
