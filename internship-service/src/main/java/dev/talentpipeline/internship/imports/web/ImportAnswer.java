package dev.talentpipeline.internship.imports.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.talentpipeline.internship.imports.Fault;
import dev.talentpipeline.internship.imports.Findings;
import dev.talentpipeline.internship.imports.Findings.LeftOut;
import dev.talentpipeline.internship.imports.Findings.MappedColumn;
import dev.talentpipeline.internship.imports.Findings.RecognisedOccupation;
import dev.talentpipeline.internship.imports.Findings.RecognisedSkill;
import dev.talentpipeline.internship.imports.Import;
import dev.talentpipeline.internship.imports.ImportAct;
import dev.talentpipeline.internship.imports.ImportKind;
import dev.talentpipeline.internship.imports.ImportState;
import dev.talentpipeline.kit.exports.OnlyInAnswers;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is answered: how far it is, what its rows would do, what its columns, skills and occupations were taken for, and what was left out.
 *
 * @param possible what whoever uploaded it could do with it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FileImport")
record ImportAnswer(
        UUID id,
        String programme,
        ImportKind kind,
        long version,
        ImportState state,
        RowCounts rows,
        @Nullable FileAnswer file,
        @Nullable List<MappedColumn> columns,
        @Nullable List<RecognisedSkill> skills,
        @Nullable List<RecognisedOccupation> occupations,
        @Nullable List<LeftOut> leftOut,
        @Nullable Fault fault,
        Instant createdAt,
        Instant expiresAt,
        @OnlyInAnswers List<ImportAct> possible) {

    /**
     * Rows in numbers.
     *
     * @param done entered so far, while it is committed
     * @param rollOnly those that can be entered and go to the roll alone; counted among the others, as long as what was found in the file is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowCounts(
            int read,
            int done,
            @JsonProperty("new") int fresh,
            int changed,
            int unchanged,
            int bad,
            @Nullable Integer rollOnly) {

        static RowCounts of(Import.Counts counts, @Nullable Findings findings) {
            return new RowCounts(
                    counts.read(),
                    counts.done(),
                    counts.fresh(),
                    counts.changed(),
                    counts.same(),
                    counts.bad(),
                    findings == null ? null : findings.rollOnly());
        }
    }

    /** How the file is written. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FileAnswer(
            Findings.Format format,
            @Nullable String encoding,
            @Nullable String delimiter,
            @Nullable String sheet,
            int headerRow) {

        static FileAnswer of(Findings findings) {
            Findings.Form form = findings.form();
            return new FileAnswer(form.format(), form.encoding(), form.delimiter(), form.sheet(), findings.headerRow());
        }
    }

    static ImportAnswer of(Import found, List<ImportAct> possible) {
        Findings findings = found.findings();
        return new ImportAnswer(
                found.id(),
                found.programme(),
                found.kind(),
                found.version(),
                found.state(),
                RowCounts.of(found.counts(), findings),
                findings == null ? null : FileAnswer.of(findings),
                findings == null ? null : findings.columns(),
                findings == null ? null : findings.skills(),
                findings == null ? null : findings.occupations(),
                findings == null ? null : findings.leftOut(),
                found.fault(),
                found.createdAt(),
                found.expiresAt(),
                possible);
    }
}
