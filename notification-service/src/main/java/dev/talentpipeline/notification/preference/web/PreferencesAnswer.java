package dev.talentpipeline.notification.preference.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.inbox.NoticeKind;
import dev.talentpipeline.notification.inbox.Timing;
import dev.talentpipeline.notification.preference.Chosen;
import dev.talentpipeline.notification.preference.DigestRhythm;
import dev.talentpipeline.notification.preference.NoticePreferences;
import dev.talentpipeline.notification.preference.QuietHours;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the caller is told by mail. */
@Schema(name = "NoticePreferences")
record PreferencesAnswer(
        @Schema(description = "Grows by 1 with every change; 0: all is as usual.")
        long version,

        @Schema(description = "Of what they are told; null: the one that their profile says.") @Nullable Language language,

        @Schema(description = "Whose clock quiet hours and digest go by.", example = "Asia/Shanghai")
        String zone,

        @Schema(
                type = "string",
                example = "22:00",
                description = "Nothing that can wait is mailed from then; null: no quiet hours.")
        @JsonFormat(pattern = "HH:mm")
        @Nullable LocalTime quietFrom,

        @Schema(type = "string", example = "07:00") @JsonFormat(pattern = "HH:mm") @Nullable LocalTime quietUntil,

        @Schema(description = "At 08:00 of each day, or of Mondays.")
        DigestRhythm digest,

        List<KindItem> kinds) {

    @Schema(name = "NoticeKindPreference")
    record KindItem(
            @Schema(example = "offer-expired") String kind,
            Timing timing,

            @Schema(description = "What can be chosen; where a deadline hangs on it nothing can be left out.")
            List<Timing> choices) {}

    static PreferencesAnswer of(Chosen kept) {
        NoticePreferences chosen = kept.preferences();
        QuietHours quiet = chosen.quietHours();
        return new PreferencesAnswer(
                kept.version(),
                chosen.language(),
                chosen.zone().getId(),
                quiet == null ? null : quiet.from(),
                quiet == null ? null : quiet.until(),
                chosen.digest(),
                Arrays.stream(NoticeKind.values())
                        .filter(kind -> kind.isMailedByItself() && kind.isForDesks() == Desk.isDesk(chosen.personId()))
                        .map(kind -> new KindItem(
                                kind.code(),
                                chosen.timingOf(kind),
                                kind.urgency().choices()))
                        .toList());
    }
}
