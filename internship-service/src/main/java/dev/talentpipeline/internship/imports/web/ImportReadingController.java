package dev.talentpipeline.internship.imports.web;

import dev.talentpipeline.internship.imports.Correction;
import dev.talentpipeline.internship.imports.FindingImport;
import dev.talentpipeline.internship.imports.Import;
import dev.talentpipeline.internship.imports.Meanings;
import dev.talentpipeline.internship.imports.ReceivingImport;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reads the file of an import again, where its columns were taken for something else than they are. */
@RestController
@Tag(name = "Imports")
class ImportReadingController {

    private static final Pattern PLACE = Pattern.compile("[1-9][0-9]{0,4}");

    private final FindingImport finding;
    private final ReceivingImport receiving;

    ImportReadingController(FindingImport finding, ReceivingImport receiving) {
        this.finding = finding;
        this.receiving = receiving;
    }

    /**
     * What a file means, as it is sent.
     *
     * @param columns the field of each column by its place, counted from 1; a column that is not among them is not read
     * @param skills ids of skills by the texts that mean them
     * @param occupations the same of occupations
     * @param remember whether later files are read so too; missing: they are not
     */
    record ReadingBody(
            @Nullable Map<String, String> columns,
            @Nullable Map<String, @Nullable String> skills,
            @Nullable Map<String, @Nullable String> occupations,
            @Nullable Boolean remember) {}

    @PostMapping("/api/v1/programmes/{programme}/imports/{importId}/readings")
    @Operation(
            operationId = "readImportAgain",
            summary =
                    "Have a READY import's file read again, by what you say that its columns and its texts for skills and occupations mean: its rows are found out anew (who uploaded it)")
    ResponseEntity<ImportAnswer> readAgain(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @PathVariable String importId,
            @RequestBody ReadingBody body) {
        // To anybody else there is no such import, whatever they say of its columns.
        finding.find(caller, programme, importId);
        Violations violations = new Violations();
        Map<Integer, String> fields = new TreeMap<>();
        if (body.columns() == null) {
            violations.add("columns", null, "Say which field each column is.");
        } else {
            body.columns().forEach((at, field) -> {
                if (PLACE.matcher(at).matches()) {
                    fields.put(Integer.valueOf(at), String.valueOf(field));
                } else {
                    violations.add("columns." + at, field, "Name columns by their places, from 1.");
                }
            });
        }
        Meanings texts = ImportPreparationController.meanings(violations, body.skills(), body.occupations());
        violations.refuseIfAny();
        boolean remember = Boolean.TRUE.equals(body.remember());
        Import begun = receiving.readAgain(caller, programme, importId, new Correction(fields, texts, remember));
        return ImportController.accepted(
                begun,
                ImportAnswer.of(begun, finding.possible(caller, programme).apply(begun)));
    }
}
