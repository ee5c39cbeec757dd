package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.notification.inbox.Channel;
import dev.talentpipeline.notification.inbox.Deliveries;
import dev.talentpipeline.notification.inbox.Delivery;
import dev.talentpipeline.notification.inbox.ReleasedNotice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes a mail of every notice of a kind that is mailed. */
final class DeliveringByMail implements Deliveries {

    private final Mails mails;
    private final String messageIdDomain;

    DeliveringByMail(Mails mails, String messageIdDomain) {
        this.mails = mails;
        this.messageIdDomain = messageIdDomain;
    }

    @Override
    public void enqueue(ReleasedNotice released, Instant at) {
        var notice = released.notice();
        if (notice.kind().channels().contains(Channel.EMAIL)) {
            mails.add(notice, MessageId.of(notice, messageIdDomain), at);
        }
    }

    @Override
    public Map<UUID, List<Delivery>> of(Collection<UUID> notices) {
        return mails.of(notices);
    }
}
