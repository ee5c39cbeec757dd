package dev.talentpipeline.console.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agreement, of an internship or of the employment after it, as its parties sign it. */
public record Agreement(
        String id,
        @Nullable String number,
        @Nullable String state,
        @Nullable Integer revision,
        @Nullable Terms terms,
        @Nullable List<Signature> signatures,
        @Nullable List<String> unsigned,
        @Nullable String scanHash,
        @Nullable List<String> possible) {

    /** Of an internship, or of the employment after it: only what belongs to it is there. */
    public record Terms(
            @Nullable String startsOn,
            @Nullable String endsOn,
            @Nullable Integer daysPerWeek,
            @Nullable Insurance insurance,
            @Nullable String mentor,
            @Nullable String supervisor,
            @Nullable String title,
            @Nullable String workplace) {}

    public record Insurance(
            @Nullable String insurer,
            @Nullable String policyNumber,
            @Nullable String paidBy) {}

    public record Signature(
            @Nullable String party,
            @Nullable String signedOn,
            @Nullable String scanHash) {}

    /** Whether the caller can do this with it now. */
    public boolean can(String act) {
        return possible != null && possible.contains(act);
    }
}
