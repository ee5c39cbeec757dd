package dev.talentpipeline.internship.placement.web;

import dev.talentpipeline.internship.placement.Job;
import dev.talentpipeline.internship.placement.PlacementCommand;
import dev.talentpipeline.internship.placement.Step;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.description.Described;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is sent: a step with its day, or what is said about the step of an earlier entry.
 *
 * @param reason code of the catalogue, for ENDED, DISPUTED and VOIDED, and for JOB_DECLINED if it says why
 * @param entry the earlier entry, for CONFIRMED, DISPUTED and VOIDED
 * @param early for COMPLETED: that it came before the last day that was agreed on
 * @param title of the job, for JOB_OFFERED
 * @param startsOn first day of the job, for JOB_OFFERED
 */
record StepBody(
        @Described(as = Asked.class, required = true) @Nullable String event,

        @Described(as = LocalDate.class) @Nullable String on,
        @Nullable String reason,
        @Nullable Boolean early,
        @Nullable Integer entry,
        @Nullable String title,
        @Described(as = LocalDate.class) @Nullable String startsOn,
        @Nullable Boolean matchesResearchTopic) {

    private static final Pattern REASON = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_ENTRIES = 100_000;

    /** What a party may enter. */
    @Schema(name = "PlacementEvent")
    enum Asked {
        STARTED,
        COMPLETED,
        ENDED,
        JOB_OFFERED,
        JOB_ACCEPTED,
        JOB_DECLINED,
        CONFIRMED,
        DISPUTED,
        VOIDED
    }

    PlacementCommand command(Violations violations) {
        return switch (violations.oneOf("event", event, Asked.class, null)) {
            case STARTED -> step(violations, Step.STARTED, null);
            case COMPLETED -> step(violations, Step.COMPLETED, null);
            case ENDED -> {
                needReason(violations);
                yield step(violations, Step.ENDED, null);
            }
            case JOB_OFFERED -> step(violations, Step.JOB_OFFERED, job(violations));
            case JOB_ACCEPTED -> step(violations, Step.JOB_ACCEPTED, null);
            case JOB_DECLINED -> step(violations, Step.JOB_DECLINED, null);
            case CONFIRMED -> new PlacementCommand.Confirm(entry(violations));
            case DISPUTED -> new PlacementCommand.Dispute(entry(violations), needReason(violations));
            case VOIDED -> new PlacementCommand.VoidStep(entry(violations), needReason(violations));
        };
    }

    private PlacementCommand step(Violations violations, Step step, @Nullable Job job) {
        LocalDate day = violations.date("on", on);
        if (reason != null && step.act() == null) {
            violations.add("reason", reason, "%s has no reason; leave it out.".formatted(step));
        } else if (reason != null) {
            needReason(violations);
        }
        boolean isEarly = early != null && early;
        if (isEarly && step != Step.COMPLETED) {
            violations.add("early", true, "Only a completion is early; leave it out.");
        }
        return new PlacementCommand.RecordStep(step, day, reason, isEarly, job);
    }

    private Job job(Violations violations) {
        if (matchesResearchTopic == null) {
            violations.add(
                    "matchesResearchTopic",
                    null,
                    "Say true or false: whether the job goes on from the research topic.");
        }
        return new Job(
                violations.text("title", title, LONGEST_TITLE),
                violations.date("startsOn", startsOn),
                matchesResearchTopic != null && matchesResearchTopic);
    }

    private int entry(Violations violations) {
        return violations.within("entry", entry, 1, MOST_ENTRIES, null);
    }

    private String needReason(Violations violations) {
        return violations.matching(
                "reason", reason, REASON, "Say why with a code of letters, digits and hyphens such as other.");
    }
}
