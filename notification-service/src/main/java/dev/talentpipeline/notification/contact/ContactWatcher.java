package dev.talentpipeline.notification.contact;

/** Those who wait for contacts, or hold something about a person. Called within the transaction of the change. */
public interface ContactWatcher {

    void contactArrived(String personId);

    void personErased(String personId);

    /**
     * A company came to stand otherwise than before.
     *
     * @param version of its desk's contact
     * @param state such as VERIFIED
     */
    default void companyStands(String desk, long version, String state) {}
}
