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
import java.util.Optional;

/**
 * Writes a mail at the moment it is sent, so that it goes to the address and in the language that the person has then,
 * and so that no name or address lies in the queue.
 */
final class WritingMails {

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

    /** The mail, or nothing if the person was erased meanwhile. */
    Optional<Mail> write(ClaimedMail claimed) {
        return notices.released(claimed.noticeId())
                .flatMap(released ->
                        contacts.find(released.notice().personId()).map(contact -> mail(claimed, released, contact)));
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
        return letters.digest(
                released,
                digests.entriesOf(released.notice().id()).stream()
                        .flatMap(entry -> notices.released(entry).stream())
                        .toList(),
                to);
    }
}
