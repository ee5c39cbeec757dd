package dev.talentpipeline.console.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change of a programme's rules would do. */
public record RuleChange(
        @Nullable Boolean allowed,
        @Nullable List<String> changed,
        @Nullable List<Leaving> leaving,
        @Nullable List<BeyondQuota> beyondQuota,
        @Nullable List<Effect> effects) {

    /** A member that would leave. */
    public record Leaving(
            @Nullable String side,
            @Nullable String member,
            @Nullable Integer entered,
            @Nullable Integer open,
            @Nullable Integer committed) {}

    /** A member that has entered more than it might. */
    public record BeyondQuota(
            @Nullable String side,
            @Nullable String member,
            @Nullable Integer quota,
            @Nullable Integer entered) {}

    /** What becomes of so many offers. */
    public record Effect(@Nullable String effect, @Nullable Integer offers) {}

    public boolean isNothing() {
        return changed == null || changed.isEmpty();
    }
}
