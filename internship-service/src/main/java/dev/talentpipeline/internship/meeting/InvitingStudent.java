package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.internship.FindingInternship;
import dev.talentpipeline.internship.internship.Internship;
import dev.talentpipeline.internship.internship.InternshipState;
import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.internship.Screening;
import dev.talentpipeline.internship.meeting.FindingMeeting.Told;
import dev.talentpipeline.internship.meeting.Meeting.Origin;
import dev.talentpipeline.internship.meeting.MeetingState.Invited;
import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.offer.Offers;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.StudentState;
import dev.talentpipeline.internship.student.Students;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A company invites a student to one of its internships. It knows students by id and facts only, as the matcher shows them to it, so it may invite
 * whom the matcher would show: students of the programme who take part, consent and could be matched with the internship. What it writes to them is screened like an opening. Locks:
 * company and programme (shared), person, internship, meeting.
 */
public final class InvitingStudent {

    /** How many invitations to an internship may wait for their answer, for each of its seats. */
    static final int MOST_WAITING_PER_SEAT = 5;

    /** How long an invitation waits for its answer, unless the company or the end of the programme gives it less. */
    static final Duration LONGEST_WAIT = Duration.ofDays(14);

    private final VerifiedCompanies companies;
    private final Screening screening;
    private final ReadingProgrammes reading;
    private final Programmes programmes;
    private final FindingInternship finding;
    private final People people;
    private final Students students;
    private final Internships internships;
    private final Offers offers;
    private final Meetings meetings;
    private final MeetingChanges changes;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<UUID> ids;

    InvitingStudent(
            VerifiedCompanies companies,
            Screening screening,
            ReadingProgrammes reading,
            Programmes programmes,
            FindingInternship finding,
            People people,
            Students students,
            Internships internships,
            Offers offers,
            Meetings meetings,
            MeetingChanges changes,
            Transactions transactions,
            Clock clock,
            Supplier<UUID> ids) {
        this.companies = companies;
        this.screening = screening;
        this.reading = reading;
        this.programmes = programmes;
        this.finding = finding;
        this.people = people;
        this.students = students;
        this.internships = internships;
        this.offers = offers;
        this.meetings = meetings;
        this.changes = changes;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What a company writes.
     *
     * @param internship id, or the company's own reference
     * @param respondBy until when it waits for the answer; null: as long as it may
     */
    public record Invitation(
            String internship,
            String student,
            @Nullable String message,
            @Nullable Instant respondBy) {}

    public Told invite(Caller caller, String programmeId, Invitation invitation) {
        String company = caller.org();
        if (!caller.is(Role.COMPANY) || company == null) {
            throw new Refusal.Forbidden("Only a company invites, to an internship of its own.").asException();
        }
        screening.refuseForbiddenTerms("message", invitation.message());
        return transactions.within(() -> {
            companies.refuseOthers(company);
            String id = reading.open(caller, programmeId).id();
            Programme programme = programmes.hold(id).orElseThrow();
            Internship own = own(caller, programme, invitation.internship());
            Student found = seen(programme, invitation.student());
            people.lockKnown(found.person().id());
            Internship internship = internships.lock(own.id()).orElseThrow();
            Student student = seen(programme, invitation.student());
            Instant now = clock.instant();
            refuseUnlessPossible(programme, student, internship, now);
            Meeting meeting = new Meeting(
                    ids.get(),
                    programme.id(),
                    student.id(),
                    student.person().id(),
                    student.person().university(),
                    internship.company(),
                    internship.id(),
                    Origin.INVITATION,
                    invitation.message(),
                    1,
                    new Invited(respondBy(programme, invitation.respondBy(), now)),
                    now,
                    now);
            return changes.begin(caller, meeting, new Actor(Side.COMPANY.name(), caller.subject()));
        });
    }

    private Internship own(Caller caller, Programme programme, String handle) {
        Internship internship = finding.find(caller, programme.id(), handle);
        if (!caller.is(Role.COMPANY, internship.company())) {
            throw new Refusal.NotFound("internship", handle).asException();
        }
        return internship;
    }

    /** To a company there is no student but those who take part and consent. */
    private Student seen(Programme programme, String handle) {
        return Optional.ofNullable(Violations.id(handle))
                .flatMap(students::find)
                .filter(student -> student.programme().equals(programme.id()))
                .filter(student -> student.state() == StudentState.ACTIVE
                        && student.profile().consent()
                        && programme.admitsUniversity(student.person().university()))
                .orElseThrow(() -> new Refusal.NotFound("student", handle).asException());
    }

    private void refuseUnlessPossible(Programme programme, Student student, Internship internship, Instant now) {
        if (internship.state() != InternshipState.OPEN) {
            throw new Refusal.Conflict(
                            "internship-not-open",
                            "internship (%s) is %s and takes nobody now."
                                    .formatted(internship.id(), internship.state()),
                            Map.of("state", internship.state()))
                    .asException();
        }
        EligiblePair.obstacle(
                        student, internship, offers.madeTo(student.person().id()))
                .ifPresent(rule -> {
                    throw new Refusal.Unprocessable(
                                    "not-eligible",
                                    "student (%s) must be eligible for internship (%s): the rule %s fails."
                                            .formatted(student.id(), internship.id(), rule),
                                    "student",
                                    student.id(),
                                    "Invite one of the candidates of the internship, or change what it asks for.",
                                    Map.of("rule", rule))
                            .asException();
                });
        if (meetings.declinedBefore(student.id(), internship.id())) {
            throw new Refusal.Conflict(
                            "invitation-declined",
                            "student (%s) has declined to meet about internship (%s) before. It is for the student now, by a share code."
                                    .formatted(student.id(), internship.id()),
                            Map.of())
                    .asException();
        }
        int most = MOST_WAITING_PER_SEAT * internship.opening().seats();
        int waiting = meetings.invitedTo(internship.id());
        if (waiting >= most
                && meetings.standing(student.id(), internship.company(), internship.id())
                        .isEmpty()) {
            throw new Refusal.Conflict(
                            "too-many-invitations",
                            "internship (%s) has %d invitations that wait for their answer, and may have %d: %d for each seat. Withdraw one, or wait."
                                    .formatted(internship.id(), waiting, most, MOST_WAITING_PER_SEAT),
                            Map.of("waiting", waiting, "most", most))
                    .asException();
        }
        Instant closesAt = programme.rules().closesAt();
        if (closesAt != null && !now.isBefore(closesAt)) {
            throw new Refusal.Unprocessable(
                            "programme-closed",
                            "programme (%s) must not be past its end (%s).".formatted(programme.id(), closesAt),
                            "programme",
                            programme.id(),
                            "Invite in a programme that is still running.",
                            Map.of("state", programme.state()))
                    .asException();
        }
    }

    private static Instant respondBy(Programme programme, @Nullable Instant asked, Instant now) {
        Instant longest = now.plus(LONGEST_WAIT);
        Instant closesAt = programme.rules().closesAt();
        Instant latest = closesAt != null && closesAt.isBefore(longest) ? closesAt : longest;
        if (asked == null) {
            return latest;
        }
        if (!asked.isAfter(now) || asked.isAfter(latest)) {
            throw new Refusal.Invalid(List.of(new Refusal.Violation(
                            "respondBy",
                            asked,
                            "Give an instant after now and not after %s, or leave it out.".formatted(latest))))
                    .asException();
        }
        return asked;
    }
}
