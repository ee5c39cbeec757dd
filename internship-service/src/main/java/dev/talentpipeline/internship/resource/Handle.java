package dev.talentpipeline.internship.resource;

import java.util.regex.Pattern;

/** A student number or reference: what an owner may use in place of an id. */
public final class Handle {

    /** What begins like this stands where a number was erased, and is nobody's. */
    public static final Pattern SHAPE = Pattern.compile("(?!erased-)[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    public static final String REMEDY =
            "Use up to 64 letters, digits, dots, underscores and hyphens, starting with a letter or digit, and not with erased-.";

    private Handle() {}
}
