package dev.talentpipeline.notification.preference;

import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.inbox.NoticeKind;
import dev.talentpipeline.notification.inbox.Timing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How somebody, a person or the desk of an organisation, wants to be told by mail.
 *
 * @param language of what they are told; null: the one that their contact says
 * @param zone whose clock the quiet hours and the digest go by
 * @param quietHours null: none
 * @param timings what was chosen; of a kind that is not here the usual holds
 */
public record NoticePreferences(
        String personId,
        @Nullable Language language,
        ZoneId zone,
        @Nullable QuietHours quietHours,
        DigestRhythm digest,
        Map<NoticeKind, Timing> timings) {

    private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");

    public NoticePreferences {
        timings = Map.copyOf(timings);
        timings.forEach((kind, timing) -> {
            if (!kind.urgency().choices().contains(timing)) {
                throw new IllegalArgumentException("timing (%s) of %s must be one of %s."
                        .formatted(timing, kind, kind.urgency().choices()));
            }
        });
    }

    /** Those of whoever has not chosen: desks read once a week what can wait. */
    public static NoticePreferences usualOf(String personId) {
        return new NoticePreferences(
                personId,
                null,
                USUAL_ZONE,
                null,
                Desk.isDesk(personId) ? DigestRhythm.WEEKLY : DigestRhythm.DAILY,
                Map.of());
    }

    public Timing timingOf(NoticeKind kind) {
        return timings.getOrDefault(kind, kind.usualTiming());
    }

    /** When a notice of that kind that is mailed at once may leave: what is urgent breaks the quiet. */
    public Instant leavesAt(NoticeKind kind, Instant now) {
        return kind.isUrgent() ? now : afterQuiet(now);
    }

    /** When the next digest leaves. */
    public Instant nextDigest(Instant now) {
        return afterQuiet(digest.nextAfter(now, zone));
    }

    private Instant afterQuiet(Instant instant) {
        return quietHours == null ? instant : quietHours.endAt(instant, zone);
    }

    /** The same with the least mail that there can be: whatever can be left out is, and what cannot comes as rarely as it may. */
    NoticePreferences withLeastMail() {
        Map<NoticeKind, Timing> least = new HashMap<>();
        for (NoticeKind kind : NoticeKind.values()) {
            if (kind.isMailedByItself()) {
                least.put(kind, kind.urgency().choices().getLast());
            }
        }
        return new NoticePreferences(personId, language, zone, quietHours, digest, least);
    }
}
