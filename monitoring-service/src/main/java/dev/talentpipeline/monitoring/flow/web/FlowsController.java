package dev.talentpipeline.monitoring.flow.web;

import dev.talentpipeline.monitoring.flow.MappingFlows;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who writes what and who reads it. */
@RestController
@RequestMapping("/api/v1/flows")
@Tag(
        name = "Flows",
        description = "Who writes what to which topic and who reads it, as seen, against what is declared.")
final class FlowsController {

    private final MappingFlows flows;

    FlowsController(MappingFlows flows) {
        this.flows = flows;
    }

    @GetMapping
    @Operation(
            operationId = "getFlows",
            summary = "Shows who writes and who reads each topic",
            description = "Rates and delays are those of the last minute.")
    FlowsAnswer show() {
        return FlowsAnswer.of(flows.map());
    }
}
