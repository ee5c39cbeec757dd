package dev.talentpipeline.internship.comparison;

/** How programmes went. */
public interface Seasons {

    Season of(String programme);
}
