package dev.talentpipeline.monitoring.servicelevel.web;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.monitoring.servicelevel.ServiceLevel;
import dev.talentpipeline.monitoring.servicelevel.ServiceLevels;
import dev.talentpipeline.monitoring.servicelevel.SettingTargets;
import dev.talentpipeline.monitoring.servicelevel.Target;
import dev.talentpipeline.monitoring.servicelevel.WatchingServiceLevels;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is promised of the pipeline's pace, whether it is kept, and by whom it was set. */
@RestController
@RequestMapping("/api/v1/service-levels")
@Tag(name = "ServiceLevels", description = "What is promised of the pipeline's pace, and whether it is kept.")
final class ServiceLevelsController {

    private final WatchingServiceLevels watching;
    private final SettingTargets setting;
    private final TransactionOperations transaction;

    ServiceLevelsController(WatchingServiceLevels watching, SettingTargets setting, TransactionOperations transaction) {
        this.watching = watching;
        this.setting = setting;
        this.transaction = transaction;
    }

    @GetMapping
    @Operation(
            operationId = "listServiceLevels",
            summary = "Shows what is promised of the pipeline's pace, and whether it is kept",
            description = "Who is to be called at night is called for these, not because a reader lags.")
    ServiceLevelsPage list() {
        return new ServiceLevelsPage(
                watching.standings().stream().map(ServiceLevelsPage.Item::of).toList(), null);
    }

    @GetMapping("/{level}")
    @Operation(operationId = "getServiceLevel", summary = "Shows a service level and who set its target")
    ServiceLevelsPage.Shown show(@PathVariable String level) {
        return shown(named(level));
    }

    @PutMapping("/{level}")
    @Operation(
            operationId = "setServiceLevel",
            summary = "Says what is promised",
            description = "Counts at once, also for what was measured before; who set it stays on record.")
    ServiceLevelsPage.Shown set(
            @Parameter(hidden = true) Caller caller, @PathVariable String level, @RequestBody TargetBody body) {
        ServiceLevel known = named(level);
        Target target = body.target();
        String by = caller.actor() == null ? caller.subject() : caller.actor();
        String onBehalfOf = caller.actor() == null ? null : caller.subject();
        transaction.executeWithoutResult(status -> setting.set(known, target, by, onBehalfOf));
        return shown(known);
    }

    private ServiceLevelsPage.Shown shown(ServiceLevel level) {
        return ServiceLevelsPage.Shown.of(watching.standing(level), setting.changes(level));
    }

    private static ServiceLevel named(String name) {
        return ServiceLevels.named(name)
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND,
                                "not-found",
                                "There is no service level (%s) here.".formatted(name))
                        .remedy("GET /api/v1/service-levels lists them.")
                        .asException());
    }
}
