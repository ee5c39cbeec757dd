package dev.talentpipeline.internship.catalogue.web;

import dev.talentpipeline.internship.catalogue.CatalogueEntry;
import dev.talentpipeline.internship.catalogue.CatalogueEntry.Kind;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.description.Described;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An occupation or a skill as it is sent; in a list with its id, alone without. */
record CatalogueBody(
        @Nullable String id,
        @Described(required = true) @Nullable String en,
        @Described(required = true) @Nullable String zh,
        @Described(required = true) @Nullable String family,
        @Nullable String announced,
        @Nullable List<@Nullable String> aliases) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern MONTH = Pattern.compile("(19|20)\\d{2}-(0[1-9]|1[0-2])");

    CatalogueEntry entry(Violations violations, Kind kind, @Nullable String entryId, String prefix) {
        return new CatalogueEntry(
                kind,
                violations.matching(
                        prefix + "id",
                        entryId,
                        SLUG,
                        "Use up to 64 lower-case letters, digits and hyphens, starting with a letter or digit."),
                violations.text(prefix + "en", en, 200),
                violations.text(prefix + "zh", zh, 200),
                violations.matching(
                        prefix + "family",
                        family,
                        SLUG,
                        "Give a family such as ai, in lower-case letters and hyphens."),
                announced == null || kind == Kind.SKILL
                        ? nothing(violations, kind, prefix)
                        : violations.matching(prefix + "announced", announced, MONTH, "Give a month such as 2024-07."),
                violations.texts(prefix + "aliases", aliases, 50, 200));
    }

    private @Nullable String nothing(Violations violations, Kind kind, String prefix) {
        if (announced != null) {
            violations.add(
                    prefix + "announced", announced, "Leave it out: a %s is not announced.".formatted(kind.word()));
        }
        return null;
    }
}
