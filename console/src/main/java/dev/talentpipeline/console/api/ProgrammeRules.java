package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A programme with all of its rules.
 *
 * @param possible what the caller can do with it now: put it into a state, or CHANGE, COPY, RECALL or ARCHIVE it
 */
public record ProgrammeRules(
        String id,
        long version,
        @Nullable String state,
        @Nullable String owner,
        @Nullable String name,
        @Nullable String mode,
        @Nullable String clearingInterval,
        @Nullable List<Instant> clearingAt,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable String responseWindow,
        @Nullable String approvalWindow,
        @Nullable String keepWindow,
        @Nullable String endorsementWindow,
        @Nullable String calendar,
        @Nullable Integer deadlineHour,
        @Nullable String approvalDefault,
        @Nullable String endorsementDefault,
        @Nullable String grace,
        @Nullable String lists,
        @Nullable String offerPolicy,
        @Nullable String endorsement,
        @Nullable String consentBy,
        @Nullable String openingApproval,
        @Nullable String interviewResults,
        @Nullable List<String> universities,
        @Nullable List<String> companies,
        @Nullable Map<String, Object> quotas,
        @Nullable Map<String, Double> weights,
        @Nullable String seedHash,
        @Nullable Instant archivedAt,
        @Nullable Instant changedAt,
        @Nullable List<String> possible) {

    public boolean can(String act) {
        return possible != null && possible.contains(act);
    }

    public String title() {
        return name == null ? id : name;
    }

    /** The body that says all of it again: what a change does not name stays as it is. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "name", name);
        put(body, "mode", mode);
        put(body, "clearingInterval", clearingInterval);
        put(
                body,
                "clearingAt",
                clearingAt == null
                        ? null
                        : clearingAt.stream().map(Instant::toString).toList());
        put(body, "opensAt", opensAt == null ? null : opensAt.toString());
        put(body, "closesAt", closesAt == null ? null : closesAt.toString());
        put(body, "responseWindow", responseWindow);
        put(body, "approvalWindow", approvalWindow);
        put(body, "keepWindow", keepWindow);
        put(body, "endorsementWindow", endorsementWindow);
        put(body, "calendar", calendar);
        put(body, "deadlineHour", deadlineHour);
        put(body, "approvalDefault", approvalDefault);
        put(body, "endorsementDefault", endorsementDefault);
        put(body, "grace", grace);
        put(body, "lists", lists);
        put(body, "offerPolicy", offerPolicy);
        put(body, "endorsement", endorsement);
        put(body, "consentBy", consentBy);
        put(body, "openingApproval", openingApproval);
        put(body, "interviewResults", interviewResults);
        put(body, "universities", universities);
        put(body, "companies", companies);
        put(body, "quotas", quotas);
        put(body, "weights", weights);
        return body;
    }

    private static void put(Map<String, Object> body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value);
        }
    }
}
