package dev.talentpipeline.internship.resource;

/**
 * How a PUT ended.
 *
 * @param resource the resource as it stands now
 * @param created whether it is new; otherwise it was changed, or was the same already
 */
public record Posted<T>(T resource, boolean created) {}
