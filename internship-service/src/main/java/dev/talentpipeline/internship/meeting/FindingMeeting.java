package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.internship.FindingInternship;
import dev.talentpipeline.internship.programme.ProgrammeRules.InterviewResults;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.RefusedException;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.student.FindingStudent;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds meetings for their sides: the student, the student's university, the company. To anybody else there is no such meeting, operations
 * included: what people say to each other before they are matched is theirs.
 */
public final class FindingMeeting {

    private final ReadingProgrammes reading;
    private final Programmes programmes;
    private final FindingStudent students;
    private final FindingInternship internships;
    private final Meetings meetings;

    FindingMeeting(
            ReadingProgrammes reading,
            Programmes programmes,
            FindingStudent students,
            FindingInternship internships,
            Meetings meetings) {
        this.reading = reading;
        this.programmes = programmes;
        this.students = students;
        this.internships = internships;
        this.meetings = meetings;
    }

    /**
     * A meeting with its interviews and its history, oldest first.
     *
     * @param results whether whom it is told to may see how interviews went
     */
    public record Told(Meeting meeting, List<Interview> interviews, List<Meeting.Entry> history, boolean results) {}

    public Told find(Caller caller, String id) {
        return told(caller, visible(caller, id));
    }

    /** The meeting, as the caller's side sees it now. */
    Told told(Caller caller, Meeting meeting) {
        return told(caller, List.of(meetings.find(meeting.id()).orElse(meeting)))
                .getFirst();
    }

    private List<Told> told(Caller caller, List<Meeting> found) {
        List<UUID> ids = found.stream().map(Meeting::id).toList();
        var interviews = meetings.interviews(ids);
        var histories = meetings.histories(ids);
        return found.stream()
                .map(meeting -> new Told(
                        meeting,
                        interviews.getOrDefault(meeting.id(), List.of()),
                        histories.getOrDefault(meeting.id(), List.of()),
                        seesResults(caller, meeting)))
                .toList();
    }

    /** The company recorded them; the student's side sees them where the programme shows them. */
    private boolean seesResults(Caller caller, Meeting meeting) {
        return Side.COMPANY.isActedBy(caller, meeting)
                || programmes
                        .find(meeting.programme())
                        .map(programme -> programme.rules().interviewResults() == InterviewResults.SHOWN)
                        .orElse(false);
    }

    /** The meeting, if the caller is one of its sides; refused as one that does not exist otherwise. */
    public Meeting visible(Caller caller, String id) {
        return Optional.ofNullable(Violations.id(id))
                .flatMap(meetings::find)
                .filter(meeting -> Arrays.stream(Side.values()).anyMatch(side -> side.isActedBy(caller, meeting)))
                .orElseThrow(() -> new Refusal.NotFound("meeting", id).asException());
    }

    /**
     * Meetings of a programme in the order of their ids.
     *
     * @param student id, or the caller's own student number
     * @param internship id, or the caller's own reference
     */
    public Page<Told> list(
            Caller caller,
            String programmeId,
            @Nullable String student,
            @Nullable String internship,
            @Nullable MeetingStatus status,
            Page.Request request) {
        String programme = reading.visible(caller, programmeId).id();
        UUID studentId = id(
                student,
                () -> students.find(caller, programme, String.valueOf(student)).id());
        UUID internshipId = id(
                internship,
                () -> internships
                        .find(caller, programme, String.valueOf(internship))
                        .id());
        if ((student != null && studentId == null) || (internship != null && internshipId == null)) {
            return new Page<>(List.of(), null);
        }
        Page<Meeting> found = meetings.list(filter(caller, programme, studentId, internshipId, status), request);
        return new Page<>(told(caller, found.items()), found.next());
    }

    /** A filter that names nothing the caller may see finds nothing; it is no fault. */
    private static @Nullable UUID id(@Nullable String handle, Supplier<UUID> own) {
        UUID id = Violations.id(handle);
        if (handle == null || id != null) {
            return id;
        }
        try {
            return own.get();
        } catch (RefusedException e) {
            return null;
        }
    }

    private static Meetings.Filter filter(
            Caller caller,
            String programme,
            @Nullable UUID student,
            @Nullable UUID internship,
            @Nullable MeetingStatus status) {
        UUID person = Violations.id(caller.person());
        if (caller.is(Role.STUDENT) && person != null) {
            return new Meetings.Filter(programme, student, internship, status, null, null, person);
        }
        String org = caller.org();
        if (caller.is(Role.UNIVERSITY) && org != null) {
            return new Meetings.Filter(programme, student, internship, status, org, null, null);
        }
        if (caller.is(Role.COMPANY) && org != null) {
            return new Meetings.Filter(programme, student, internship, status, null, org, null);
        }
        throw new Refusal.Forbidden("Meetings are listed for their sides.").asException();
    }
}
