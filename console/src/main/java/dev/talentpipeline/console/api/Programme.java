package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A recruitment programme. */
public record Programme(
        String id,
        @Nullable String name,
        @Nullable String mode,
        @Nullable String state,
        @Nullable List<Instant> clearingAt,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable String endorsement,
        @Nullable String openingApproval,
        @Nullable String consentBy) {

    public String title() {
        return name == null ? id : name;
    }

    /** Whether it is matched in rounds at set times. */
    public boolean isInRounds() {
        return "ROUND".equals(mode);
    }

    /** The next of its rounds; null if none is left. */
    public @Nullable Instant roundAfter(Instant now) {
        return Objects.requireNonNullElse(clearingAt, List.<Instant>of()).stream()
                .filter(round -> round.isAfter(now))
                .filter(round -> opensAt == null || !round.isBefore(opensAt))
                .filter(round -> closesAt == null || round.isBefore(closesAt))
                .min(Instant::compareTo)
                .orElse(null);
    }
}
