package dev.talentpipeline.internship.resource;

import dev.talentpipeline.internship.refusal.Refusal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The version of a resource that a caller saw and means to change, where they said which ({@code If-Match}, RFC 9110, section 13.1.1), or that they
 * saw none and mean to make it ({@code If-None-Match: *}, section 13.1.2). Whoever did not say so changes what is there.
 *
 * @param tags versions of which one must stand; {@link #ANY} alone: whichever, but one must; null: none may
 */
public record SeenVersion(@Nullable Set<String> tags) {

    public static final String ANY = "*";

    /** There was nothing to be seen. */
    public static final SeenVersion NOTHING = new SeenVersion(null);

    private static final ScopedValue<SeenVersion> CURRENT = ScopedValue.newInstance();

    public SeenVersion {
        tags = tags == null ? null : Set.copyOf(tags);
    }

    /** Refuses to change what has another version than the caller saw; to be asked under its lock. */
    public static void refuseUnlessSeen(long version) {
        if (CURRENT.isBound()) {
            Set<String> seen = CURRENT.get().tags;
            if (seen == null) {
                throw new Refusal.Outdated(
                                "It is there already, in version %d.".formatted(version),
                                "Read it, and change what it is now.",
                                Map.of("version", version))
                        .asException();
            }
            if (!seen.contains(ANY) && !seen.contains(Long.toString(version))) {
                throw new Refusal.Outdated(
                                "It has version %d by now.".formatted(version),
                                "Read it again, and change what it is now.",
                                Map.of("version", version))
                        .asException();
            }
        }
    }

    /** Refuses to make what the caller takes to be there. */
    public static void refuseNew() {
        if (CURRENT.isBound() && CURRENT.get().tags != null) {
            throw new Refusal.Outdated("It is not there, in any version.", "Leave If-Match out to make it.", Map.of())
                    .asException();
        }
    }

    /** Does the work as for a caller who saw this version. */
    public <R, X extends Throwable> R of(ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
