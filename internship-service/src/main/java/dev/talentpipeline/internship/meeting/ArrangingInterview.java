package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.meeting.FindingMeeting.Told;
import dev.talentpipeline.internship.meeting.Interview.Appointment;
import dev.talentpipeline.internship.meeting.InterviewState.Cancelled;
import dev.talentpipeline.internship.meeting.InterviewState.Confirmed;
import dev.talentpipeline.internship.meeting.InterviewState.Held;
import dev.talentpipeline.internship.meeting.InterviewState.Proposed;
import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.reason.GivenReasons;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Student and company agree on a time to talk: one proposes, the other confirms, either moves or calls off, and the company records how it went.
 * A company that is not verified, or has left the programme, can only call off. Every change is a version of the meeting. Locks: company and
 * programme (shared), person, meeting.
 */
public final class ArrangingInterview {

    /** How many interviews a meeting may have. */
    static final int MOST = 20;

    private final VerifiedCompanies companies;
    private final FindingMeeting finding;
    private final Programmes programmes;
    private final People people;
    private final Meetings meetings;
    private final MeetingChanges changes;
    private final GivenReasons reasons;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<UUID> ids;

    ArrangingInterview(
            VerifiedCompanies companies,
            FindingMeeting finding,
            Programmes programmes,
            People people,
            Meetings meetings,
            MeetingChanges changes,
            GivenReasons reasons,
            Transactions transactions,
            Clock clock,
            Supplier<UUID> ids) {
        this.companies = companies;
        this.finding = finding;
        this.programmes = programmes;
        this.people = people;
        this.meetings = meetings;
        this.changes = changes;
        this.reasons = reasons;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** Proposes an interview, to be confirmed by the other side. */
    public Told propose(Caller caller, String id, Appointment appointment) {
        return transactions.within(() -> {
            Meeting found = finding.visible(caller, id);
            Side by = side(caller, found);
            refuseUnverified(found, by);
            Meeting meeting = locked(found, true);
            Instant now = clock.instant();
            refuseUnlessAhead(appointment, now);
            if (!PossibleMoves.takesAnother(meetings.interviewsOf(meeting.id()).size())) {
                throw new Refusal.Conflict(
                                "too-many-interviews",
                                "meeting (%s) has %d interviews and may have no more.".formatted(meeting.id(), MOST),
                                Map.of("most", MOST))
                        .asException();
            }
            Interview interview = new Interview(
                    ids.get(),
                    meeting.id(),
                    appointment.startsAt(),
                    appointment.minutes(),
                    appointment.place(),
                    appointment.link(),
                    new Proposed(by),
                    now);
            meetings.add(interview);
            changes.interviewChanged(
                    meeting,
                    interview.id(),
                    "INTERVIEW_PROPOSED",
                    null,
                    null,
                    new Actor(by.name(), caller.subject()),
                    now);
            return finding.told(caller, meeting);
        });
    }

    /**
     * Carries the decision out, or refuses it naming the state that the interview is in and what is possible from it.
     *
     * @param reason code of the reason, or of the result; null if none was given
     * @param appointment the other time, for a move
     */
    public Told decide(
            Caller caller,
            String id,
            String interviewId,
            InterviewMove move,
            @Nullable String reason,
            @Nullable Appointment appointment) {
        return transactions.within(() -> {
            Meeting found = finding.visible(caller, id);
            UUID interview = interview(found, interviewId).id();
            Side by = side(caller, found);
            String given = given(move, reason);
            if (move.meets()) {
                refuseUnverified(found, by);
            }
            Meeting meeting = locked(found, move.meets());
            Interview current = meetings.interview(interview).orElseThrow();
            Instant now = clock.instant();
            if (!move.isPossible(current, by, now)) {
                throw notPossible(current, move, by, now);
            }
            meetings.save(changed(current, move, by, given, appointment, now));
            changes.interviewChanged(
                    meeting, interview, move.done(), move.act(), given, new Actor(by.name(), caller.subject()), now);
            return finding.told(caller, meeting);
        });
    }

    private Interview interview(Meeting meeting, String id) {
        return Optional.ofNullable(Violations.id(id))
                .flatMap(meetings::interview)
                .filter(interview -> interview.meeting().equals(meeting.id()))
                .orElseThrow(() -> new Refusal.NotFound("interview", id).asException());
    }

    private static Side side(Caller caller, Meeting meeting) {
        return PossibleMoves.arranging(caller, meeting)
                .orElseThrow(() -> new Refusal.Forbidden("Interviews are for the student and the company to arrange.")
                        .asException());
    }

    private @Nullable String given(InterviewMove move, @Nullable String reason) {
        Act act = move.act();
        if (act == null) {
            return null;
        }
        if (move.needsReason()) {
            return reasons.required(act, field(move), reason);
        }
        reasons.check(act, field(move), reason);
        return reason;
    }

    private static String field(InterviewMove move) {
        return move == InterviewMove.RECORD ? "result" : "reason";
    }

    private static void refuseUnlessAhead(Appointment appointment, Instant now) {
        if (!appointment.startsAt().isAfter(now)) {
            throw new Refusal.Invalid(List.of(new Refusal.Violation(
                            "startsAt", appointment.startsAt(), "Give an instant that is still to come.")))
                    .asException();
        }
    }

    private void refuseUnverified(Meeting meeting, Side by) {
        if (by == Side.COMPANY) {
            companies.refuseOthers(meeting.company());
        } else {
            companies.refuseToMeetOthers(meeting.company());
        }
    }

    private Meeting locked(Meeting found, boolean meets) {
        Programme programme = programmes.hold(found.programme()).orElseThrow();
        people.lockKnown(found.person());
        Meeting meeting = meetings.lock(found.id()).orElseThrow();
        if (!PossibleMoves.takesInterviews(meeting, programme, meets)) {
            throw new Refusal.Conflict(
                            "meeting-not-open",
                            "meeting (%s) is %s in a programme that is %s; interviews are arranged while it is OPEN, the programme not closed and both sides members of it."
                                    .formatted(meeting.id(), meeting.status(), programme.state()),
                            Map.of("state", meeting.status(), "version", meeting.version()))
                    .asException();
        }
        return meeting;
    }

    private static Interview changed(
            Interview interview,
            InterviewMove move,
            Side by,
            @Nullable String given,
            @Nullable Appointment appointment,
            Instant now) {
        return switch (move) {
            case CONFIRM -> interview.in(new Confirmed(), now);
            case CANCEL -> interview.in(new Cancelled(String.valueOf(given)), now);
            case RECORD -> interview.in(new Held(String.valueOf(given)), now);
            case MOVE -> {
                if (appointment == null) {
                    throw new IllegalArgumentException("appointment (null) must be there for a move.");
                }
                refuseUnlessAhead(appointment, now);
                yield interview.movedTo(appointment, by, now);
            }
        };
    }

    private static RuntimeException notPossible(Interview interview, InterviewMove move, Side by, Instant now) {
        List<InterviewMove> possible = InterviewMove.possible(interview, by, now);
        return new Refusal.Conflict(
                        "decision-not-possible",
                        "interview (%s) is %s for %s, and %s by the %s is not possible now. %s"
                                .formatted(
                                        interview.id(),
                                        interview.state().status(),
                                        interview.startsAt(),
                                        move,
                                        by,
                                        possible.isEmpty()
                                                ? "There is nothing for you to decide."
                                                : "Maybe one of %s is.".formatted(possible)),
                        Map.of(
                                "state",
                                interview.state().status(),
                                "startsAt",
                                interview.startsAt(),
                                "possible",
                                possible))
                .asException();
    }
}
