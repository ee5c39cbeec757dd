package dev.talentpipeline.monitoring.journal;

/** What an event is about. */
public enum EntityKind {
    PROGRAMME,
    STUDENT,
    INTERNSHIP,
    OFFER,
    PLACEMENT,
    MEETING,
    IMPORT,
    PERSON,
    NOTICE
}
