package dev.talentpipeline.notification.contact;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The contacts this service holds. Every method takes part in the caller's transaction. */
public interface Contacts {

    /**
     * Keeps the contact unless the version held is as new, or the person was erased.
     *
     * @return whether the contact was kept
     */
    boolean keep(Contact contact);

    /**
     * Adds to a contact what a release before this one did not keep of the same version: no news.
     *
     * @return whether anything was lacking
     */
    boolean complete(Contact contact);

    /**
     * Deletes the contact and remembers the id as erased, so that neither a late contact nor a late offer brings the
     * person back. An id is never reused.
     *
     * @return whether the person was not erased before
     */
    boolean erase(String personId);

    /** How the company stood when its desk's contact was kept last; empty where that was not said. */
    Optional<String> companyState(String desk);

    void keepCompanyState(String desk, String state);

    Optional<Contact> find(String personId);

    /** The contacts of these people that are here, by their ids. */
    Map<String, Contact> find(Collection<String> people);

    /** Whether a contact was kept by a release that kept less of it: not its organisation, or of a desk not its names. */
    boolean areIncomplete();

    /** Deletes the contact that a release before this one kept under another id. */
    void forget(String formerId);

    boolean isErased(String personId);

    /** Which of these people were erased. */
    Set<String> erased(Collection<String> people);
}
