package dev.talentpipeline.internship.placement.web;

import dev.talentpipeline.internship.agreement.PossibleAgreementActs;
import dev.talentpipeline.internship.agreement.PossibleAgreementActs.OfPlacement;
import dev.talentpipeline.internship.placement.FindingPlacement;
import dev.talentpipeline.internship.placement.Placement;
import dev.talentpipeline.internship.placement.PlacementCommand;
import dev.talentpipeline.internship.placement.PlacementState;
import dev.talentpipeline.internship.placement.RecordingSteps;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Placements")
class PlacementController {

    private final FindingPlacement finding;
    private final RecordingSteps recording;
    private final PossibleAgreementActs agreements;

    PlacementController(FindingPlacement finding, RecordingSteps recording, PossibleAgreementActs agreements) {
        this.finding = finding;
        this.recording = recording;
        this.agreements = agreements;
    }

    @GetMapping("/api/v1/programmes/{programme}/placements")
    @Operation(
            operationId = "listPlacements",
            summary = "List the placements that you are a party to (operations: all)")
    Listing<PlacementAnswer> list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String student,
            @RequestParam(required = false) @Nullable String internship,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        PlacementState in = state == null ? null : violations.oneOf("state", state, PlacementState.class, null);
        Page.Request request = Listing.byId(violations, cursor, limit);
        violations.refuseIfAny();
        Page<Placement> page = finding.list(caller, programme, in, student, internship, request);
        return Listing.of(page, answers(page.items(), caller));
    }

    @GetMapping("/api/v1/placements/{placement}")
    @Operation(operationId = "getPlacement", summary = "Read a placement with its record (its parties, operations)")
    ResponseEntity<PlacementAnswer> get(@Parameter(hidden = true) Caller caller, @PathVariable String placement) {
        return answer(finding.find(caller, placement), caller);
    }

    @PostMapping("/api/v1/placements/{placement}/events")
    @Operation(
            operationId = "recordPlacementEvent",
            summary =
                    "Enter a step into the record (company: STARTED, COMPLETED, ENDED, JOB_OFFERED; university: ENDED; student:"
                            + " JOB_ACCEPTED, JOB_DECLINED), or answer one: CONFIRMED, DISPUTED by somebody else than who recorded it,"
                            + " VOIDED by who recorded it or the university")
    ResponseEntity<PlacementAnswer> enter(
            @Parameter(hidden = true) Caller caller, @PathVariable String placement, @RequestBody StepBody body) {
        Violations violations = new Violations();
        PlacementCommand command = body.command(violations);
        violations.refuseIfAny();
        return answer(recording.enter(caller, placement, command), caller);
    }

    private ResponseEntity<PlacementAnswer> answer(Placement placement, Caller caller) {
        return Answers.found(
                placement.version(), answers(List.of(placement), caller).apply(placement));
    }

    private Function<Placement, PlacementAnswer> answers(List<Placement> all, Caller caller) {
        Map<UUID, OfPlacement> papers = agreements.of(caller, all);
        return placement -> PlacementAnswer.of(placement, caller, Objects.requireNonNull(papers.get(placement.id())));
    }
}
