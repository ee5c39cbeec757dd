package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.notification.inbox.Notice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Makes the mails of digests that are due. The caller opens the transaction. */
public final class SendingDigests {

    private static final int MOST_AT_ONCE = 200;

    private final Digests digests;
    private final Mails mails;
    private final String messageIdDomain;
    private final Clock clock;

    SendingDigests(Digests digests, Mails mails, String messageIdDomain, Clock clock) {
        this.digests = digests;
        this.mails = mails;
        this.messageIdDomain = messageIdDomain;
        this.clock = clock;
    }

    /** Whose digest is due now; not all of many. */
    public List<String> due() {
        return digests.due(clock.instant(), MOST_AT_ONCE);
    }

    /** Makes one mail of all that waits for the person's digest, if anything does. */
    public void sendTo(String person) {
        Instant now = clock.instant();
        Notice digest = Notice.digest(person, now);
        if (digests.bundle(digest, now) > 0) {
            mails.add(List.of(new Mails.Addition(digest, MessageId.of(digest, messageIdDomain), now, null)), now);
        }
    }
}
