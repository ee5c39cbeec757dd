package dev.talentpipeline.console.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A certificate that somebody holds for an occupation. */
public record Certificate(
        String occupation,
        @Nullable String level,
        @Nullable String number,
        @Nullable String issuedOn,
        @Nullable String state,
        @Nullable List<String> possible) {

    /** Whether the caller can do this with it now. */
    public boolean can(String act) {
        return possible != null && possible.contains(act);
    }
}
