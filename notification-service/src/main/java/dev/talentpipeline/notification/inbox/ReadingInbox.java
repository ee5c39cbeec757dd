package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.Contacts;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.inbox.Delivery.State;
import dev.talentpipeline.notification.inbox.InboxPages.Entry;
import dev.talentpipeline.notification.inbox.InboxPages.Position;
import dev.talentpipeline.notification.inbox.InboxPages.Selection;
import dev.talentpipeline.notification.inbox.NoticeTexts.NoticeText;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads notices as people see them: in the language that the person reads now, with how far each has got. */
public final class ReadingInbox {

    private final InboxPages pages;
    private final Contacts contacts;
    private final Deliveries deliveries;
    private final NoticeTexts texts;

    public ReadingInbox(InboxPages pages, Contacts contacts, Deliveries deliveries, NoticeTexts texts) {
        this.pages = pages;
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.texts = texts;
    }

    /** A notice as it is seen; it has no text while it waits for its contact or labels. */
    public record SeenNotice(Notice notice, @Nullable NoticeText text, List<Delivery> channels) {}

    public List<SeenNotice> page(Selection selection, @Nullable Position after, int limit) {
        List<Entry> entries = pages.page(selection, after, limit);
        Map<UUID, List<Delivery>> delivered =
                deliveries.of(entries.stream().map(entry -> entry.notice().id()).toList());
        Map<String, Language> languages = new HashMap<>();
        return entries.stream()
                .map(entry -> new SeenNotice(
                        entry.notice(),
                        textOf(entry, languages),
                        channelsOf(entry, delivered.getOrDefault(entry.notice().id(), List.of()))))
                .toList();
    }

    private @Nullable NoticeText textOf(Entry entry, Map<String, Language> languages) {
        Opening opening = entry.opening();
        if (opening == null) {
            return null;
        }
        Language language = languages.computeIfAbsent(entry.notice().personId(), this::languageOf);
        return texts.inWords(new ReleasedNotice(entry.notice(), opening), language);
    }

    private Language languageOf(String personId) {
        return contacts.find(personId).map(Contact::language).orElse(Language.ZH);
    }

    private static List<Delivery> channelsOf(Entry entry, List<Delivery> delivered) {
        return entry.notice().kind().channels().stream()
                .map(channel -> switch (channel) {
                    case INBOX -> inbox(entry.releasedAt());
                    case EMAIL ->
                        Stream.concat(delivered.stream(), Stream.of(Delivery.waiting(channel)))
                                .filter(delivery -> delivery.channel() == channel)
                                .findFirst()
                                .orElseThrow();
                })
                .toList();
    }

    private static Delivery inbox(@Nullable Instant releasedAt) {
        return releasedAt == null
                ? Delivery.waiting(Channel.INBOX)
                : new Delivery(Channel.INBOX, State.SENT, 1, null, null, releasedAt);
    }
}
