package dev.talentpipeline.internship.exports.web;

import dev.talentpipeline.internship.exports.ExportTemplate;
import dev.talentpipeline.internship.exports.ExportTemplate.Column;
import dev.talentpipeline.internship.exports.KeepingExportTemplates;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.internship.resource.web.ChecksVersion;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Templates of the tables that destinations are exported as. */
@RestController
@RequestMapping("/api/v1/organisations/{organisation}/export-templates")
@Tag(name = "Destinations")
class ExportTemplateController {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_CODES = 2000;
    private static final int LONGEST = 100;

    private final KeepingExportTemplates keeping;
    private final TemplateFields fields;

    ExportTemplateController(KeepingExportTemplates keeping, TemplateFields fields) {
        this.keeping = keeping;
        this.fields = fields;
    }

    /** A template as it is sent. */
    record TemplateBody(
            @Described(required = true) @Nullable List<@Nullable ColumnBody> columns) {}

    /** A column as it is sent: with a field, or with a text that stands in every row. */
    record ColumnBody(
            @Described(required = true) @Nullable String heading,
            @Nullable String field,
            @Nullable String text,
            @Nullable Map<String, String> codes) {}

    /** A template as it is answered; it may be sent again as it is but for its name. */
    record TemplateAnswer(String name, boolean own, long version, List<Column> columns) {

        static TemplateAnswer of(ExportTemplate template) {
            return new TemplateAnswer(
                    template.name(), template.organisation() != null, template.version(), template.columns());
        }
    }

    @GetMapping
    @Operation(
            operationId = "listExportTemplates",
            summary =
                    "List the templates that hold for the university, its own and shipped ones (the university; operations)")
    Listing<TemplateAnswer> list(@Parameter(hidden = true) Caller caller, @PathVariable String organisation) {
        return new Listing<>(
                keeping.list(caller, organisation).stream()
                        .map(TemplateAnswer::of)
                        .toList(),
                null);
    }

    @GetMapping("/{template}")
    @Operation(
            operationId = "getExportTemplate",
            summary = "Read the template that holds for the university (the university; operations)")
    ResponseEntity<TemplateAnswer> get(
            @Parameter(hidden = true) Caller caller, @PathVariable String organisation, @PathVariable String template) {
        ExportTemplate found = keeping.find(caller, organisation, template);
        return Answers.found(found.version(), TemplateAnswer.of(found));
    }

    @PutMapping("/{template}")
    @ChecksVersion
    @Operation(
            operationId = "putExportTemplate",
            summary = "Put a template in the place of the shipped one, or beside it (the university; operations)")
    ResponseEntity<TemplateAnswer> put(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String organisation,
            @PathVariable String template,
            @RequestBody TemplateBody body) {
        Violations violations = new Violations();
        violations.matching("template", template, NAME, "Use small letters, digits and hyphens, at most 40.");
        List<Column> columns = columns(violations, body.columns() == null ? List.of() : body.columns());
        violations.refuseIfAny();
        return Answers.posted(
                keeping.put(caller, organisation, template, columns), ExportTemplate::version, TemplateAnswer::of);
    }

    private List<Column> columns(Violations violations, List<@Nullable ColumnBody> sent) {
        if (sent.isEmpty() || sent.size() > MOST_COLUMNS) {
            violations.add("columns", sent.size(), "Give 1 to %d columns.".formatted(MOST_COLUMNS));
            return List.of();
        }
        List<Column> columns = new ArrayList<>();
        Set<String> headings = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            String at = "columns[%d]".formatted(i);
            ColumnBody column = sent.get(i);
            if (column == null) {
                violations.add(at, null, "Give a column, or leave it out.");
                continue;
            }
            String heading = violations.text(at + ".heading", column.heading(), LONGEST);
            if (!headings.add(heading)) {
                violations.add(at + ".heading", heading, "Give each column a heading of its own.");
            }
            if ((column.field() == null) == (column.text() == null)) {
                violations.add(at + ".field", column.field(), "Give either a field or a text.");
            } else if (column.field() != null && !fields.known().contains(column.field())) {
                violations.add(at + ".field", column.field(), "Give one of %s.".formatted(fields.known()));
            }
            columns.add(new Column(
                    heading,
                    column.field(),
                    violations.optionalText(at + ".text", column.text(), LONGEST),
                    codes(violations, at + ".codes", column.codes())));
        }
        return columns;
    }

    private static Map<String, String> codes(Violations violations, String field, @Nullable Map<String, String> sent) {
        if (sent == null) {
            return Map.of();
        }
        boolean bounded = sent.size() <= MOST_CODES
                && sent.entrySet().stream()
                        .allMatch(code -> code.getKey().length() <= LONGEST
                                && code.getValue() != null
                                && code.getValue().length() <= LONGEST);
        if (!bounded) {
            violations.add(
                    field,
                    sent.size(),
                    "Give at most %d codes of at most %d characters.".formatted(MOST_CODES, LONGEST));
            return Map.of();
        }
        return sent;
    }

    @DeleteMapping("/{template}")
    @ChecksVersion
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeExportTemplate",
            summary =
                    "Take the university's own template away; the shipped one holds again (the university; operations)")
    void remove(
            @Parameter(hidden = true) Caller caller, @PathVariable String organisation, @PathVariable String template) {
        keeping.remove(caller, organisation, template);
    }
}
