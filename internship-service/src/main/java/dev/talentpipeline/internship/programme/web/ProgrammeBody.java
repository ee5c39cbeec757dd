package dev.talentpipeline.internship.programme.web;

import dev.talentpipeline.internship.programme.DeadlineRules;
import dev.talentpipeline.internship.programme.DeadlineRules.ApprovalDefault;
import dev.talentpipeline.internship.programme.DeadlineRules.EndorsementDefault;
import dev.talentpipeline.internship.programme.ProgrammeRules;
import dev.talentpipeline.internship.programme.ProgrammeRules.ConsentBy;
import dev.talentpipeline.internship.programme.ProgrammeRules.Endorsement;
import dev.talentpipeline.internship.programme.ProgrammeRules.InterviewResults;
import dev.talentpipeline.internship.programme.ProgrammeRules.Lists;
import dev.talentpipeline.internship.programme.ProgrammeRules.Mode;
import dev.talentpipeline.internship.programme.ProgrammeRules.OfferPolicy;
import dev.talentpipeline.internship.programme.ProgrammeRules.OpeningApproval;
import dev.talentpipeline.internship.programme.ProgrammeState;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.description.Described;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A programme as it is sent. Dates and times are read as text, so that all faults can be told at once. */
record ProgrammeBody(
        @Described(required = true) @Nullable String name,
        @Described(as = Mode.class) @Nullable String mode,
        @Described(as = Duration.class) @Nullable String clearingInterval,
        @Described(as = Instant.class) @Nullable List<@Nullable String> clearingAt,
        @Described(as = Instant.class) @Nullable String opensAt,
        @Described(as = Instant.class) @Nullable String closesAt,
        @Described(as = Duration.class) @Nullable String responseWindow,
        @Described(as = Duration.class) @Nullable String approvalWindow,
        @Described(as = Duration.class) @Nullable String keepWindow,
        @Described(as = Duration.class) @Nullable String endorsementWindow,
        @Nullable String calendar,
        @Nullable Integer deadlineHour,
        @Described(as = ApprovalDefault.class) @Nullable String approvalDefault,
        @Described(as = EndorsementDefault.class) @Nullable String endorsementDefault,
        @Described(as = Duration.class) @Nullable String grace,
        @Described(as = Lists.class) @Nullable String lists,
        @Described(as = OfferPolicy.class) @Nullable String offerPolicy,
        @Described(as = Endorsement.class) @Nullable String endorsement,
        @Nullable Boolean universityEndorsement,
        @Described(as = ConsentBy.class) @Nullable String consentBy,
        @Described(as = OpeningApproval.class) @Nullable String openingApproval,
        @Described(as = InterviewResults.class) @Nullable String interviewResults,
        @Nullable List<@Nullable String> universities,
        @Nullable List<@Nullable String> companies,
        @Nullable QuotasBody quotas,
        @Nullable Map<String, @Nullable Double> weights,
        @Nullable String seed,
        @Described(as = Initial.class) @Nullable String state) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final Duration CLEARING_INTERVAL = Duration.ofSeconds(1);
    private static final Duration RESPONSE_WINDOW = Duration.ofDays(3);
    private static final Duration APPROVAL_WINDOW = Duration.ofDays(3);
    private static final Duration KEEP_WINDOW = Duration.ofDays(14);
    private static final Duration ENDORSEMENT_WINDOW = Duration.ofDays(7);
    private static final Duration LONGEST_GRACE = Duration.ofDays(7);
    private static final String CALENDAR = "china";
    private static final int DEADLINE_HOUR = 17;
    private static final int MOST_MEMBERS = 2_000;
    private static final int MOST_CLEARINGS = 500;

    /** The states that a programme may be set up in. */
    @Schema(name = "InitialProgrammeState")
    private enum Initial {
        DRAFT,
        RUNNING
    }

    /** The id of a programme. */
    static String id(Violations violations, String field, @Nullable String id) {
        return violations.matching(
                field,
                id,
                ID,
                "Use up to 64 letters, digits, dots, underscores and hyphens, starting with a letter or digit.");
    }

    /** The state that it is to be set up in; null: not said. */
    @Nullable ProgrammeState state(Violations violations) {
        return state == null
                ? null
                : ProgrammeState.valueOf(
                        violations.oneOf("state", state, Initial.class, null).name());
    }

    /** The rules, with the defaults for what is missing. */
    ProgrammeRules rules(Violations violations) {
        Mode read = violations.oneOf("mode", mode, Mode.class, Mode.ROLLING);
        List<Instant> instants = clearings(violations, clearingAt);
        if (read == Mode.ROUND && instants.isEmpty()) {
            violations.add("clearingAt", clearingAt, "List at least one instant for mode ROUND.");
        }
        Instant opens = violations.optionalInstant("opensAt", opensAt);
        Instant closes = violations.optionalInstant("closesAt", closesAt);
        if (opens != null && closes != null && !opens.isBefore(closes)) {
            violations.add("closesAt", closesAt, "Give an instant after opensAt (%s).".formatted(opensAt));
        }
        return new ProgrammeRules(
                violations.text("name", name, 200),
                read,
                violations.duration(
                        "clearingInterval",
                        clearingInterval,
                        Duration.ofMillis(100),
                        Duration.ofDays(30),
                        CLEARING_INTERVAL),
                instants,
                opens,
                closes,
                window(violations, "responseWindow", responseWindow, RESPONSE_WINDOW),
                window(violations, "approvalWindow", approvalWindow, APPROVAL_WINDOW),
                window(violations, "keepWindow", keepWindow, KEEP_WINDOW),
                window(violations, "endorsementWindow", endorsementWindow, ENDORSEMENT_WINDOW),
                deadlines(violations),
                violations.oneOf("lists", lists, Lists.class, Lists.FILLED),
                violations.oneOf("offerPolicy", offerPolicy, OfferPolicy.class, OfferPolicy.AUTOMATIC),
                endorsement(violations),
                violations.oneOf("consentBy", consentBy, ConsentBy.class, ConsentBy.UNIVERSITY),
                violations.oneOf("openingApproval", openingApproval, OpeningApproval.class, OpeningApproval.NONE),
                violations.oneOf("interviewResults", interviewResults, InterviewResults.class, InterviewResults.SHOWN),
                violations.texts("universities", universities, MOST_MEMBERS, 100),
                violations.texts("companies", companies, MOST_MEMBERS, 100),
                QuotasBody.read(violations, quotas),
                weights(violations));
    }

    private static Duration window(Violations violations, String field, @Nullable String window, Duration fallback) {
        return violations.duration(field, window, Duration.ofSeconds(1), Duration.ofDays(180), fallback);
    }

    private DeadlineRules deadlines(Violations violations) {
        return new DeadlineRules(
                calendar == null ? CALENDAR : violations.text("calendar", calendar, 64),
                violations.within("deadlineHour", deadlineHour, 0, 23, DEADLINE_HOUR),
                violations.oneOf("approvalDefault", approvalDefault, ApprovalDefault.class, ApprovalDefault.LAPSE),
                violations.oneOf(
                        "endorsementDefault", endorsementDefault, EndorsementDefault.class, EndorsementDefault.LAPSE),
                grace == null
                        ? null
                        : violations.duration("grace", grace, Duration.ZERO, LONGEST_GRACE, DeadlineRules.USUAL_GRACE));
    }

    /** By its name, or in the older form that only said whether there is one. */
    private Endorsement endorsement(Violations violations) {
        Endorsement older =
                universityEndorsement != null && universityEndorsement ? Endorsement.CAREER_CENTRE : Endorsement.NONE;
        Endorsement read = violations.oneOf("endorsement", endorsement, Endorsement.class, older);
        if (endorsement != null
                && universityEndorsement != null
                && universityEndorsement != (read != Endorsement.NONE)) {
            violations.add(
                    "universityEndorsement",
                    universityEndorsement,
                    "Leave it out: endorsement (%s) says it already.".formatted(endorsement));
        }
        return read;
    }

    @Nullable String seed(Violations violations) {
        return violations.optionalText("seed", seed, 128);
    }

    static List<Instant> clearings(Violations violations, @Nullable List<@Nullable String> clearingAt) {
        List<Instant> instants = new ArrayList<>();
        for (String each : violations.items("clearingAt", clearingAt, MOST_CLEARINGS)) {
            Instant instant = violations.optionalInstant("clearingAt", Objects.requireNonNullElse(each, ""));
            if (instant != null && instants.contains(instant)) {
                violations.add("clearingAt", each, "List it once.");
            } else if (instant != null) {
                instants.add(instant);
            }
        }
        return instants.stream().sorted().toList();
    }

    private Map<String, Double> weights(Violations violations) {
        Map<String, Double> read = new TreeMap<>();
        if (weights == null) {
            return read;
        }
        weights.forEach((part, weight) -> {
            String field = "weights." + part;
            if (!ProgrammeRules.SCORE_PARTS.contains(part)) {
                violations.add(
                        field,
                        weight,
                        "Name one of %s."
                                .formatted(String.join(
                                        ", ",
                                        ProgrammeRules.SCORE_PARTS.stream()
                                                .sorted()
                                                .toList())));
            } else if (weight == null || !Double.isFinite(weight) || weight < 0 || weight > 1_000_000) {
                violations.add(field, weight == null ? null : weight.toString(), "Give a number from 0 to 1000000.");
            } else {
                read.put(part, weight);
            }
        });
        return read;
    }
}
