package dev.talentpipeline.notification.contact;

/**
 * Somebody, a person or the desk of an organisation, who can be told something. Name and address stay here: notices refer to the person by id, so that an erasure
 * has one place to erase.
 *
 * @param language in which they are told: the one they chose for that, else the one that they read
 * @param organisation the one they belong to; empty where an early release did not keep it
 */
public record Contact(
        String personId, long version, String name, String email, Language language, String organisation) {}
