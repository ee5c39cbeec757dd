package dev.talentpipeline.notification.contact;

import java.util.Map;

/**
 * Somebody, a person or the desk of an organisation, who can be told something. Name and address stay here: notices refer to the person by id, so that an erasure
 * has one place to erase.
 *
 * @param name of a desk what its organisation is called in the language that it reads
 * @param language in which they are told: the one they chose for that, else the one that they read
 * @param organisation the one they belong to; empty where an early release did not keep it
 * @param names of a desk what its organisation is called, by language, as far as that was said; empty for a person
 */
public record Contact(
        String personId,
        long version,
        String name,
        String email,
        Language language,
        String organisation,
        Map<Language, String> names) {

    public Contact {
        names = Map.copyOf(names);
    }

    /** Whoever has one name. */
    public Contact(String personId, long version, String name, String email, Language language, String organisation) {
        this(personId, version, name, email, language, organisation, Map.of());
    }

    /** What they are called by who reads that language: the other language's name, where there is none in it. */
    public String nameIn(Language reader) {
        return names.getOrDefault(reader, name);
    }
}
