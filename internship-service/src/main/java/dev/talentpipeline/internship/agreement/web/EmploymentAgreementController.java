package dev.talentpipeline.internship.agreement.web;

import dev.talentpipeline.internship.agreement.AgreementKind;
import dev.talentpipeline.internship.agreement.DraftingAgreement;
import dev.talentpipeline.internship.agreement.DraftingAgreement.EmploymentDraft;
import dev.talentpipeline.internship.agreement.web.AgreementBodies.EmploymentAgreementBody;
import dev.talentpipeline.internship.agreement.web.AgreementBodies.SignatureBody;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.internship.resource.web.ChecksVersion;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Agreements")
class EmploymentAgreementController {

    private final DraftingAgreement drafting;
    private final AgreementRequests requests;

    EmploymentAgreementController(DraftingAgreement drafting, AgreementRequests requests) {
        this.drafting = drafting;
        this.requests = requests;
    }

    @PutMapping("/api/v1/placements/{placement}/employment-agreement")
    @ChecksVersion
    @Operation(
            operationId = "putEmploymentAgreement",
            summary =
                    "Draft the employment agreement that follows from an accepted job offer or give it another text (the student's university)")
    ResponseEntity<AgreementAnswer> put(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String placement,
            @RequestBody EmploymentAgreementBody body) {
        Violations violations = new Violations();
        EmploymentDraft draft = body.draft(violations);
        violations.refuseIfAny();
        return Answers.posted(
                drafting.draft(caller, placement, draft),
                told -> told.agreement().version(),
                AgreementAnswer::of);
    }

    @GetMapping("/api/v1/placements/{placement}/employment-agreement")
    @Operation(
            operationId = "getEmploymentAgreement",
            summary = "Read the employment agreement that follows from an accepted job offer (its parties, operations)")
    ResponseEntity<AgreementAnswer> get(@Parameter(hidden = true) Caller caller, @PathVariable String placement) {
        return requests.read(caller, AgreementKind.EMPLOYMENT, placement);
    }

    @GetMapping("/api/v1/placements/{placement}/employment-agreement.pdf")
    @Operation(
            operationId = "printEmploymentAgreement",
            summary =
                    "Print the employment agreement that follows from an accepted job offer, in Chinese and English or in one of them (its parties)")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> print(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String placement,
            @RequestParam(required = false) @Nullable String language) {
        return requests.print(caller, AgreementKind.EMPLOYMENT, placement, language);
    }

    @PostMapping("/api/v1/placements/{placement}/employment-agreement/signatures")
    @Operation(
            operationId = "signEmploymentAgreement",
            summary =
                    "Enter your own signature under the employment agreement that follows from an accepted job offer (university, company, student)")
    ResponseEntity<AgreementAnswer> sign(
            @Parameter(hidden = true) Caller caller, @PathVariable String placement, @RequestBody SignatureBody body) {
        return requests.sign(caller, AgreementKind.EMPLOYMENT, placement, body);
    }
}
