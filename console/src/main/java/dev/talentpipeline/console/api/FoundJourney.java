package dev.talentpipeline.console.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that events with a sought id are about. */
public record FoundJourney(
        String id,
        String kind,
        @Nullable String programme,
        @Nullable String state,
        int events,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt) {

    /** Before the key of the word for its state. */
    public String statePrefix() {
        return statePrefix(kind);
    }

    /** The same for whatever is of the kind. */
    static String statePrefix(String kind) {
        return switch (kind) {
            case "PROGRAMME" -> "programme.state.";
            case "STUDENT" -> "student.state.";
            case "INTERNSHIP" -> "internship.state.";
            case "OFFER" -> "offer.state.";
            case "PLACEMENT" -> "placement.state.";
            default -> "notice.state.";
        };
    }
}
