package dev.talentpipeline.notification.brake.web;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.kit.version.SeenTags;
import dev.talentpipeline.notification.brake.Brake;
import dev.talentpipeline.notification.brake.Outlet;
import dev.talentpipeline.notification.brake.SettingBrakes;
import dev.talentpipeline.notification.brake.SettingBrakes.Outcome;
import dev.talentpipeline.notification.brake.SettingBrakes.Shown;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Operations holds mails and webhooks back, and lets them go. */
@RestController
@RequestMapping("/api/v1/brakes")
@Tag(name = "Brakes", description = "What keeps mails and webhooks from leaving, or from leaving too fast.")
final class BrakesController {

    private final SettingBrakes setting;
    private final TransactionOperations transaction;

    BrakesController(SettingBrakes setting, TransactionOperations transaction) {
        this.setting = setting;
        this.transaction = transaction;
    }

    /** A brake as it is set; a limit that is not named is none. */
    record BrakeBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Boolean paused,

            @Schema(description = "From 1 to 100000; null: as many as can.") @Nullable Integer perMinute) {}

    @GetMapping
    @Operation(operationId = "listBrakes", summary = "Show how each outlet is held back, and who did it (operations)")
    BrakePage list(@Parameter(hidden = true) Caller caller) {
        requireOperations(caller);
        return new BrakePage(setting.all().stream().map(BrakePage.Item::of).toList(), null);
    }

    @PutMapping("/{outlet}")
    @Operation(
            operationId = "setBrake",
            summary = "Hold an outlet back, or let it go (operations)",
            description = "Counts within seconds in all processes. What is to leave waits, and leaves afterwards.")
    ResponseEntity<BrakePage.Item> set(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String outlet,
            @Parameter(description = "The version that is to be changed; without it whatever is there is changed.")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String seen,
            @RequestBody BrakeBody body) {
        requireOperations(caller);
        LongPredicate version = SeenTags.of(seen);
        Brake brake = brake(outlet(outlet), body);
        String by = caller.actor() == null ? caller.subject() : caller.actor();
        String onBehalfOf = caller.actor() == null ? null : caller.subject();
        Outcome outcome =
                Objects.requireNonNull(transaction.execute(status -> setting.set(brake, version, by, onBehalfOf)));
        return switch (outcome) {
            case Outcome.Done(Shown shown) ->
                ResponseEntity.ok().eTag(Long.toString(shown.version())).body(BrakePage.Item.of(shown));
            case Outcome.Outdated(long there) -> throw SeenTags.outdated(there);
        };
    }

    private static void requireOperations(Caller caller) {
        if (!caller.is(Role.OPERATIONS)) {
            throw Problem.of(HttpStatus.FORBIDDEN, "forbidden", "Only operations holds back what is sent.")
                    .asException();
        }
    }

    private static Outlet outlet(String name) {
        for (Outlet each : Outlet.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no outlet (%s) here.".formatted(name))
                .remedy("Use one of %s.".formatted(List.of(Outlet.values())))
                .asException();
    }

    private static Brake brake(Outlet outlet, BrakeBody body) {
        Boolean paused = body.paused();
        Integer perMinute = body.perMinute();
        if (paused == null) {
            throw invalid("paused", null, "Say true or false.");
        }
        if (perMinute != null && (perMinute < 1 || perMinute > Brake.MOST_PER_MINUTE)) {
            throw invalid(
                    "perMinute",
                    perMinute,
                    "Give 1 to %d, or null for no limit; pause the outlet to let nothing leave."
                            .formatted(Brake.MOST_PER_MINUTE));
        }
        return new Brake(outlet, paused, perMinute);
    }

    private static ProblemException invalid(String field, @Nullable Integer value, String remedy) {
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-fields", "Some fields are not what they must be (1).")
                .field(field)
                .value(value)
                .remedy(remedy)
                .asException();
    }
}
