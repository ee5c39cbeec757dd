package dev.talentpipeline.notification.template;

import dev.talentpipeline.notification.contact.Language;

/** What organisations are called, for whoever reads of them. */
public interface OrganisationNames {

    /** The name of the organisation for who reads that language; its id as long as nothing is known of it. */
    String of(String organisation, Language reader);
}
