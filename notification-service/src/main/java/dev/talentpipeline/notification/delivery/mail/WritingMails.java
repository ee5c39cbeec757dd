package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.Contacts;
import dev.talentpipeline.notification.inbox.NoticeKind;
import dev.talentpipeline.notification.inbox.Notices;
import dev.talentpipeline.notification.inbox.ReleasedNotice;
import dev.talentpipeline.notification.preference.UnsubscribeLinks;
import dev.talentpipeline.notification.template.Letter;
import dev.talentpipeline.notification.template.Letters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a mail at the moment it is sent, so that it goes to the address and in the language that the person has then,
 * and so that no name or address lies in the queue.
 */
final class WritingMails {

    /** So long a contact that was looked up for a claim is written to: shorter than anybody notices, and long enough for most of a claim. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Notices notices;
    private final Contacts contacts;
    private final Letters letters;
    private final Digests digests;
    private final UnsubscribeLinks links;
    private final String messageIdDomain;
    private final Clock clock;

    WritingMails(
            Notices notices,
            Contacts contacts,
            Letters letters,
            Digests digests,
            UnsubscribeLinks links,
            String messageIdDomain,
            Clock clock) {
        this.notices = notices;
        this.contacts = contacts;
        this.letters = letters;
        this.digests = digests;
        this.links = links;
        this.messageIdDomain = messageIdDomain;
        this.clock = clock;
    }

    /**
     * Writes the mails of one claim, of which the notices are looked up at once: they name nobody and do not change. Contacts are looked up together too, and anew where the
     * claim takes longer. Safe for use by several threads.
     */
    Pen of(Collection<ClaimedMail> claim) {
        Map<UUID, ReleasedNotice> released =
                released(claim.stream().map(ClaimedMail::noticeId).toList());
        var people = new Addressees(released.values().stream()
                .map(notice -> notice.notice().personId())
                .collect(Collectors.toSet()));
        return claimed -> Optional.ofNullable(released.get(claimed.noticeId()))
                .flatMap(notice ->
                        people.find(notice.notice().personId()).map(contact -> mail(claimed, notice, contact)));
    }

    /** Those whom a claim is written to, as they were a moment ago. */
    private final class Addressees {

        private final Set<String> people;
        private Map<String, Contact> found = Map.of();
        private Instant stale = Instant.MIN;

        Addressees(Set<String> people) {
            this.people = people;
        }

        synchronized Optional<Contact> find(String person) {
            Instant now = clock.instant();
            if (!now.isBefore(stale)) {
                found = contacts.find(people);
                stale = now.plus(FRESH);
            }
            return Optional.ofNullable(found.get(person));
        }
    }

    /** Writes any mail of a claim. */
    @FunctionalInterface
    interface Pen {

        /** The mail, or nothing if the person was erased meanwhile. */
        Optional<Mail> write(ClaimedMail claimed);
    }

    private Map<UUID, ReleasedNotice> released(Collection<UUID> ids) {
        return notices.released(ids).stream()
                .collect(Collectors.toMap(released -> released.notice().id(), Function.identity()));
    }

    private Mail mail(ClaimedMail claimed, ReleasedNotice released, Contact to) {
        return new Mail(
                claimed.messageId(),
                MessageId.thread(released.notice(), messageIdDomain),
                to.email(),
                to.language(),
                clock.instant(),
                links.linkFor(to.personId()),
                letter(released, to));
    }

    private Letter letter(ReleasedNotice released, Contact to) {
        if (released.notice().kind() != NoticeKind.DIGEST) {
            return letters.letter(released, to);
        }
        List<UUID> entries = digests.entriesOf(released.notice().id());
        Map<UUID, ReleasedNotice> found = released(entries);
        return letters.digest(
                released,
                entries.stream()
                        .flatMap(entry -> Stream.ofNullable(found.get(entry)))
                        .toList(),
                to);
    }
}
