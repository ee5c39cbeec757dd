package dev.talentpipeline.matching.simulation.web;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.matching.simulation.Simulating;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Clears a market given in the body. The same body always gives the same answer, so an idempotency key has nothing to add. */
@RestController
final class SimulationController {

    private final SimulationLimits limits;

    SimulationController(SimulationLimits limits) {
        this.limits = limits;
    }

    @PostMapping("/api/v1/simulations")
    @Operation(
            operationId = "simulateClearing",
            summary = "Clear a market given in the body (university, operations)",
            tags = "Simulations")
    Simulating.Outcome simulate(@RequestBody SimulationBody body, Caller caller) {
        if (!caller.is(Role.UNIVERSITY) && !caller.is(Role.OPERATIONS)) {
            throw Problem.of(HttpStatus.FORBIDDEN, "forbidden", "Simulations are for universities and operations.")
                    .asException();
        }
        return Simulating.run(body.market(limits), body.wanted());
    }
}
