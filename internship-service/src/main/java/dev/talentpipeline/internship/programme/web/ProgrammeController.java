package dev.talentpipeline.internship.programme.web;

import dev.talentpipeline.internship.programme.PostingProgramme;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeRules;
import dev.talentpipeline.internship.programme.ProgrammeState;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.internship.resource.web.ChecksVersion;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/programmes")
@Tag(name = "Programmes")
class ProgrammeController {

    private final PostingProgramme posting;
    private final ReadingProgrammes reading;
    private final Programmes programmes;

    ProgrammeController(PostingProgramme posting, ReadingProgrammes reading, Programmes programmes) {
        this.posting = posting;
        this.reading = reading;
        this.programmes = programmes;
    }

    /** A programme's new state, as it is sent. */
    record StateBody(
            @Described(as = Asked.class, required = true) @Nullable String state) {}

    /** What a caller may put a programme into; a draft is what it was before. */
    @Schema(name = "ProgrammeStateChange")
    private enum Asked {
        RUNNING,
        HELD,
        PAUSED,
        CLOSED
    }

    @PutMapping("/{programme}")
    @ChecksVersion
    @Operation(operationId = "putProgramme", summary = "Set up a programme or change its rules (its owner, operations)")
    ResponseEntity<ProgrammeAnswer> put(
            @Parameter(hidden = true) Caller caller, @PathVariable String programme, @RequestBody ProgrammeBody body) {
        Violations violations = new Violations();
        ProgrammeBody.id(violations, "programme", programme);
        ProgrammeRules rules = body.rules(violations);
        String seed = body.seed(violations);
        ProgrammeState state = body.state(violations);
        violations.refuseIfAny();
        return Answers.posted(
                posting.post(caller, programme, rules, seed, state),
                Programme::version,
                posted -> ProgrammeAnswer.of(posted, caller));
    }

    @PostMapping("/{programme}/dry-run")
    @Operation(
            operationId = "dryRunProgramme",
            summary = "See what a change of rules would do to offers and members (its owner, operations)")
    DryRunAnswer dryRun(
            @Parameter(hidden = true) Caller caller, @PathVariable String programme, @RequestBody ProgrammeBody body) {
        Violations violations = new Violations();
        ProgrammeRules rules = body.rules(violations);
        String seed = body.seed(violations);
        ProgrammeState state = body.state(violations);
        violations.refuseIfAny();
        return DryRunAnswer.of(programme, posting.dryRun(caller, programme, rules, seed, state));
    }

    @GetMapping("/{programme}")
    @Operation(operationId = "getProgramme", summary = "Read a programme")
    ResponseEntity<ProgrammeAnswer> get(@Parameter(hidden = true) Caller caller, @PathVariable String programme) {
        Programme found = reading.visible(caller, programme);
        return Answers.found(found.version(), ProgrammeAnswer.of(found, caller));
    }

    @GetMapping
    @Operation(
            operationId = "listProgrammes",
            summary = "List the programmes that you can take part in or run; archived ones by themselves")
    Listing<ProgrammeAnswer> list(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        Page.Request request = Listing.byText(violations, cursor, limit);
        violations.refuseIfAny();
        return Listing.of(programmes.list(caller, archived, request), found -> ProgrammeAnswer.of(found, caller));
    }

    @PostMapping("/{programme}/state")
    @ChecksVersion
    @Operation(
            operationId = "setProgrammeState",
            summary = "Start, hold, pause or close a programme (its owner, operations)")
    ResponseEntity<ProgrammeAnswer> state(
            @Parameter(hidden = true) Caller caller, @PathVariable String programme, @RequestBody StateBody body) {
        Violations violations = new Violations();
        Asked asked = violations.oneOf("state", body.state(), Asked.class, null);
        violations.refuseIfAny();
        Programme changed = posting.put(caller, programme, ProgrammeState.valueOf(asked.name()));
        return Answers.found(changed.version(), ProgrammeAnswer.of(changed, caller));
    }
}
