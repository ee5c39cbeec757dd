package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.notification.inbox.Deliveries;
import dev.talentpipeline.notification.inbox.Delivery;
import dev.talentpipeline.notification.inbox.Notice;
import dev.talentpipeline.notification.inbox.ReleasedNotice;
import dev.talentpipeline.notification.preference.ChoosingPreferences;
import dev.talentpipeline.notification.preference.NoticePreferences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

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
    public void enqueue(List<ReleasedNotice> released, Instant at) {
        List<ReleasedNotice> mailed = released.stream()
                .filter(each -> each.notice().kind().isMailedByItself())
                .toList();
        Map<String, NoticePreferences> chosen = preferences.of(
                mailed.stream().map(each -> each.notice().personId()).collect(Collectors.toSet()));
        List<Mails.Addition> atOnce = new ArrayList<>();
        for (ReleasedNotice each : mailed) {
            Notice notice = each.notice();
            NoticePreferences reader = Objects.requireNonNull(chosen.get(notice.personId()));
            switch (reader.timingOf(notice.kind())) {
                case AT_ONCE ->
                    atOnce.add(new Mails.Addition(
                            notice,
                            MessageId.of(notice, messageIdDomain),
                            reader.leavesAt(notice.kind(), at),
                            each.traceparent()));
                case DIGEST -> digests.add(notice, reader.nextDigest(at));
                case OFF -> {
                    // It is in the inbox.
                }
            }
        }
        mails.add(atOnce, at);
    }

    @Override
    public Map<UUID, List<Delivery>> of(Collection<UUID> notices) {
        return mails.of(notices);
    }
}
