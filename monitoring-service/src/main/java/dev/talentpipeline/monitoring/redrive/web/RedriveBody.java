package dev.talentpipeline.monitoring.redrive.web;

import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import dev.talentpipeline.monitoring.deadletter.Selection;
import dev.talentpipeline.monitoring.deadletter.Standing;
import dev.talentpipeline.monitoring.redrive.Redrive;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What is to be sent again, or looked at first. */
@Schema(name = "RedriveBody")
record RedriveBody(
        @Described(required = true) @Nullable SelectionBody selection,

        @Schema(
                description = "Whether nothing is to be sent yet, which is usual: then the answer has the plan alone.",
                example = "true")
        @Nullable Boolean dryRun,

        @Schema(
                description =
                        "How many events the plan had that was looked at. If it would be another number by now, nothing is sent.")
        @Nullable Integer planned,

        @Schema(description = "How many leave in a minute at most, 1 to 6000; null: 600.") @Nullable Integer perMinute,

        @Schema(description = "Why it will work this time, for the record: at most 500 characters.") @Nullable String why) {

    /** Dead letters with all that is said; at least one thing must be. */
    @Schema(name = "DeadLetterSelection")
    record SelectionBody(
            @Schema(description = "Which they are; null: whichever.") @Nullable List<Long> ids,

            @Schema(description = "Where the events came from.", example = "offers") @Nullable String topic,

            @Schema(description = "The reader that set them aside.", example = "notification-service") @Nullable String group,

            @Schema(example = "UnappliableEventException") @Nullable String cause,

            @Schema(description = "The sentence, as the list of causes has it.") @Nullable String reason,

            @Described(as = Instant.class) @Nullable String from,

            @Described(as = Instant.class) @Nullable String until,

            @Described(as = Standing.class) @Nullable String standing) {

        Selection selection() {
            Selection selection = new Selection(
                    ids == null ? List.of() : ids,
                    given(topic),
                    given(group),
                    given(cause),
                    given(reason),
                    instantOf("selection.from", from),
                    instantOf("selection.until", until),
                    standingOf("selection.standing", standing));
            if (selection.saysNothing()) {
                throw wrong("selection", null, "Say at least one thing: ids, a cause, a topic, a group or a time.");
            }
            if (selection.ids().size() > Redrive.MOST_EVENTS) {
                throw wrong(
                        "selection.ids",
                        selection.ids().size(),
                        "Name at most %d, and the rest another time.".formatted(Redrive.MOST_EVENTS));
            }
            return selection;
        }
    }

    boolean isDryRun() {
        return dryRun == null || dryRun;
    }

    Selection meant() {
        if (selection == null) {
            throw wrong("selection", null, "Say what is to be sent again.");
        }
        return selection.selection();
    }

    int plannedEvents() {
        if (planned == null) {
            throw wrong("planned", null, "Look at it first with dryRun, and send the plan's events here.");
        }
        return planned;
    }

    int rate() {
        if (perMinute == null) {
            return Redrive.USUAL_PER_MINUTE;
        }
        if (perMinute < 1 || perMinute > Redrive.MOST_PER_MINUTE) {
            throw wrong("perMinute", perMinute, "Give 1 to %d.".formatted(Redrive.MOST_PER_MINUTE));
        }
        return perMinute;
    }

    String reasonGiven() {
        return why(why);
    }

    static String why(@Nullable String said) {
        if (said == null || said.isBlank() || said.strip().length() > Redrive.LONGEST_WHY) {
            throw wrong(
                    "why",
                    said,
                    "Say in 1 to %d characters what was mended; name nobody.".formatted(Redrive.LONGEST_WHY));
        }
        return said.strip();
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static @Nullable Instant instantOf(String field, @Nullable String text) {
        String given = given(text);
        try {
            return given == null ? null : Instant.parse(given);
        } catch (DateTimeException e) {
            throw (ProblemException) wrong(field, text, "Give an instant such as 2026-11-30T08:00:00Z.")
                    .initCause(e);
        }
    }

    static @Nullable Standing standingOf(String field, @Nullable String text) {
        String given = given(text);
        if (given == null) {
            return null;
        }
        for (Standing each : Standing.values()) {
            if (each.name().equals(given)) {
                return each;
            }
        }
        throw wrong(field, text, "Give one of %s.".formatted(List.of(Standing.values())));
    }

    static ProblemException wrong(String field, @Nullable Object value, String remedy) {
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-fields", "Some fields are not what they must be (1).")
                .field(field)
                .value(value)
                .remedy(remedy)
                .with("errors", List.of(new Wrong(field, value, remedy)))
                .asException();
    }

    private record Wrong(String field, @Nullable Object value, String remedy) {}
}
