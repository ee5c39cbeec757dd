package dev.talentpipeline.notification.preference;

import dev.talentpipeline.notification.contact.ContactWatcher;
import dev.talentpipeline.notification.contact.Contacts;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

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
        return chosenBy(personId).preferences();
    }

    /** Those of each of them. */
    public Map<String, NoticePreferences> of(Collection<String> people) {
        Map<String, NoticePreferences> of = new HashMap<>();
        people.forEach(person -> of.put(person, NoticePreferences.usualOf(person)));
        kept.find(people).forEach(chosen -> of.put(chosen.preferences().personId(), chosen.preferences()));
        return of;
    }

    public Chosen chosenBy(String personId) {
        return kept.find(personId).orElseGet(() -> new Chosen(NoticePreferences.usualOf(personId), 0));
    }

    /** What came of a choice. */
    public sealed interface Outcome {

        record Kept(Chosen chosen) implements Outcome {}

        /** There is another version than the caller saw. */
        record Outdated(long version) implements Outcome {}
    }

    /**
     * Keeps the choice; of an erased person nothing is kept. What is chosen already is no change.
     *
     * @param seen whether the caller means to change this version
     */
    public Outcome choose(NoticePreferences chosen, LongPredicate seen) {
        kept.lock(chosen.personId());
        Chosen before = chosenBy(chosen.personId());
        if (!seen.test(before.version())) {
            return new Outcome.Outdated(before.version());
        }
        if (contacts.isErased(chosen.personId())
                || (before.version() > 0 && before.preferences().equals(chosen))) {
            return new Outcome.Kept(new Chosen(chosen, before.version()));
        }
        var next = new Chosen(chosen, before.version() + 1);
        kept.keep(next, clock.instant());
        return new Outcome.Kept(next);
    }

    /**
     * Stops what can be stopped: whoever has the link has a mail that was sent to its person.
     *
     * @return empty if the token was not made here
     */
    public Optional<Chosen> unsubscribe(String token) {
        return links.personOf(token).map(person -> {
            choose(of(person).withLeastMail(), version -> true);
            return chosenBy(person);
        });
    }

    /**
     * Whether what can be stopped by the link is stopped; nothing is changed by looking.
     *
     * @return empty if the token was not made here, or its person was erased
     */
    public Optional<Boolean> isUnsubscribed(String token) {
        return links.personOf(token)
                .filter(person -> !contacts.isErased(person))
                .map(this::of)
                .map(chosen -> chosen.equals(chosen.withLeastMail()));
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
