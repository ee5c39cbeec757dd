package dev.talentpipeline.notification.preference;

import dev.talentpipeline.notification.contact.ContactWatcher;
import dev.talentpipeline.notification.contact.Contacts;
import java.time.Clock;
import java.util.Optional;

/** Lets people choose how they are told, by themselves or by the link in a mail. What was chosen goes with the person. The caller opens the transaction. */
public final class ChoosingPreferences implements ContactWatcher {

    private final KeptPreferences kept;
    private final Contacts contacts;
    private final UnsubscribeLinks links;
    private final Clock clock;

    ChoosingPreferences(KeptPreferences kept, Contacts contacts, UnsubscribeLinks links, Clock clock) {
        this.kept = kept;
        this.contacts = contacts;
        this.links = links;
        this.clock = clock;
    }

    public NoticePreferences of(String personId) {
        return kept.find(personId).orElseGet(() -> NoticePreferences.usualOf(personId));
    }

    /** Keeps the choice; of an erased person nothing is kept. */
    public void choose(NoticePreferences chosen) {
        if (!contacts.isErased(chosen.personId())) {
            kept.keep(chosen, clock.instant());
        }
    }

    /**
     * Stops what can be stopped: whoever has the link has a mail that was sent to its person.
     *
     * @return empty if the token was not made here
     */
    public Optional<NoticePreferences> unsubscribe(String token) {
        return links.personOf(token).map(person -> {
            NoticePreferences least = of(person).withLeastMail();
            choose(least);
            return least;
        });
    }

    @Override
    public void contactArrived(String personId) {
        // What was chosen says nothing of a contact.
    }

    @Override
    public void personErased(String personId) {
        kept.forget(personId);
    }
}
