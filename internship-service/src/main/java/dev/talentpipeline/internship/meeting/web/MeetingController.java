package dev.talentpipeline.internship.meeting.web;

import dev.talentpipeline.internship.meeting.ArrangingInterview;
import dev.talentpipeline.internship.meeting.DecidingMeeting;
import dev.talentpipeline.internship.meeting.FindingMeeting;
import dev.talentpipeline.internship.meeting.FindingMeeting.Told;
import dev.talentpipeline.internship.meeting.Interview.Appointment;
import dev.talentpipeline.internship.meeting.InterviewMove;
import dev.talentpipeline.internship.meeting.InvitingStudent;
import dev.talentpipeline.internship.meeting.InvitingStudent.Invitation;
import dev.talentpipeline.internship.meeting.MeetingMove;
import dev.talentpipeline.internship.meeting.MeetingStatus;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Meetings")
class MeetingController {

    private final InvitingStudent inviting;
    private final FindingMeeting finding;
    private final DecidingMeeting deciding;
    private final ArrangingInterview arranging;

    MeetingController(
            InvitingStudent inviting, FindingMeeting finding, DecidingMeeting deciding, ArrangingInterview arranging) {
        this.inviting = inviting;
        this.finding = finding;
        this.deciding = deciding;
        this.arranging = arranging;
    }

    /** An invitation as it is sent. */
    record InvitationBody(
            @Described(required = true) @Nullable String internship,
            @Described(required = true) @Nullable String student,
            @Nullable String message,
            @Described(as = Instant.class) @Nullable String respondBy) {}

    /** A decision about a meeting, as it is sent. */
    record MeetingDecisionBody(
            @Described(as = MeetingMove.class, required = true) @Nullable String decision,

            @Nullable String reason) {}

    /** A decision about an interview, as it is sent: the fields of an appointment for MOVE, a result for RECORD. */
    record InterviewDecisionBody(
            @Described(as = InterviewMove.class, required = true) @Nullable String decision,

            @Nullable String reason,
            @Nullable String result,
            @Described(as = Instant.class) @Nullable String startsAt,
            @Nullable Integer minutes,
            @Nullable String place,
            @Nullable String link) {}

    @PostMapping("/api/v1/programmes/{programme}/invitations")
    @Operation(operationId = "inviteStudent", summary = "Invite a student to one of your internships (company)")
    @ApiResponse(responseCode = "201", description = "The meeting, which waits for the student's answer")
    ResponseEntity<MeetingAnswer> invite(
            @Parameter(hidden = true) Caller caller, @PathVariable String programme, @RequestBody InvitationBody body) {
        Violations violations = new Violations();
        String internship = violations.text("internship", body.internship(), 64);
        String student = violations.text("student", body.student(), 64);
        String message = violations.optionalText("message", body.message(), 1_000);
        Instant respondBy = violations.optionalInstant("respondBy", body.respondBy());
        violations.refuseIfAny();
        Told told = inviting.invite(caller, programme, new Invitation(internship, student, message, respondBy));
        return created(told);
    }

    @GetMapping("/api/v1/programmes/{programme}/meetings")
    @Operation(
            operationId = "listMeetings",
            summary = "List the invitations and meetings that you are a side of (student, university, company)")
    Listing<MeetingAnswer> list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String student,
            @RequestParam(required = false) @Nullable String internship,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        MeetingStatus in = state == null ? null : violations.oneOf("state", state, MeetingStatus.class, null);
        Page.Request request = Listing.byId(violations, cursor, limit);
        violations.refuseIfAny();
        return Listing.of(finding.list(caller, programme, student, internship, in, request), MeetingAnswer::of);
    }

    @GetMapping("/api/v1/meetings/{meeting}")
    @Operation(
            operationId = "getMeeting",
            summary = "Read a meeting with its interviews and its history (student, university, company)")
    ResponseEntity<MeetingAnswer> get(@Parameter(hidden = true) Caller caller, @PathVariable String meeting) {
        return answer(finding.find(caller, meeting));
    }

    @PostMapping("/api/v1/meetings/{meeting}/decisions")
    @Operation(
            operationId = "decideOnMeeting",
            summary =
                    "Decide about a meeting (student or their university: ACCEPT, DECLINE; company: WITHDRAW; any of them: END)")
    ResponseEntity<MeetingAnswer> decide(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String meeting,
            @RequestBody MeetingDecisionBody body) {
        Violations violations = new Violations();
        MeetingMove move = violations.oneOf("decision", body.decision(), MeetingMove.class, null);
        String reason = violations.optionalText("reason", body.reason(), 64);
        violations.refuseIfAny();
        return answer(deciding.decide(caller, meeting, move, reason));
    }

    @PostMapping("/api/v1/meetings/{meeting}/interviews")
    @Operation(
            operationId = "proposeInterview",
            summary = "Propose an interview (student, company); the other side confirms it")
    @ApiResponse(responseCode = "201", description = "The meeting with the interview in it")
    ResponseEntity<MeetingAnswer> propose(
            @Parameter(hidden = true) Caller caller, @PathVariable String meeting, @RequestBody AppointmentBody body) {
        Violations violations = new Violations();
        Appointment appointment = body.appointment(violations, false);
        violations.refuseIfAny();
        return created(arranging.propose(caller, meeting, appointment));
    }

    @PostMapping("/api/v1/meetings/{meeting}/interviews/{interview}/decisions")
    @Operation(
            operationId = "decideOnInterview",
            summary = "Decide about an interview (student, company: CONFIRM, MOVE, CANCEL; company: RECORD its result)")
    ResponseEntity<MeetingAnswer> decide(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String meeting,
            @PathVariable String interview,
            @RequestBody InterviewDecisionBody body) {
        Violations violations = new Violations();
        InterviewMove move = violations.oneOf("decision", body.decision(), InterviewMove.class, null);
        String reason = violations.optionalText(
                move == InterviewMove.RECORD ? "result" : "reason",
                move == InterviewMove.RECORD ? body.result() : body.reason(),
                64);
        Appointment appointment = move == InterviewMove.MOVE
                ? new AppointmentBody(body.startsAt(), body.minutes(), body.place(), body.link())
                        .appointment(violations, true)
                : null;
        violations.refuseIfAny();
        return answer(arranging.decide(caller, meeting, interview, move, reason, appointment));
    }

    private static ResponseEntity<MeetingAnswer> created(Told told) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Long.toString(told.meeting().version()))
                .body(MeetingAnswer.of(told));
    }

    private static ResponseEntity<MeetingAnswer> answer(Told told) {
        return Answers.found(told.meeting().version(), MeetingAnswer.of(told));
    }
}
