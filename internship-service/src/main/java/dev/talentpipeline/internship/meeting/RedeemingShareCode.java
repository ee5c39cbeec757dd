package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.internship.FindingInternship;
import dev.talentpipeline.internship.internship.Internship;
import dev.talentpipeline.internship.meeting.FindingMeeting.Told;
import dev.talentpipeline.internship.meeting.Meeting.Origin;
import dev.talentpipeline.internship.meeting.MeetingState.Open;
import dev.talentpipeline.internship.meeting.ShareCodes.Guesses;
import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.ProgrammeState;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.StudentState;
import dev.talentpipeline.internship.student.Students;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A company redeems a share code: from then on it and the student meet. A code that is unknown, expired, revoked, used or of a programme
 * that the company cannot see gets one and the same answer, and counts as a wrong guess; a company that guessed wrongly too often has to
 * wait. Locks: the company, its guesses, programme (shared), person, code, meeting.
 */
public final class RedeemingShareCode {

    /** How many wrong guesses a company has in an hour. */
    static final int MOST_WRONG = 10;

    static final Duration WINDOW = Duration.ofHours(1);

    private final VerifiedCompanies companies;
    private final Programmes programmes;
    private final FindingInternship internships;
    private final People people;
    private final Students students;
    private final ShareCodes codes;
    private final MeetingChanges changes;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<UUID> ids;

    RedeemingShareCode(
            VerifiedCompanies companies,
            Programmes programmes,
            FindingInternship internships,
            People people,
            Students students,
            ShareCodes codes,
            MeetingChanges changes,
            Transactions transactions,
            Clock clock,
            Supplier<UUID> ids) {
        this.companies = companies;
        this.programmes = programmes;
        this.internships = internships;
        this.people = people;
        this.students = students;
        this.codes = codes;
        this.changes = changes;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    private sealed interface Outcome {
        record Redeemed(Told told) implements Outcome {}

        record Wrong() implements Outcome {}

        record TooOften(Duration after) implements Outcome {}
    }

    /**
     * Redeems the code.
     *
     * @param internship what the meeting is about, by id or the company's own reference; null: open
     */
    public Told redeem(Caller caller, String code, @Nullable String internship) {
        String company = caller.org();
        if (!caller.is(Role.COMPANY) || company == null) {
            throw new Refusal.Forbidden("Only a company redeems a share code.").asException();
        }
        // A wrong guess is kept although it is refused, so the refusal is thrown outside of what keeps it.
        return switch (transactions.within(() -> guess(caller, company, code, internship))) {
            case Outcome.Redeemed(Told told) -> told;
            case Outcome.Wrong() -> throw new Refusal.NotFound("share code", "given").asException();
            case Outcome.TooOften(Duration after) ->
                throw new Refusal.TooOften(
                                "too-many-guesses",
                                "company (%s) has given %d codes in an hour that cannot be redeemed, and may go on later."
                                        .formatted(company, MOST_WRONG),
                                after)
                        .asException();
        };
    }

    private Outcome guess(Caller caller, String company, String code, @Nullable String internship) {
        companies.refuseOthers(company);
        Guesses before = codes.lockGuesses(company, clock.instant());
        Instant now = clock.instant();
        Instant over = before.since().plus(WINDOW);
        Guesses guesses = now.isBefore(over) ? before : new Guesses(now, 0);
        if (guesses.wrong() >= MOST_WRONG) {
            return new Outcome.TooOften(Duration.between(now, over));
        }
        Optional<ShareCode> redeemable = codes.find(ShareCode.hash(code)).flatMap(found -> locked(caller, found));
        if (redeemable.isEmpty()) {
            codes.save(company, new Guesses(guesses.since(), guesses.wrong() + 1));
            return new Outcome.Wrong();
        }
        ShareCode right = redeemable.get();
        Meeting meeting = meeting(caller, company, right, internship);
        Told told = changes.begin(caller, meeting, new Actor(Side.COMPANY.name(), caller.subject()));
        codes.redeem(right.id(), meeting);
        return new Outcome.Redeemed(told);
    }

    /** The code, locked, if the company may redeem it now. */
    private Optional<ShareCode> locked(Caller caller, ShareCode found) {
        boolean meets = programmes
                .hold(found.programme())
                .filter(programme -> programme.isVisibleTo(caller) && programme.state() != ProgrammeState.CLOSED)
                .isPresent();
        if (!meets) {
            return Optional.empty();
        }
        people.lock(found.person());
        return codes.lock(found.id())
                .filter(code -> code.status(clock.instant()) == ShareCode.Status.ACTIVE)
                .filter(code -> students.find(code.student())
                        .filter(student -> student.state() != StudentState.WITHDRAWN)
                        .isPresent());
    }

    private Meeting meeting(Caller caller, String company, ShareCode code, @Nullable String handle) {
        Student student = students.find(code.student()).orElseThrow();
        Instant now = clock.instant();
        return new Meeting(
                ids.get(),
                code.programme(),
                code.student(),
                code.person(),
                student.person().university(),
                company,
                handle == null ? null : own(caller, code.programme(), handle).id(),
                Origin.SHARE_CODE,
                null,
                1,
                new Open(),
                now,
                now);
    }

    private Internship own(Caller caller, String programme, String handle) {
        Internship internship = internships.find(caller, programme, handle);
        if (!caller.is(Role.COMPANY, internship.company())) {
            throw new Refusal.NotFound("internship", handle).asException();
        }
        return internship;
    }
}
