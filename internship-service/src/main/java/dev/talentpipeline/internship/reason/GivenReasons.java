package dev.talentpipeline.internship.reason;

import dev.talentpipeline.internship.catalogue.NearestEntries;
import dev.talentpipeline.internship.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses a reason that the catalogue does not have for the act, and says what was probably meant. */
public final class GivenReasons {

    private final Reasons reasons;

    public GivenReasons(Reasons reasons) {
        this.reasons = reasons;
    }

    /** Throws the refusal unless no reason was given or the catalogue has it. */
    public void check(Act act, String field, @Nullable String code) {
        if (code == null || (isPlain(code) && reasons.find(act, code).isPresent())) {
            return;
        }
        String word = act.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        throw new Refusal.Unprocessable(
                        "not-in-catalogue",
                        "%s (%s) must be one of the codes of the catalogue for %s.".formatted(field, code, word),
                        field,
                        code,
                        "Use one of the nearest codes, or ask operations to add it.",
                        Map.of("act", act, "nearest", NearestEntries.to(code, reasons.of(act))))
                .asException();
    }

    /** A code holds no control characters, which a database may not even take. */
    private static boolean isPlain(String code) {
        return code.chars().noneMatch(Character::isISOControl);
    }

    /** Throws the refusal unless a reason was given and the catalogue has it. */
    public String required(Act act, String field, @Nullable String code) {
        if (code == null) {
            throw missing(act, field).asException();
        }
        check(act, field, code);
        return code;
    }

    /** Says that a reason must be given. */
    public static Refusal missing(Act act, String field) {
        return new Refusal.Invalid(List.of(new Refusal.Violation(
                field, null, "Say why with a code of the catalogue for %s: it needs one.".formatted(act))));
    }
}
