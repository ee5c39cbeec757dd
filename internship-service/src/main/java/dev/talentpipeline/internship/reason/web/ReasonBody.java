package dev.talentpipeline.internship.reason.web;

import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.reason.Reason;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.description.Described;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A reason as it is sent; in a list with its act and code, alone without. */
record ReasonBody(
        @Described(as = Act.class) @Nullable String act,
        @Nullable String code,
        @Described(required = true) @Nullable String en,
        @Described(required = true) @Nullable String zh) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    Reason reason(Violations violations, @Nullable String ofAct, @Nullable String ofCode, String prefix) {
        return new Reason(
                violations.oneOf(prefix + "act", ofAct, Act.class, null),
                violations.matching(
                        prefix + "code",
                        ofCode,
                        CODE,
                        "Use up to 64 letters, digits, hyphens and underscores, starting with a letter."),
                violations.text(prefix + "en", en, 200),
                violations.text(prefix + "zh", zh, 200));
    }
}
