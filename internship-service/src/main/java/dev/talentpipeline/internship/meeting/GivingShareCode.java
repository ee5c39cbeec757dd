package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.student.FindingStudent;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.StudentState;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** A student makes share codes for companies they know, sees what became of them, and takes back what is not redeemed. */
public final class GivingShareCode {

    /** How many codes of a student may wait to be redeemed. */
    static final int MOST_ACTIVE = 10;

    private final ReadingProgrammes programmes;
    private final FindingStudent students;
    private final People people;
    private final ShareCodes codes;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final IntUnaryOperator random;

    GivingShareCode(
            ReadingProgrammes programmes,
            FindingStudent students,
            People people,
            ShareCodes codes,
            AuditTrail trail,
            Transactions transactions,
            Clock clock,
            Supplier<UUID> ids,
            IntUnaryOperator random) {
        this.programmes = programmes;
        this.students = students;
        this.people = people;
        this.codes = codes;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    /** A new code; the only time that it is told. */
    public record Given(ShareCode code, String text) {}

    public Given give(Caller caller, String programmeId, String handle, Duration expiresIn) {
        return transactions.within(() -> {
            Student student = own(caller, programmes.open(caller, programmeId).id(), handle);
            people.lockKnown(student.person().id());
            Instant now = clock.instant();
            if (student.state() == StudentState.WITHDRAWN) {
                throw new Refusal.Conflict(
                                "student-withdrawn",
                                "student (%s) is WITHDRAWN from the programme and meets nobody in it."
                                        .formatted(student.id()),
                                Map.of("state", student.state()))
                        .asException();
            }
            int active = codes.activeOf(student.id(), now);
            if (active >= MOST_ACTIVE) {
                throw new Refusal.Conflict(
                                "too-many-share-codes",
                                "student (%s) has %d share codes that can be redeemed, and may have no more. Revoke one."
                                        .formatted(student.id(), active),
                                Map.of("active", active, "most", MOST_ACTIVE))
                        .asException();
            }
            String text = ShareCode.draw(random);
            ShareCode code = new ShareCode(
                    ids.get(),
                    student.programme(),
                    student.id(),
                    student.person().id(),
                    now,
                    now.plus(expiresIn),
                    null,
                    null,
                    null);
            codes.add(code, ShareCode.hash(text));
            record("GIVEN", code, student);
            return new Given(code, text);
        });
    }

    public Page<ShareCode> list(Caller caller, String programmeId, String handle, Page.Request request) {
        String programme = programmes.visible(caller, programmeId).id();
        return codes.ofStudent(own(caller, programme, handle).id(), request);
    }

    /** Takes the code back. One that was redeemed has done its work: its meeting is ended instead. One that is over stays as it is. */
    public ShareCode revoke(Caller caller, String programmeId, String handle, String id) {
        return transactions.within(() -> {
            Student student =
                    own(caller, programmes.visible(caller, programmeId).id(), handle);
            ShareCode found = Optional.ofNullable(Violations.id(id))
                    .flatMap(codes::find)
                    .filter(code -> code.student().equals(student.id()))
                    .orElseThrow(() -> new Refusal.NotFound("share code", id).asException());
            people.lockKnown(student.person().id());
            ShareCode code = codes.lock(found.id()).orElseThrow();
            UUID meeting = code.meeting();
            if (meeting != null) {
                throw new Refusal.Conflict(
                                "share-code-redeemed",
                                "share code (%s) was redeemed. Maybe end its meeting.".formatted(id),
                                Map.of("state", ShareCode.Status.REDEEMED, "meeting", meeting))
                        .asException();
            }
            Instant now = clock.instant();
            if (code.isRevocable(now)) {
                codes.revoke(code.id(), now);
                record("REVOKED", code, student);
            }
            return codes.find(code.id()).orElseThrow();
        });
    }

    /** Only the student hands themselves over to somebody. */
    private Student own(Caller caller, String programme, String handle) {
        Student student = students.find(caller, programme, handle);
        if (!caller.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("Share codes are for the student themselves to give.").asException();
        }
        return student;
    }

    private void record(String what, ShareCode code, Student student) {
        trail.record(Deed.done(
                "SHARE_CODE_" + what,
                new Deed.Entity("STUDENT", student.id().toString()),
                Deed.Concerned.of(code.person(), student.person().university()),
                Map.of(
                        "programme",
                        code.programme(),
                        "expiresAt",
                        code.expiresAt().toString())));
    }
}
