package dev.talentpipeline.console.architecture.violation.identity.postgres;

/** Breaks: adapters of the database are hidden. */
public class PublicAdapter {}
