package dev.talentpipeline.internship.resource;

import dev.talentpipeline.internship.refusal.Refusal;
import java.util.Map;
import java.util.Set;

/**
 * The version of a resource that a caller saw and means to change, where they said which ({@code If-Match}, RFC 9110, section 13.1.1). Whoever
 * did not say so changes what is there.
 *
 * @param tags versions of which one must stand; {@link #ANY} alone: whichever, but one must
 */
public record SeenVersion(Set<String> tags) {

    public static final String ANY = "*";

    private static final ScopedValue<SeenVersion> CURRENT = ScopedValue.newInstance();

    public SeenVersion {
        tags = Set.copyOf(tags);
    }

    /** Refuses to change what has another version than the caller saw; to be asked under its lock. */
    public static void refuseUnlessSeen(long version) {
        if (CURRENT.isBound()) {
            Set<String> seen = CURRENT.get().tags;
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
        if (CURRENT.isBound()) {
            throw new Refusal.Outdated("It is not there, in any version.", "Leave If-Match out to make it.", Map.of())
                    .asException();
        }
    }

    /** Does the work as for a caller who saw this version. */
    public <R, X extends Throwable> R of(ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
