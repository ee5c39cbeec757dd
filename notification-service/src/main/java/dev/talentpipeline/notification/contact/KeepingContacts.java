package dev.talentpipeline.notification.contact;

/**
 * Follows the {@code contacts} topic: the newest contact of every person is held, and of an erased person nothing. The
 * caller opens the transaction.
 */
public final class KeepingContacts {

    private final Contacts contacts;
    private final ContactWatcher watcher;

    public KeepingContacts(Contacts contacts, ContactWatcher watcher) {
        this.contacts = contacts;
        this.watcher = watcher;
    }

    /** Returns whether this was news; false for a version already held or passed. */
    public boolean arrived(Contact contact) {
        boolean news = contacts.keep(contact);
        if (news) {
            watcher.contactArrived(contact.personId());
        }
        return news;
    }

    /** Returns whether this was news; false if the person had been erased before. */
    public boolean erased(String personId) {
        boolean news = contacts.erase(personId);
        if (news) {
            watcher.personErased(personId);
        }
        return news;
    }
}
