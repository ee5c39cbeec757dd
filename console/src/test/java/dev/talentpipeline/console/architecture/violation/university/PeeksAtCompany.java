package dev.talentpipeline.console.architecture.violation.university;

import dev.talentpipeline.console.architecture.violation.company.ReadsTables;
import java.time.Instant;

/** Breaks: desks stand alone, time comes from a clock, and half of a circle. */
public class PeeksAtCompany {

    public Instant peek(ReadsTables company) {
        return company.url() == null ? Instant.EPOCH : Instant.now();
    }
}
