package dev.talentpipeline.internship.imports.web;

import dev.talentpipeline.internship.imports.CommittingImport;
import dev.talentpipeline.internship.imports.FindingImport;
import dev.talentpipeline.internship.imports.Import;
import dev.talentpipeline.internship.imports.ImportKind;
import dev.talentpipeline.internship.imports.ReceivingImport;
import dev.talentpipeline.internship.imports.StagedRow;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.internship.resource.web.Handles;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/programmes/{programme}/imports")
@Tag(name = "Imports")
class ImportController {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ReceivingImport receiving;
    private final FindingImport finding;
    private final CommittingImport committing;

    ImportController(ReceivingImport receiving, FindingImport finding, CommittingImport committing) {
        this.receiving = receiving;
        this.finding = finding;
        this.committing = committing;
    }

    @PostMapping(
            consumes = {
                "text/csv",
                XLSX,
                MediaType.APPLICATION_JSON_VALUE,
                "application/ld+json",
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    @Operation(
            operationId = "uploadImport",
            summary =
                    "Upload a CSV, XLSX or JSON of students (university) or openings (company): it is read and can be looked at; nothing is entered yet",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "The bytes of the file; what counts is its content, not its Content-Type",
                            content = @Content(schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<ImportAnswer> upload(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String kind,
            @Parameter(
                            description =
                                    "number or reference of the only résumé or posting in a JSON file that does not say it")
                    @RequestParam(required = false)
                    @Nullable String anchor,
            HttpServletRequest request) {
        finding.refuseStrangers(caller, programme);
        Violations violations = new Violations();
        ImportKind of = violations.oneOf("kind", kind, ImportKind.class, null);
        if (anchor != null) {
            Handles.check(violations, "anchor", anchor);
        }
        violations.refuseIfAny();
        try {
            return accepted(caller, receiving.receive(caller, programme, of, anchor, request.getInputStream()));
        } catch (IOException e) {
            throw new HttpMessageNotReadableException("upload", e, new ServletServerHttpRequest(request));
        }
    }

    @GetMapping
    @Operation(
            operationId = "listImports",
            summary = "List your imports into the programme, in the order of their ids (university, company)")
    Listing<ImportAnswer> list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        Page.Request request = Listing.byId(violations, cursor, limit);
        violations.refuseIfAny();
        Page<Import> page = finding.list(caller, programme, request);
        var possible = finding.possible(caller, programme);
        return Listing.of(page, found -> ImportAnswer.of(found, possible.apply(found)));
    }

    @GetMapping("/{importId}")
    @Operation(
            operationId = "getImport",
            summary = "Look at an import: how far it is, and what its rows would do (who uploaded it)")
    ResponseEntity<ImportAnswer> get(
            @Parameter(hidden = true) Caller caller, @PathVariable String programme, @PathVariable String importId) {
        Import found = finding.find(caller, programme, importId);
        return Answers.found(found.version(), answer(caller, found));
    }

    @GetMapping("/{importId}/rows")
    @Operation(
            operationId = "listImportRows",
            summary =
                    "List its rows, with what is wrong with each, or with rollOnly=true those that go to the roll alone (who uploaded it)")
    Listing<StagedRow> rows(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @PathVariable String importId,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Boolean rollOnly,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        StagedRow.Standing standing =
                state == null ? null : violations.oneOf("state", state, StagedRow.Standing.class, null);
        Page.Request request = Listing.byNumber(violations, cursor, limit);
        violations.refuseIfAny();
        return Listing.of(
                finding.rows(caller, programme, importId, standing, Boolean.TRUE.equals(rollOnly), request),
                row -> row);
    }

    @PostMapping("/{importId}/commit")
    @Operation(
            operationId = "commitImport",
            summary = "Enter all of its rows, or none: look at it to see how far it is (who uploaded it)")
    ResponseEntity<ImportAnswer> commit(
            @Parameter(hidden = true) Caller caller, @PathVariable String programme, @PathVariable String importId) {
        return accepted(caller, committing.commit(caller, programme, importId));
    }

    @DeleteMapping("/{importId}")
    @Operation(
            operationId = "cancelImport",
            summary = "Cancel an import; a commit that is under way is undone (who uploaded it)")
    ResponseEntity<ImportAnswer> cancel(
            @Parameter(hidden = true) Caller caller, @PathVariable String programme, @PathVariable String importId) {
        Import cancelled = committing.cancel(caller, programme, importId);
        return Answers.found(cancelled.version(), answer(caller, cancelled));
    }

    private ImportAnswer answer(Caller caller, Import found) {
        return ImportAnswer.of(
                found, finding.possible(caller, found.programme()).apply(found));
    }

    private ResponseEntity<ImportAnswer> accepted(Caller caller, Import found) {
        return accepted(found, answer(caller, found));
    }

    static ResponseEntity<ImportAnswer> accepted(Import found, ImportAnswer answer) {
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create("/api/v1/programmes/%s/imports/%s".formatted(found.programme(), found.id())))
                .eTag(Long.toString(found.version()))
                .body(answer);
    }
}
