package dev.talentpipeline.internship.destination.web;

import dev.talentpipeline.internship.destination.CountsAs;
import dev.talentpipeline.internship.destination.Destination;
import dev.talentpipeline.internship.destination.DestinationDecision;
import dev.talentpipeline.internship.destination.DestinationKind;
import dev.talentpipeline.internship.destination.DestinationKinds;
import dev.talentpipeline.internship.destination.Destinations;
import dev.talentpipeline.internship.destination.FindingDestination;
import dev.talentpipeline.internship.destination.RecordingDestination;
import dev.talentpipeline.internship.destination.RecordingDestination.Asked;
import dev.talentpipeline.internship.destination.web.DestinationAnswer.GraduateAnswer;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Destinations")
class DestinationController {

    private static final String OF_A_GRADUATE = "/api/v1/organisations/{organisation}/roll/{entry}/destinations";

    private final DestinationKinds kinds;
    private final FindingDestination finding;
    private final RecordingDestination recording;

    DestinationController(DestinationKinds kinds, FindingDestination finding, RecordingDestination recording) {
        this.kinds = kinds;
        this.finding = finding;
        this.recording = recording;
    }

    /**
     * A decision as it is sent.
     *
     * @param reason code of the catalogue, for VOID
     */
    record DecisionBody(
            @Described(as = DestinationDecision.class, required = true) @Nullable String decision,

            @Nullable String reason) {}

    @GetMapping("/api/v1/destination-kinds")
    @Operation(
            operationId = "listDestinationKinds",
            summary = "List the codes of destinations, with what each counts as and what proves it")
    Listing<DestinationKind> kinds() {
        return new Listing<>(kinds.all(), null);
    }

    @PostMapping(OF_A_GRADUATE)
    @Operation(
            operationId = "recordDestination",
            summary =
                    "Record where a graduate goes; whoever has somewhere to go leaves every programme (the university)")
    ResponseEntity<DestinationAnswer> record(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String organisation,
            @PathVariable String entry,
            @RequestBody DestinationBody body) {
        Violations violations = new Violations();
        Asked asked = body.asked(violations);
        violations.refuseIfAny();
        Posted<Destination> recorded = recording.record(caller, organisation, entry, asked);
        return ResponseEntity.status(recorded.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(DestinationAnswer.of(recorded.resource()));
    }

    @GetMapping(OF_A_GRADUATE)
    @Operation(
            operationId = "listDestinationsOfGraduate",
            summary = "List what was ever recorded of a graduate, newest first (the university; a school its own)")
    Listing<DestinationAnswer> history(
            @Parameter(hidden = true) Caller caller, @PathVariable String organisation, @PathVariable String entry) {
        return new Listing<>(
                finding.history(caller, organisation, entry).stream()
                        .map(DestinationAnswer::of)
                        .toList(),
                null);
    }

    @PostMapping(OF_A_GRADUATE + "/{destination}/decisions")
    @Operation(
            operationId = "decideOnDestination",
            summary = "Verify the destination that holds, or void it as recorded in error (the university)")
    DestinationAnswer decide(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String organisation,
            @PathVariable String entry,
            @PathVariable String destination,
            @RequestBody DecisionBody body) {
        Violations violations = new Violations();
        DestinationDecision decision = violations.oneOf("decision", body.decision(), DestinationDecision.class, null);
        violations.refuseIfAny();
        return DestinationAnswer.of(
                switch (decision) {
                    case VERIFY -> recording.verify(caller, organisation, entry, destination);
                    case VOID -> recording.voidIt(caller, organisation, entry, destination, body.reason());
                });
    }

    @GetMapping("/api/v1/organisations/{organisation}/destinations")
    @Operation(
            operationId = "listDestinations",
            summary =
                    "List everybody on the roll with the destination that holds (the university; a school its own part)")
    Listing<GraduateAnswer> list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String organisation,
            @RequestParam(required = false) @Nullable String school,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable Boolean known,
            @RequestParam(required = false) @Nullable String countsAs,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @Parameter(
                            description =
                                    "With format=CSV or XLSX: the template that says which columns there are, such as register; read before this is called")
                    @RequestParam(required = false)
                    @Nullable String template,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        Page.Request request = Listing.byText(violations, cursor, limit);
        Destinations.Filter filter = new Destinations.Filter(
                organisation,
                school,
                number,
                name,
                known,
                countsAs == null ? null : violations.oneOf("countsAs", countsAs, CountsAs.class, null),
                violations.optionalDate("from", from),
                violations.optionalDate("until", until));
        violations.refuseIfAny();
        return Listing.of(finding.list(caller, filter, request), GraduateAnswer::of);
    }
}
