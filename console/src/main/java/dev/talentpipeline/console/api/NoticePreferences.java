package dev.talentpipeline.console.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is told by mail.
 *
 * @param kinds those that they are mailed
 */
public record NoticePreferences(
        @Nullable String language,
        @Nullable String zone,
        @Nullable String quietFrom,
        @Nullable String quietUntil,
        @Nullable String digest,
        List<Kind> kinds) {

    public NoticePreferences {
        kinds = kinds == null ? List.of() : kinds;
    }

    /** A kind of notice, when it is mailed, and when it could be. */
    public record Kind(String kind, String timing, List<String> choices) {

        /** Whether there is anything to choose. */
        public boolean isOpen() {
            return choices.size() > 1;
        }
    }
}
