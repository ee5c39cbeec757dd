package dev.talentpipeline.matching.market;

/** A student and an internship of one programme. */
public record Pair(String studentId, String internshipId) {}
