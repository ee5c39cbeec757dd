package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.meeting.FindingMeeting.Told;
import dev.talentpipeline.internship.meeting.MeetingCommand.Overtake;
import dev.talentpipeline.internship.meeting.MeetingCommand.Overtaken;
import dev.talentpipeline.internship.meeting.MeetingDecision.Happened;
import dev.talentpipeline.internship.meeting.MeetingDecision.NotPossible;
import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeState;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.reason.GivenReasons;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A side decides about a meeting. The university may answer for its student, but where the student's own word counts it may not say yes for
 * them. Nobody agrees to meet a company that is not verified or has left the programme. Locks: company and programme (shared), person, meeting.
 */
public final class DecidingMeeting {

    private final VerifiedCompanies companies;
    private final FindingMeeting finding;
    private final Programmes programmes;
    private final People people;
    private final Meetings meetings;
    private final MeetingChanges changes;
    private final GivenReasons reasons;
    private final Transactions transactions;
    private final Clock clock;

    DecidingMeeting(
            VerifiedCompanies companies,
            FindingMeeting finding,
            Programmes programmes,
            People people,
            Meetings meetings,
            MeetingChanges changes,
            GivenReasons reasons,
            Transactions transactions,
            Clock clock) {
        this.companies = companies;
        this.finding = finding;
        this.programmes = programmes;
        this.people = people;
        this.meetings = meetings;
        this.changes = changes;
        this.reasons = reasons;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Carries the decision out, or refuses it naming the state that the meeting is in and what is possible from it.
     *
     * @param reason code of the reason; null if none was given
     */
    public Told decide(Caller caller, String id, MeetingMove move, @Nullable String reason) {
        return transactions.within(() -> {
            Meeting found = finding.visible(caller, id);
            Side by = side(caller, found, move);
            Act act = move.act();
            String given = act == null ? "" : reasons.required(act, "reason", reason);
            if (move.meets()) {
                companies.refuseToMeetOthers(found.company());
            }
            Programme programme = programmes.hold(found.programme()).orElseThrow();
            refuseForeignConsent(caller, programme, move);
            people.lockKnown(found.person());
            Meeting meeting = meetings.lock(found.id()).orElseThrow();
            Instant now = clock.instant();
            if (programme.state() == ProgrammeState.CLOSED) {
                throw notPossible(meeting, move, after(meeting, Overtaken.PROGRAMME_CLOSED, now), List.of());
            }
            if (!PossibleMoves.goesOn(meeting, programme, move.meets())) {
                throw notPossible(meeting, move, after(meeting, Overtaken.MEMBER_LEFT, now), List.of());
            }
            Actor actor = new Actor(by.name(), caller.subject());
            return switch (changes.apply(meeting, move.command(given), act, actor, now)) {
                case Happened _ -> finding.told(caller, meeting);
                case NotPossible(MeetingStatus status) ->
                    throw notPossible(meeting, move, status, PossibleMoves.of(caller, meeting, programme, now));
            };
        });
    }

    private static Side side(Caller caller, Meeting meeting, MeetingMove move) {
        return move.sides().stream()
                .filter(side -> side.isActedBy(caller, meeting))
                .findFirst()
                .orElseThrow(() -> new Refusal.Forbidden("%s is for the %s of the meeting to decide."
                                .formatted(
                                        move,
                                        move.sides().stream().map(Side::name).collect(Collectors.joining(", "))))
                        .asException());
    }

    private static void refuseForeignConsent(Caller caller, Programme programme, MeetingMove move) {
        if (PossibleMoves.isOthersWord(caller, programme, move)) {
            throw new Refusal.Forbidden(
                            "In programme (%s) the student's own word counts: ACCEPT is for the student to decide."
                                    .formatted(programme.id()))
                    .asException();
        }
    }

    /** What has become of the meeting by that, whether or not a sweep has run. */
    private static MeetingStatus after(Meeting meeting, Overtaken by, Instant now) {
        return switch (MeetingDecision.decide(meeting.state(), new Overtake(by), now)) {
            case Happened(MeetingState state) -> state.status();
            case NotPossible(MeetingStatus status) -> status;
        };
    }

    private static RuntimeException notPossible(
            Meeting meeting, MeetingMove move, MeetingStatus status, List<MeetingMove> possible) {
        return new Refusal.Conflict(
                        "decision-not-possible",
                        "meeting (%s) is %s, from where %s is not possible now. %s"
                                .formatted(
                                        meeting.id(),
                                        status,
                                        move,
                                        possible.isEmpty()
                                                ? "There is nothing for you to decide."
                                                : "Maybe one of %s is.".formatted(possible)),
                        Map.of("state", status, "version", meeting.version(), "possible", possible))
                .asException();
    }
}
