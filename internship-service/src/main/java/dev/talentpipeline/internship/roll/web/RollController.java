package dev.talentpipeline.internship.roll.web;

import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.internship.resource.web.ChecksVersion;
import dev.talentpipeline.internship.resource.web.Handles;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.internship.roll.FindingRollEntry;
import dev.talentpipeline.internship.roll.KeepingRoll;
import dev.talentpipeline.internship.roll.RemovingRollEntry;
import dev.talentpipeline.internship.roll.RollEntries;
import dev.talentpipeline.internship.roll.RollEntry;
import dev.talentpipeline.internship.roll.RollFacts;
import dev.talentpipeline.internship.roll.RollStanding;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organisations/{organisation}/roll")
@Tag(name = "Roll")
class RollController {

    private final KeepingRoll keeping;
    private final RemovingRollEntry removing;
    private final FindingRollEntry finding;

    RollController(KeepingRoll keeping, RemovingRollEntry removing, FindingRollEntry finding) {
        this.keeping = keeping;
        this.removing = removing;
        this.finding = finding;
    }

    @PutMapping("/{entry}")
    @ChecksVersion
    @Operation(
            operationId = "putRollEntry",
            summary = "Put a student on the roll, or change what is known of them (the university)")
    ResponseEntity<RollEntryAnswer> put(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String organisation,
            @PathVariable String entry,
            @RequestBody RollEntryBody body) {
        Violations violations = new Violations();
        Handles.check(violations, "entry", entry);
        RollFacts facts = body.facts(violations);
        violations.refuseIfAny();
        return Answers.posted(keeping.put(caller, organisation, entry, facts), RollEntry::version, RollEntryAnswer::of);
    }

    @DeleteMapping("/{entry}")
    @ChecksVersion
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeRollEntry",
            summary = "Take an entry off the roll that nobody has claimed and that is in no programme (the university)")
    void remove(
            @Parameter(hidden = true) Caller caller, @PathVariable String organisation, @PathVariable String entry) {
        removing.remove(caller, organisation, entry);
    }

    @GetMapping("/{entry}")
    @Operation(
            operationId = "getRollEntry",
            summary = "Read an entry of the roll by its id or the student number (the university; a school its own)")
    ResponseEntity<RollEntryAnswer> get(
            @Parameter(hidden = true) Caller caller, @PathVariable String organisation, @PathVariable String entry) {
        RollEntry found = finding.find(caller, organisation, entry);
        return Answers.found(found.version(), RollEntryAnswer.of(found));
    }

    @GetMapping
    @Operation(
            operationId = "listRollEntries",
            summary = "List the roll in the order of student numbers (the university; a school its own part)")
    Listing<RollEntryAnswer> list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String organisation,
            @RequestParam(required = false) @Nullable String school,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable Boolean claimed,
            @RequestParam(required = false) @Nullable String standing,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        RollStanding.Step step =
                standing == null ? null : violations.oneOf("standing", standing, RollStanding.Step.class, null);
        if (step == null && programme != null) {
            violations.add("programme", programme, "Say a standing too, or leave it out.");
        }
        Page.Request request = Listing.byText(violations, cursor, limit);
        violations.refuseIfAny();
        RollEntries.At at = step == null ? null : new RollEntries.At(step, programme);
        RollEntries.Filter asked = new RollEntries.Filter(organisation, school, number, name, claimed, at);
        return Listing.of(finding.list(caller, asked, request), RollEntryAnswer::of);
    }
}
