package dev.talentpipeline.internship.agreement.web;

import dev.talentpipeline.internship.agreement.AgreementKind;
import dev.talentpipeline.internship.agreement.DraftingAgreement;
import dev.talentpipeline.internship.agreement.DraftingAgreement.InternshipDraft;
import dev.talentpipeline.internship.agreement.web.AgreementBodies.InternshipAgreementBody;
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
class InternshipAgreementController {

    private final DraftingAgreement drafting;
    private final AgreementRequests requests;

    InternshipAgreementController(DraftingAgreement drafting, AgreementRequests requests) {
        this.drafting = drafting;
        this.requests = requests;
    }

    @PutMapping("/api/v1/offers/{offer}/agreement")
    @ChecksVersion
    @Operation(
            operationId = "putInternshipAgreement",
            summary =
                    "Draft the internship agreement of a confirmed offer or give it another text (the student's university)")
    ResponseEntity<AgreementAnswer> put(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String offer,
            @RequestBody InternshipAgreementBody body) {
        Violations violations = new Violations();
        InternshipDraft draft = body.draft(violations);
        violations.refuseIfAny();
        return Answers.posted(
                drafting.draft(caller, offer, draft), told -> told.agreement().version(), AgreementAnswer::of);
    }

    @GetMapping("/api/v1/offers/{offer}/agreement")
    @Operation(
            operationId = "getInternshipAgreement",
            summary = "Read the internship agreement of an offer (its parties, operations)")
    ResponseEntity<AgreementAnswer> get(@Parameter(hidden = true) Caller caller, @PathVariable String offer) {
        return requests.read(caller, AgreementKind.INTERNSHIP, offer);
    }

    @GetMapping("/api/v1/offers/{offer}/agreement.pdf")
    @Operation(
            operationId = "printInternshipAgreement",
            summary =
                    "Print the internship agreement of an offer, in Chinese and English or in one of them (its parties)")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> print(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String offer,
            @RequestParam(required = false) @Nullable String language) {
        return requests.print(caller, AgreementKind.INTERNSHIP, offer, language);
    }

    @PostMapping("/api/v1/offers/{offer}/agreement/signatures")
    @Operation(
            operationId = "signInternshipAgreement",
            summary =
                    "Enter your own signature under the internship agreement of an offer (university, company, student)")
    ResponseEntity<AgreementAnswer> sign(
            @Parameter(hidden = true) Caller caller, @PathVariable String offer, @RequestBody SignatureBody body) {
        return requests.sign(caller, AgreementKind.INTERNSHIP, offer, body);
    }
}
