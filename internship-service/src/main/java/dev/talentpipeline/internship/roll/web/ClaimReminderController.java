package dev.talentpipeline.internship.roll.web;

import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.internship.roll.ClaimReminder;
import dev.talentpipeline.internship.roll.ClaimReminders;
import dev.talentpipeline.internship.roll.RemindingUnclaimed;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mails to those who have not claimed their entries. */
@RestController
@RequestMapping("/api/v1/organisations/{organisation}/roll/claim-reminders")
@Tag(name = "Roll")
class ClaimReminderController {

    private static final Duration USUAL = Duration.ofDays(7);

    private final RemindingUnclaimed reminding;

    ClaimReminderController(RemindingUnclaimed reminding) {
        this.reminding = reminding;
    }

    /** Who is to be reminded, as it is sent. */
    record ReminderBody(
            @Nullable String school,
            @Nullable String major,
            @Nullable String language,
            @Described(as = Duration.class) @Nullable String notWithin) {}

    /** How many are, as it is answered. */
    record AskedAnswer(int queued, int noAddress, int claimed, int remindedLately) {}

    /** A reminder as it is answered. */
    record ReminderAnswer(
            UUID id,
            UUID entry,
            String number,
            String name,
            @Nullable String school,
            @Nullable String email,
            ClaimReminder.State state,
            int attempts,
            Instant askedAt,
            @Nullable Instant settledAt) {

        static ReminderAnswer of(ClaimReminders.Listed listed) {
            ClaimReminder reminder = listed.reminder();
            return new ReminderAnswer(
                    reminder.id(),
                    reminder.entry(),
                    listed.entry().number(),
                    listed.entry().facts().name(),
                    listed.entry().facts().school(),
                    listed.entry().facts().email(),
                    reminder.state(),
                    reminder.attempts(),
                    reminder.askedAt(),
                    reminder.settledAt());
        }
    }

    @PostMapping
    @Operation(
            operationId = "remindUnclaimed",
            summary =
                    "Have everybody who has not claimed asked to by mail, with a fresh link each (the university; a school its own part)")
    AskedAnswer remind(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String organisation,
            @RequestBody ReminderBody body) {
        Violations violations = new Violations();
        ClaimReminders.Whom whom = new ClaimReminders.Whom(
                organisation,
                violations.optionalText("school", body.school(), 100),
                violations.optionalText("major", body.major(), 100));
        Person.Language language =
                violations.oneOf("language", body.language(), Person.Language.class, Person.Language.ZH);
        Duration notWithin =
                violations.duration("notWithin", body.notWithin(), Duration.ofDays(1), Duration.ofDays(90), USUAL);
        violations.refuseIfAny();
        ClaimReminders.Asked asked = reminding.remind(caller, whom, language, notWithin);
        return new AskedAnswer(asked.queued(), asked.noAddress(), asked.claimed(), asked.remindedLately());
    }

    @GetMapping
    @Operation(
            operationId = "listClaimReminders",
            summary = "List the reminders and how far each is (the university; a school its own part)")
    Listing<ReminderAnswer> list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String organisation,
            @RequestParam(required = false) @Nullable String school,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        Page.Request request = Listing.byId(violations, cursor, limit);
        ClaimReminder.State wanted =
                state == null ? null : violations.oneOf("state", state, ClaimReminder.State.class, null);
        violations.refuseIfAny();
        return Listing.of(reminding.list(caller, organisation, school, wanted, request), ReminderAnswer::of);
    }
}
