package dev.talentpipeline.notification.contact;

import java.util.Optional;

/** The contacts this service holds. Every method takes part in the caller's transaction. */
public interface Contacts {

    /**
     * Keeps the contact unless the version held is as new, or the person was erased.
     *
     * @return whether the contact was kept
     */
    boolean keep(Contact contact);

    /**
     * Deletes the contact and remembers the id as erased, so that neither a late contact nor a late offer brings the
     * person back. An id is never reused.
     *
     * @return whether the person was not erased before
     */
    boolean erase(String personId);

    Optional<Contact> find(String personId);

    boolean isErased(String personId);
}
