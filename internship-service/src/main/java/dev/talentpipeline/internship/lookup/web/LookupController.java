package dev.talentpipeline.internship.lookup.web;

import dev.talentpipeline.internship.lookup.LookingUp;
import dev.talentpipeline.internship.lookup.Lookups.Kind;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Audit")
class LookupController {

    private final LookingUp lookingUp;

    LookupController(LookingUp lookingUp) {
        this.lookingUp = lookingUp;
    }

    @Schema(name = "Lookup")
    record LookupAnswer(
            @Schema(description = "Empty: the organisation calls nothing so.")
            List<FoundAnswer> found) {}

    /** Ids and nothing else. */
    @Schema(name = "LookupFound")
    record FoundAnswer(
            Kind kind,
            UUID id,

            @Schema(description = "In which programme; null of a person.") @Nullable String programme) {}

    @GetMapping("/api/v1/lookups")
    @Operation(
            operationId = "lookUp",
            summary = "Find the ids of a student number or a reference (operations; on record)",
            description =
                    "Of a university's student number: the person and their student of each programme. Of a company's"
                            + " reference: the internship of each programme.")
    LookupAnswer lookUp(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The university or company that calls it so.", example = "univ-linjiang-tech")
                    @RequestParam
                    String organisation,
            @Parameter(description = "The student number or reference.", example = "20230001") @RequestParam
                    String called) {
        return new LookupAnswer(lookingUp.lookUp(caller, organisation.strip(), called.strip()).stream()
                .map(found -> new FoundAnswer(found.kind(), found.id(), found.programme()))
                .toList());
    }
}
