package dev.talentpipeline.internship.offer;

import java.time.Instant;

/**
 * An endorsement that is awaited.
 *
 * @param by the student's school, or the university's career centre as the university
 */
public record Endorsing(Party by, Instant until) {

    public Endorsing {
        if (by != Party.SCHOOL && by != Party.UNIVERSITY) {
            throw new IllegalArgumentException("by (%s) must be SCHOOL or UNIVERSITY.".formatted(by));
        }
    }

    /** The same where there is no school that could endorse. */
    Endorsing withoutSchool() {
        return new Endorsing(Party.UNIVERSITY, until);
    }
}
