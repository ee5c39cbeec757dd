package dev.talentpipeline.notification.inbox;

/** Something that a notice may have to wait for. */
public sealed interface Arrival {

    record OfContact(String personId) implements Arrival {}

    record OfProgramme(String programmeId) implements Arrival {}

    record OfInternship(String programmeId, String internshipId) implements Arrival {}
}
