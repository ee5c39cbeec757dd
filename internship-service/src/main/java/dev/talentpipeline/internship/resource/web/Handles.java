package dev.talentpipeline.internship.resource.web;

import dev.talentpipeline.internship.refusal.Violations;
import java.util.regex.Pattern;

/** Student numbers and references: what an owner may use in place of an id. */
public final class Handles {

    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    private Handles() {}

    public static void check(Violations violations, String field, String handle) {
        violations.matching(
                field,
                handle,
                SHAPE,
                "Use up to 64 letters, digits, dots, underscores and hyphens, starting with a letter or digit.");
    }
}
