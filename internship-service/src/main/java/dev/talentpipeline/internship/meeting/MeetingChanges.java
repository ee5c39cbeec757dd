package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.meeting.FindingMeeting.Told;
import dev.talentpipeline.internship.meeting.MeetingDecision.Happened;
import dev.talentpipeline.internship.meeting.MeetingDecision.NotPossible;
import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.kit.security.Caller;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what happens to meetings: each version with its entry in the history and its event, by which the audit trail has it too. */
final class MeetingChanges {

    /** Who brings about what time, or somebody's leaving, does to a meeting. */
    static final Actor SYSTEM = new Actor("SYSTEM", "internship-service");

    private final Meetings meetings;
    private final FindingMeeting finding;
    private final MeetingEvents events;

    MeetingChanges(Meetings meetings, FindingMeeting finding, MeetingEvents events) {
        this.meetings = meetings;
        this.finding = finding;
        this.events = events;
    }

    /** Adds the meeting, unless the two meet about the same already. */
    Told begin(Caller caller, Meeting meeting, Actor by) {
        if (!meetings.add(meeting, Meeting.Entry.of(meeting, null, by))) {
            throw alreadyMeeting(meeting).asException();
        }
        tell(meeting, by);
        return finding.told(caller, meeting);
    }

    private Refusal alreadyMeeting(Meeting meeting) {
        Map<String, Object> facts = new HashMap<>();
        meetings.standing(meeting.student(), meeting.company(), meeting.internship())
                .ifPresent(standing -> {
                    facts.put("meeting", standing.id());
                    facts.put("state", standing.status());
                });
        return new Refusal.Conflict(
                "already-meeting",
                "student (%s) and company (%s) are about to meet already. Maybe go on with that meeting."
                        .formatted(meeting.student(), meeting.company()),
                facts);
    }

    /**
     * Applies the command to the locked meeting if it is possible; gives the decision either way. Whatever ends a meeting calls its open
     * interviews off.
     */
    MeetingDecision apply(Meeting meeting, MeetingCommand command, @Nullable Act act, Actor by, Instant now) {
        MeetingDecision decision = MeetingDecision.decide(meeting.state(), command, now);
        switch (decision) {
            case Happened(MeetingState state) -> {
                Meeting changed = meeting.in(state, now);
                if (changed.status() == MeetingStatus.ENDED) {
                    meetings.interviewsOf(meeting.id()).stream()
                            .filter(interview -> interview.state() instanceof InterviewState.Proposed
                                    || interview.state() instanceof InterviewState.Confirmed)
                            .forEach(interview ->
                                    meetings.save(interview.in(new InterviewState.Cancelled("MEETING_ENDED"), now)));
                }
                save(changed, Meeting.Entry.of(changed, act, by));
            }
            case NotPossible _ -> {
                // Nothing happened, so nothing is kept.
            }
        }
        return decision;
    }

    /** Keeps a version in which an interview changed. */
    void interviewChanged(
            Meeting meeting,
            UUID interview,
            String what,
            @Nullable Act act,
            @Nullable String reason,
            Actor by,
            Instant now) {
        Meeting changed = meeting.touched(now);
        save(changed, new Meeting.Entry(what, interview, reason == null ? null : act, reason, now, by));
    }

    /** Keeps a version that says nothing new. */
    void retell(Meeting meeting) {
        save(meeting, Meeting.Entry.of(meeting, null, SYSTEM));
    }

    private void save(Meeting meeting, Meeting.Entry entry) {
        meetings.save(meeting, entry);
        tell(meeting, entry.by());
    }

    private void tell(Meeting meeting, Actor by) {
        events.changed(meeting, meetings.interviewsOf(meeting.id()), by.role());
    }
}
