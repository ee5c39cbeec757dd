package dev.talentpipeline.console.api;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is told by mail.
 *
 * @param version 0 while nothing was chosen
 * @param kinds those that they are mailed
 */
public record NoticePreferences(
        long version,
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

        /** Kinds of desks that only a university's, or only a company's, is told. */
        private static final Set<String> UNIVERSITIES = Set.of("offer-to-endorse");

        private static final Set<String> COMPANIES = Set.of(
                "offer-to-approve",
                "offer-answered",
                "opening-approved",
                "opening-rejected",
                "desk-meeting-to-answer",
                "desk-meeting-soon",
                "desk-meeting-news",
                "company-verified",
                "company-suspended");

        /** Whether that desk is ever told it. */
        public boolean reaches(String desk) {
            return switch (desk) {
                case "university" -> !COMPANIES.contains(kind);
                case "company" -> !UNIVERSITIES.contains(kind);
                default -> true;
            };
        }

        /** Whether it has a deadline days away, so that it is collected for a day at most, whatever is chosen for the rest. */
        public boolean isDaily() {
            return !choices.contains("OFF");
        }

        /** Whether there is anything to choose. */
        public boolean isOpen() {
            return choices.size() > 1;
        }
    }
}
