package dev.talentpipeline.notification.inbox.web;

import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.notification.inbox.Channel;
import dev.talentpipeline.notification.inbox.Delivery;
import dev.talentpipeline.notification.inbox.NoticeTexts.NoticeText;
import dev.talentpipeline.notification.inbox.ReadingInbox.SeenNotice;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of an inbox, newest first. */
record NoticePage(
        List<Item> items,

        @Schema(description = "Ask for the next page with this cursor; null: there is none.") @Nullable String next)
        implements Listed<NoticePage.Item> {

    @Schema(name = "Notice")
    record Item(
            UUID id,
            @Schema(example = "offer-made") String kind,
            @Schema(description = "The person told, by id.") String person,

            @Schema(
                    description =
                            "Id of the offer, placement, meeting, opening or import that it is about, or of the programme.")
            String subject,

            @Schema(description = "Version of that; of a programme the number of the round.")
            long subjectVersion,

            @Schema(description = "The programme that it is about something in; null: in none.") @Nullable String programme,

            @Schema(description = "Id of the student in that programme; null: it is about none, or about the reader.")
            @Nullable String student,

            @Schema(description = "In the person's language; null while the notice waits for a contact or a label.")
            @Nullable String title,

            @Nullable String text,
            List<ChannelItem> channels,
            Instant createdAt,

            @Schema(description = "When its person saw it first; null: not yet.") @Nullable Instant readAt) {

        static Item of(SeenNotice seen) {
            NoticeText text = seen.text();
            return new Item(
                    seen.notice().id(),
                    seen.notice().kind().code(),
                    seen.notice().personId(),
                    seen.notice().subject(),
                    seen.notice().subjectVersion(),
                    seen.notice().programmeId().isEmpty() ? null : seen.notice().programmeId(),
                    seen.notice().kind().isForDesks() ? seen.notice().facts().student() : null,
                    text == null ? null : text.title(),
                    text == null ? null : text.text(),
                    seen.channels().stream().map(ChannelItem::of).toList(),
                    seen.notice().createdAt(),
                    seen.readAt());
        }
    }

    @Schema(name = "NoticeChannel")
    record ChannelItem(
            Channel channel,
            Delivery.State state,
            int attempts,
            @Nullable String messageId,

            @Schema(description = "Why it failed, or why the last attempt did.") @Nullable String reason,

            @Nullable Instant settledAt) {

        static ChannelItem of(Delivery delivery) {
            return new ChannelItem(
                    delivery.channel(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.messageId(),
                    delivery.reason(),
                    delivery.settledAt());
        }
    }
}
