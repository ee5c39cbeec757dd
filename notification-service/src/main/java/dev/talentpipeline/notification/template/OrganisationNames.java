package dev.talentpipeline.notification.template;

/** What organisations are called, for whoever reads of them. */
public interface OrganisationNames {

    /** The name of the organisation; its id as long as nothing is known of it. */
    String of(String organisation);
}
