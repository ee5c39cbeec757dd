package dev.talentpipeline.internship.joint.web;

import dev.talentpipeline.internship.joint.JointRecord;
import dev.talentpipeline.internship.joint.JointRecord.Content;
import dev.talentpipeline.internship.joint.KeepingJointRecords;
import dev.talentpipeline.internship.joint.Participation;
import dev.talentpipeline.internship.joint.RecordingParticipation;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.internship.resource.web.ChecksVersion;
import dev.talentpipeline.internship.resource.web.Handles;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
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
@RequestMapping("/api/v1/programmes/{programme}/joint-records")
@Tag(name = "Joint programmes")
class JointRecordController {

    private final KeepingJointRecords keeping;
    private final RecordingParticipation participation;

    JointRecordController(KeepingJointRecords keeping, RecordingParticipation participation) {
        this.keeping = keeping;
        this.participation = participation;
    }

    /** That a student takes part, as it is sent. */
    record ParticipationBody(
            @Described(as = LocalDate.class) @Nullable String completedOn) {}

    @PutMapping("/{record}")
    @ChecksVersion
    @Operation(
            operationId = "putJointRecord",
            summary = "Set up a project or course of a joint programme or change it (its two members)")
    ResponseEntity<JointRecordAnswer> put(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @PathVariable String record,
            @RequestBody JointRecordBody body) {
        Violations violations = new Violations();
        Handles.check(violations, "record", record);
        Content content = body.content(violations);
        violations.refuseIfAny();
        return Answers.posted(
                keeping.put(caller, programme, record, content), JointRecord::version, JointRecordAnswer::of);
    }

    @GetMapping("/{record}")
    @Operation(operationId = "getJointRecord", summary = "Read a project or course")
    ResponseEntity<JointRecordAnswer> get(
            @Parameter(hidden = true) Caller caller, @PathVariable String programme, @PathVariable String record) {
        JointRecord found = keeping.find(caller, programme, record);
        return Answers.found(found.version(), JointRecordAnswer.of(found));
    }

    @GetMapping
    @Operation(operationId = "listJointRecords", summary = "List the projects and courses of a joint programme")
    Listing<JointRecordAnswer> list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable UUID internship,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        JointRecord.Kind of = kind == null ? null : violations.oneOf("kind", kind, JointRecord.Kind.class, null);
        Page.Request request = Listing.byText(violations, cursor, limit);
        violations.refuseIfAny();
        return Listing.of(keeping.list(caller, programme, of, internship, request), JointRecordAnswer::of);
    }

    @DeleteMapping("/{record}")
    @ChecksVersion
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeJointRecord",
            summary = "Remove a project or course that nobody took part in (its two members)")
    void remove(@Parameter(hidden = true) Caller caller, @PathVariable String programme, @PathVariable String record) {
        keeping.remove(caller, programme, record);
    }

    @PutMapping("/{record}/participants/{student}")
    @Operation(
            operationId = "recordParticipation",
            summary = "Record that a student takes part, or has completed it (the student's university)")
    Participation record(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @PathVariable String record,
            @PathVariable String student,
            @RequestBody ParticipationBody body) {
        Violations violations = new Violations();
        LocalDate completedOn = violations.optionalDate("completedOn", body.completedOn());
        violations.refuseIfAny();
        return participation.record(caller, programme, record, student, completedOn);
    }

    @DeleteMapping("/{record}/participants/{student}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeParticipation",
            summary = "Take back that a student takes part (the student's university)")
    void forget(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @PathVariable String record,
            @PathVariable String student) {
        participation.remove(caller, programme, record, student);
    }

    @GetMapping("/{record}/participants")
    @Operation(
            operationId = "listParticipations",
            summary = "List who takes part (university: its own students; operations: all)")
    Listing<Participation> participants(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @PathVariable String record,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        Page.Request request = Listing.byId(violations, cursor, limit);
        violations.refuseIfAny();
        return Listing.of(participation.list(caller, programme, record, request), each -> each);
    }
}
