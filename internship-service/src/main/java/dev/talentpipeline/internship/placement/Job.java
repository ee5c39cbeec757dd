package dev.talentpipeline.internship.placement;

import java.time.LocalDate;

/**
 * A job that an intern is offered.
 *
 * @param matchesResearchTopic whether the work goes on from the student's research topic
 */
public record Job(String title, LocalDate startsOn, boolean matchesResearchTopic) {}
