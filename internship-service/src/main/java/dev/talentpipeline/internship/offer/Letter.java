package dev.talentpipeline.internship.offer;

import java.time.Instant;

/**
 * What a party wrote with a decision about a release, for the other parties to read. It never leaves the database by an event.
 *
 * @param text free text, so that it may say anything about anybody
 */
public record Letter(DecisionKind decision, Instant at, Actor by, String text) {}
