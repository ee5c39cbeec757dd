package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.Contacts;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.inbox.Delivery.State;
import dev.talentpipeline.notification.inbox.InboxPages.Entry;
import dev.talentpipeline.notification.inbox.InboxPages.Position;
import dev.talentpipeline.notification.inbox.InboxPages.Selection;
import dev.talentpipeline.notification.inbox.NoticeTexts.NoticeText;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads notices as people see them, and notes that they have: in the language that is asked for, or else that the person reads now, with how far each has got. */
public final class ReadingInbox {

    private final InboxPages pages;
    private final Contacts contacts;
    private final Deliveries deliveries;
    private final NoticeTexts texts;
    private final Clock clock;

    public ReadingInbox(InboxPages pages, Contacts contacts, Deliveries deliveries, NoticeTexts texts, Clock clock) {
        this.pages = pages;
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.texts = texts;
        this.clock = clock;
    }

    /** A notice as it is seen; it has no text while it waits for its contact or labels. */
    public record SeenNotice(
            Notice notice,
            @Nullable NoticeText text,
            List<Delivery> channels,
            @Nullable Instant readAt) {}

    /**
     * A page of notices, newest first.
     *
     * @param language of all of them; null: of each the one that its person reads
     */
    public List<SeenNotice> page(
            Selection selection, @Nullable Position after, int limit, @Nullable Language language) {
        List<Entry> entries = pages.page(selection, after, limit);
        Map<UUID, List<Delivery>> delivered =
                deliveries.of(entries.stream().map(entry -> entry.notice().id()).toList());
        Map<String, Language> languages = new HashMap<>();
        return entries.stream()
                .map(entry -> new SeenNotice(
                        entry.notice(),
                        textOf(
                                entry,
                                language == null
                                        ? languages.computeIfAbsent(
                                                entry.notice().personId(), this::languageOf)
                                        : language),
                        channelsOf(entry, delivered.getOrDefault(entry.notice().id(), List.of())),
                        entry.readAt()))
                .toList();
    }

    public int unread(String personId) {
        return pages.unread(personId);
    }

    /**
     * Notes that its person has seen the notice; the first time counts.
     *
     * @return whether the person has such a notice
     */
    public boolean read(String personId, UUID notice) {
        return pages.read(personId, notice, clock.instant());
    }

    /** Notes that the person has seen all that there was until then. */
    public void readAll(String personId, Instant until) {
        pages.readAll(personId, until, clock.instant());
    }

    private @Nullable NoticeText textOf(Entry entry, Language language) {
        Opening opening = entry.opening();
        return opening == null ? null : texts.inWords(new ReleasedNotice(entry.notice(), opening), language);
    }

    private Language languageOf(String personId) {
        return contacts.find(personId).map(Contact::language).orElse(Language.ZH);
    }

    private static List<Delivery> channelsOf(Entry entry, List<Delivery> delivered) {
        return entry.notice().kind().channels().stream()
                .flatMap(channel -> switch (channel) {
                    case INBOX -> Stream.of(inbox(entry.releasedAt()));
                    // Whether it is mailed shows once it is released: its reader may have chosen otherwise.
                    case EMAIL ->
                        entry.releasedAt() == null ? Stream.of(Delivery.waiting(channel)) : delivered.stream();
                })
                .toList();
    }

    private static Delivery inbox(@Nullable Instant releasedAt) {
        return releasedAt == null
                ? Delivery.waiting(Channel.INBOX)
                : new Delivery(Channel.INBOX, State.SENT, 1, null, null, releasedAt);
    }
}
