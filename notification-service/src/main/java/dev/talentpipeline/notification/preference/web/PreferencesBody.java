package dev.talentpipeline.notification.preference.web;

import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.inbox.NoticeKind;
import dev.talentpipeline.notification.inbox.Timing;
import dev.talentpipeline.notification.preference.DigestRhythm;
import dev.talentpipeline.notification.preference.NoticePreferences;
import dev.talentpipeline.notification.preference.QuietHours;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Preferences as they are sent: all of them. What is left out is as usual. */
@Schema(name = "NoticePreferencesBody")
record PreferencesBody(
        @Described(as = Language.class) @Nullable String language,

        @Schema(example = "Asia/Shanghai") @Nullable String zone,

        @Schema(example = "22:00", description = "With quietUntil, or neither.") @Nullable String quietFrom,

        @Schema(example = "07:00") @Nullable String quietUntil,

        @Described(as = DigestRhythm.class) @Nullable String digest,

        @Nullable List<KindBody> kinds) {

    private static final Pattern HOUR = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    @Schema(name = "NoticeKindChoice")
    record KindBody(
            @Schema(example = "offer-expired") @Nullable String kind,

            @Described(as = Timing.class, required = true) @Nullable String timing) {}

    private record Violation(String field, @Nullable String value, String remedy) {}

    /** Reads it, with all that is wrong told at once. */
    NoticePreferences of(String personId) {
        List<Violation> violations = new ArrayList<>();
        NoticePreferences usual = NoticePreferences.usualOf(personId);
        NoticePreferences chosen = new NoticePreferences(
                personId,
                oneOf("language", language, Language.values(), null, violations),
                zone(usual.zone(), violations),
                quiet(violations),
                rhythm(usual.digest(), violations),
                timings(Desk.isDesk(personId), violations));
        if (!violations.isEmpty()) {
            Violation first = violations.getFirst();
            throw Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "invalid-fields",
                            "Some fields are not what they must be (%d).".formatted(violations.size()))
                    .field(first.field())
                    .value(first.value())
                    .remedy(first.remedy())
                    .with("errors", violations)
                    .asException();
        }
        return chosen;
    }

    private ZoneId zone(ZoneId usual, List<Violation> violations) {
        if (zone == null) {
            return usual;
        }
        if (ZoneId.getAvailableZoneIds().contains(zone)) {
            return ZoneId.of(zone);
        }
        violations.add(new Violation("zone", zone, "Name a time zone of the IANA database, such as Asia/Shanghai."));
        return usual;
    }

    private @Nullable QuietHours quiet(List<Violation> violations) {
        if (quietFrom == null && quietUntil == null) {
            return null;
        }
        LocalTime from = hour(quietFrom);
        LocalTime until = hour(quietUntil);
        if (from == null || until == null || from.equals(until)) {
            violations.add(new Violation(
                    from == null ? "quietFrom" : "quietUntil",
                    from == null ? quietFrom : quietUntil,
                    "Give two different times of day as HH:mm, or neither."));
            return null;
        }
        return new QuietHours(from, until);
    }

    private static @Nullable LocalTime hour(@Nullable String text) {
        return text != null && HOUR.matcher(text).matches() ? LocalTime.parse(text) : null;
    }

    private DigestRhythm rhythm(DigestRhythm usual, List<Violation> violations) {
        DigestRhythm chosen = oneOf("digest", digest, DigestRhythm.values(), usual, violations);
        return chosen == null ? usual : chosen;
    }

    private Map<NoticeKind, Timing> timings(boolean ofDesk, List<Violation> violations) {
        Map<NoticeKind, Timing> timings = new HashMap<>();
        for (KindBody each : kinds == null ? List.<KindBody>of() : kinds) {
            NoticeKind kind = Arrays.stream(NoticeKind.values())
                    .filter(one ->
                            one.code().equals(each.kind()) && one.isMailedByItself() && one.isForDesks() == ofDesk)
                    .findFirst()
                    .orElse(null);
            if (kind == null) {
                violations.add(new Violation(
                        "kinds", each.kind(), "Name a kind of notice that is mailed to you, as GET lists them."));
                continue;
            }
            List<Timing> choices = kind.urgency().choices();
            Timing timing = oneOf("timing", each.timing(), choices.toArray(Timing[]::new), null, violations);
            if (timing != null) {
                timings.put(kind, timing);
            } else if (each.timing() == null) {
                violations.add(new Violation("timing", null, "Use one of %s.".formatted(choices)));
            }
        }
        return timings;
    }

    private static <E extends Enum<E>> @Nullable E oneOf(
            String field, @Nullable String value, E[] all, @Nullable E usual, List<Violation> violations) {
        if (value == null) {
            return usual;
        }
        for (E each : all) {
            if (each.name().equals(value.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        violations.add(new Violation(field, value, "Use one of %s.".formatted(Arrays.toString(all))));
        return usual;
    }
}
