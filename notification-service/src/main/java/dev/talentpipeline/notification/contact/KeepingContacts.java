package dev.talentpipeline.notification.contact;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        } else {
            contacts.complete(contact);
        }
        return news;
    }

    /**
     * The desk of an organisation; as for a person.
     *
     * @param eventId under which early releases kept it
     * @param state how it stands as a company; null: it is none, or an early release did not say
     */
    public boolean arrivedAtDesk(String eventId, Contact desk, @Nullable String state) {
        contacts.forget(eventId);
        boolean isFirst = contacts.find(desk.personId()).isEmpty();
        boolean news = contacts.keep(desk);
        if (news) {
            watcher.contactArrived(desk.personId());
        }
        if ((news || contacts.complete(desk)) && state != null) {
            Optional<String> before = contacts.companyState(desk.personId());
            contacts.keepCompanyState(desk.personId(), state);
            // Where it stood was not noted by an early release: that is no change.
            if ((isFirst || before.isPresent()) && !before.equals(Optional.of(state))) {
                watcher.companyStands(desk.personId(), desk.version(), state);
            }
        }
        return news;
    }

    /** Whether what is kept was read by a release that kept less, and has to be read again. */
    public boolean mustBeReadAgain() {
        return contacts.areIncomplete();
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
