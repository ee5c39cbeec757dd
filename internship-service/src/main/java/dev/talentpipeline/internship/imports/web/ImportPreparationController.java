package dev.talentpipeline.internship.imports.web;

import dev.talentpipeline.internship.imports.Findings;
import dev.talentpipeline.internship.imports.ImportKind;
import dev.talentpipeline.internship.imports.KeepingVocabularies;
import dev.talentpipeline.internship.imports.Meanings;
import dev.talentpipeline.internship.imports.Template;
import dev.talentpipeline.internship.imports.Vocabularies.Vocabulary;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.internship.resource.web.ChecksVersion;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What goes before an import: templates, and the words that an organisation teaches. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Imports")
class ImportPreparationController {

    private final KeepingVocabularies vocabularies;
    private final Template.Writing templates;

    ImportPreparationController(KeepingVocabularies vocabularies, Template.Writing templates) {
        this.vocabularies = vocabularies;
        this.templates = templates;
    }

    /** Words as they are sent: names of columns to fields, texts to skills and to occupations. */
    @Schema(name = "ImportVocabularyBody")
    record VocabularyBody(
            @Nullable Map<String, @Nullable String> columns,
            @Nullable Map<String, @Nullable String> skills,
            @Nullable Map<String, @Nullable String> occupations) {}

    /** Words as they are answered. */
    @Schema(name = "ImportVocabulary")
    record VocabularyAnswer(
            long version, Map<String, String> columns, Map<String, String> skills, Map<String, String> occupations) {
        static ResponseEntity<VocabularyAnswer> of(Vocabulary vocabulary) {
            return Answers.found(
                    vocabulary.version(),
                    new VocabularyAnswer(
                            vocabulary.version(),
                            new TreeMap<>(vocabulary.columns()),
                            new TreeMap<>(vocabulary.texts().skills()),
                            new TreeMap<>(vocabulary.texts().occupations())));
        }
    }

    @GetMapping("/import-vocabularies/{kind}")
    @Operation(
            operationId = "getImportVocabulary",
            summary =
                    "Read what you taught about your columns, skills and occupations (university: STUDENTS; company: OPENINGS)")
    ResponseEntity<VocabularyAnswer> vocabulary(@Parameter(hidden = true) Caller caller, @PathVariable String kind) {
        return VocabularyAnswer.of(vocabularies.find(caller, kind(kind)));
    }

    @PutMapping("/import-vocabularies/{kind}")
    @ChecksVersion
    @Operation(
            operationId = "putImportVocabulary",
            summary =
                    "Teach what you call columns, skills and occupations, for all later imports, in the place of all that was taught before (university: STUDENTS; company: OPENINGS)")
    ResponseEntity<VocabularyAnswer> teach(
            @Parameter(hidden = true) Caller caller, @PathVariable String kind, @RequestBody VocabularyBody body) {
        ImportKind of = kind(kind);
        Violations violations = new Violations();
        Vocabulary vocabulary = new Vocabulary(
                0,
                words(violations, "columns", body.columns(), true),
                meanings(violations, body.skills(), body.occupations()));
        violations.refuseIfAny();
        return VocabularyAnswer.of(vocabularies.put(caller, of, vocabulary));
    }

    static Meanings meanings(
            Violations violations,
            @Nullable Map<String, @Nullable String> skills,
            @Nullable Map<String, @Nullable String> occupations) {
        return new Meanings(
                words(violations, "skills", skills, false), words(violations, "occupations", occupations, false));
    }

    private static Map<String, String> words(
            Violations violations, String field, @Nullable Map<String, @Nullable String> words, boolean mayBeEmpty) {
        Map<String, String> read = new TreeMap<>();
        if (words == null) {
            return read;
        }
        if (words.size() > Vocabulary.MOST_WORDS) {
            violations.add(field, words.size(), "Teach at most %d words.".formatted(Vocabulary.MOST_WORDS));
            return read;
        }
        words.forEach((word, meaning) -> read.put(
                violations.text(field, word, Vocabulary.LONGEST_WORD),
                mayBeEmpty
                        ? Objects.requireNonNullElse(meaning, "")
                        : violations.text(field + "." + word, meaning, Vocabulary.LONGEST_WORD)));
        return read;
    }

    private enum TemplateFormat {
        CSV,
        XLSX
    }

    @GetMapping("/import-templates/{kind}")
    @Operation(operationId = "getImportTemplate", summary = "Download an empty table to fill in and upload")
    ResponseEntity<byte[]> template(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String language) {
        ImportKind of = kind(kind);
        Violations violations = new Violations();
        TemplateFormat as = violations.oneOf("format", format, TemplateFormat.class, TemplateFormat.XLSX);
        Template.Language in = violations.oneOf("language", language, Template.Language.class, Template.Language.ZH);
        violations.refuseIfAny();
        String name = (of.name() + "." + as.name()).toLowerCase(Locale.ROOT);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        as == TemplateFormat.CSV ? "text/csv;charset=UTF-8" : ImportController.XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(templates.write(of, Findings.Format.valueOf(as.name()), in));
    }

    private static ImportKind kind(String kind) {
        Violations violations = new Violations();
        ImportKind of = violations.oneOf("kind", kind, ImportKind.class, null);
        violations.refuseIfAny();
        return of;
    }
}
