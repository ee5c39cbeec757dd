package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.offer.FindingBetween;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeRules.InterviewResults;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Between;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds meetings for their sides: the student, the student's university, the company. To anybody else there is no such meeting, operations
 * included: what people say to each other before they are matched is theirs.
 */
public final class FindingMeeting {

    private static final String FOR_WHOM = "Meetings are listed for their sides.";

    private final FindingBetween between;
    private final Programmes programmes;
    private final Meetings meetings;
    private final Clock clock;

    FindingMeeting(FindingBetween between, Programmes programmes, Meetings meetings, Clock clock) {
        this.between = between;
        this.programmes = programmes;
        this.meetings = meetings;
        this.clock = clock;
    }

    /**
     * A meeting with its interviews and its history, oldest first.
     *
     * @param results whether whom it is told to may see how interviews went
     * @param possible what whom it is told to could do in it now
     */
    public record Told(
            Meeting meeting,
            List<Arranged> interviews,
            List<Meeting.Entry> history,
            boolean results,
            List<MeetingAct> possible) {}

    /**
     * An interview of it.
     *
     * @param possible what whom it is told to could decide about it now
     */
    public record Arranged(Interview interview, List<InterviewMove> possible) {}

    public Told find(Caller caller, String id) {
        return told(caller, visible(caller, id));
    }

    /** The meeting, as the caller's side sees it now. */
    Told told(Caller caller, Meeting meeting) {
        return told(caller, List.of(meetings.find(meeting.id()).orElse(meeting)))
                .getFirst();
    }

    /** Meetings of one programme. */
    private List<Told> told(Caller caller, List<Meeting> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = found.stream().map(Meeting::id).toList();
        var interviews = meetings.interviews(ids);
        var histories = meetings.histories(ids);
        Programme programme = programmes.find(found.getFirst().programme()).orElseThrow();
        Instant now = clock.instant();
        return found.stream()
                .map(meeting -> new Told(
                        meeting,
                        interviews.getOrDefault(meeting.id(), List.of()).stream()
                                .map(interview -> new Arranged(
                                        interview, PossibleMoves.of(caller, meeting, interview, programme, now)))
                                .toList(),
                        histories.getOrDefault(meeting.id(), List.of()),
                        seesResults(caller, meeting, programme),
                        PossibleMoves.acts(
                                caller,
                                meeting,
                                interviews.getOrDefault(meeting.id(), List.of()).size(),
                                programme,
                                now)))
                .toList();
    }

    /** The company recorded them; the student's side sees them where the programme shows them. */
    private static boolean seesResults(Caller caller, Meeting meeting, Programme programme) {
        return Side.COMPANY.isActedBy(caller, meeting)
                || programme.rules().interviewResults() == InterviewResults.SHOWN;
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
        if (caller.is(Role.OPERATIONS)) {
            throw new Refusal.Forbidden(FOR_WHOM).asException();
        }
        return between.find(caller, programmeId, student, internship, FOR_WHOM)
                .map(asked -> list(caller, asked, status, request))
                .orElseGet(() -> new Page<>(List.of(), null));
    }

    private Page<Told> list(Caller caller, Between asked, @Nullable MeetingStatus status, Page.Request request) {
        Page<Meeting> found = meetings.list(asked, status, request);
        return new Page<>(told(caller, found.items()), found.next());
    }
}
