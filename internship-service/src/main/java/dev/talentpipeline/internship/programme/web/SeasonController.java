package dev.talentpipeline.internship.programme.web;

import dev.talentpipeline.internship.programme.ArchivingProgramme;
import dev.talentpipeline.internship.programme.CopyingProgramme;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** From one season of a programme to the next. */
@RestController
@RequestMapping("/api/v1/programmes/{programme}")
@Tag(name = "Programmes")
class SeasonController {

    private final CopyingProgramme copying;
    private final ArchivingProgramme archiving;

    SeasonController(CopyingProgramme copying, ArchivingProgramme archiving) {
        this.copying = copying;
        this.archiving = archiving;
    }

    /** The next season, as it is sent. */
    record CopyBody(
            @Described(required = true) @Nullable String id,
            @Nullable String name,
            @Described(as = Instant.class) @Nullable String opensAt,
            @Described(as = Instant.class) @Nullable String closesAt,
            @Described(as = Instant.class) @Nullable List<@Nullable String> clearingAt) {}

    @PostMapping("/copies")
    @Operation(
            operationId = "copyProgramme",
            summary =
                    "Copy rules, members and quotas to the next season, as a draft (the programme's owner, operations)")
    ResponseEntity<ProgrammeAnswer> copy(
            @Parameter(hidden = true) Caller caller, @PathVariable String programme, @RequestBody CopyBody body) {
        Violations violations = new Violations();
        String id = ProgrammeBody.id(violations, "id", body.id());
        CopyingProgramme.Season season = new CopyingProgramme.Season(
                violations.text("name", body.name(), 200),
                violations.optionalInstant("opensAt", body.opensAt()),
                violations.optionalInstant("closesAt", body.closesAt()),
                body.clearingAt() == null ? null : ProgrammeBody.clearings(violations, body.clearingAt()));
        violations.refuseIfAny();
        Programme copy = copying.copy(caller, programme, id, season);
        return Answers.posted(
                new Posted<>(copy, true), Programme::version, copied -> ProgrammeAnswer.of(copied, caller));
    }

    @PostMapping("/archive")
    @Operation(
            operationId = "archiveProgramme",
            summary = "Keep a closed programme for the record only (its owner, operations)")
    ResponseEntity<ProgrammeAnswer> archive(@Parameter(hidden = true) Caller caller, @PathVariable String programme) {
        Programme archived = archiving.archive(caller, programme);
        return Answers.found(archived.version(), ProgrammeAnswer.of(archived, caller));
    }
}
