package dev.talentpipeline.internship.change;

import java.time.Instant;

/** From where on somebody follows. */
public sealed interface From {

    /** What is told from now on. */
    record Now() implements From {}

    /** What was told since they read what they show, by a clock that may differ by moments. */
    record Time(Instant at) implements From {}

    /** What was told after the change at this position, the last that they saw. */
    record Position(long position) implements From {}

    /** They name a place that nobody can find. */
    record Nowhere() implements From {}
}
