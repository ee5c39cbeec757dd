package dev.talentpipeline.notification.contact;

/**
 * A person who can be told something. Name and address stay here: notices refer to the person by id, so that an erasure
 * has one place to erase.
 */
public record Contact(String personId, long version, String name, String email, Language language) {}
