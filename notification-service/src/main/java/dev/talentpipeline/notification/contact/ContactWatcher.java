package dev.talentpipeline.notification.contact;

/** Those who wait for contacts, or hold something about a person. Called within the transaction of the change. */
public interface ContactWatcher {

    void contactArrived(String personId);

    void personErased(String personId);
}
