package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.notification.inbox.Deliveries;
import dev.talentpipeline.notification.inbox.Delivery;
import dev.talentpipeline.notification.inbox.Notice;
import dev.talentpipeline.notification.inbox.ReleasedNotice;
import dev.talentpipeline.notification.preference.ChoosingPreferences;
import dev.talentpipeline.notification.preference.NoticePreferences;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes a mail of every notice of a kind that is mailed, as its reader chose: at once, with others, or not at all. */
final class DeliveringByMail implements Deliveries {

    private final Mails mails;
    private final Digests digests;
    private final ChoosingPreferences preferences;
    private final String messageIdDomain;

    DeliveringByMail(Mails mails, Digests digests, ChoosingPreferences preferences, String messageIdDomain) {
        this.mails = mails;
        this.digests = digests;
        this.preferences = preferences;
        this.messageIdDomain = messageIdDomain;
    }

    @Override
    public void enqueue(ReleasedNotice released, Instant at) {
        Notice notice = released.notice();
        if (!notice.kind().isMailedByItself()) {
            return;
        }
        NoticePreferences chosen = preferences.of(notice.personId());
        switch (chosen.timingOf(notice.kind())) {
            case AT_ONCE ->
                mails.add(notice, MessageId.of(notice, messageIdDomain), at, chosen.leavesAt(notice.kind(), at));
            case DIGEST -> digests.add(notice, chosen.nextDigest(at));
            case OFF -> {
                // It is in the inbox.
            }
        }
    }

    @Override
    public Map<UUID, List<Delivery>> of(Collection<UUID> notices) {
        return mails.of(notices);
    }
}
