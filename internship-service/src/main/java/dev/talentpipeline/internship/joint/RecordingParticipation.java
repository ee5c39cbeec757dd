package dev.talentpipeline.internship.joint;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.ChinaTime;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.student.FindingStudent;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records which students take part in a project or course, and complete it. It is for their university to say. */
public final class RecordingParticipation {

    private final ReadingProgrammes programmes;
    private final FindingStudent students;
    private final JointRecords records;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    RecordingParticipation(
            ReadingProgrammes programmes,
            FindingStudent students,
            JointRecords records,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.programmes = programmes;
        this.students = students;
        this.records = records;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Records that the student takes part.
     *
     * @param completedOn null: not yet
     */
    public Participation record(
            Caller caller, String programmeId, String recordId, String handle, @Nullable LocalDate completedOn) {
        refuseUnlessUniversity(caller);
        return transactions.within(() -> {
            Programme programme = programmes.unarchived(caller, programmeId);
            Student student = students.find(caller, programme.id(), handle);
            JointRecord record = locked(programme, recordId);
            LocalDate startsOn = record.content().startsOn();
            if (completedOn != null && completedOn.isBefore(startsOn)) {
                throw new Refusal.Invalid(List.of(new Refusal.Violation(
                                "completedOn",
                                completedOn,
                                "Give a date on or after startsOn (%s).".formatted(startsOn))))
                        .asException();
            }
            Instant now = clock.instant();
            refuseBeforeItIsCompleted(completedOn, ChinaTime.dateOf(now));
            Participation participation = new Participation(student.id(), completedOn, now);
            records.note(record, participation);
            trail.record(deed(
                    "PARTICIPATION_RECORDED",
                    student,
                    completedOn == null
                            ? Map.of("record", recordId)
                            : Map.of("record", recordId, "completedOn", completedOn.toString())));
            return participation;
        });
    }

    /** From its completion on it attests skills, so nobody says beforehand when that will be. */
    private static void refuseBeforeItIsCompleted(@Nullable LocalDate completedOn, LocalDate today) {
        if (completedOn != null && completedOn.isAfter(today)) {
            throw new Refusal.Invalid(List.of(new Refusal.Violation(
                            "completedOn",
                            completedOn,
                            "Give a date that is not after today (%s), or leave it out until then.".formatted(today))))
                    .asException();
        }
    }

    /** Takes back that the student takes part, with what it attested. */
    public void remove(Caller caller, String programmeId, String recordId, String handle) {
        refuseUnlessUniversity(caller);
        transactions.within(() -> {
            Programme programme = programmes.unarchived(caller, programmeId);
            Student student = students.find(caller, programme.id(), handle);
            if (!records.forget(locked(programme, recordId), student.id())) {
                throw new Refusal.NotFound("participant", handle).asException();
            }
            trail.record(deed("PARTICIPATION_REMOVED", student, Map.of("record", recordId)));
            return student;
        });
    }

    /** Who takes part: a university's own students; operations sees all. */
    public Page<Participation> list(Caller caller, String programmeId, String recordId, Page.Request request) {
        Programme programme = programmes.visible(caller, programmeId);
        JointRecord record =
                records.find(programme.id(), recordId).orElseThrow(() -> KeepingJointRecords.notFound(recordId));
        if (caller.is(Role.OPERATIONS)) {
            return records.participations(record, null, request);
        }
        refuseUnlessUniversity(caller);
        return records.participations(record, caller.org(), request);
    }

    private static Deed deed(String what, Student student, Map<String, String> facts) {
        return Deed.done(
                what,
                new Deed.Entity("STUDENT", student.id().toString()),
                Deed.Concerned.of(student.person().id(), student.person().university()),
                facts);
    }

    private JointRecord locked(Programme programme, String recordId) {
        return records.lock(programme.id(), recordId).orElseThrow(() -> KeepingJointRecords.notFound(recordId));
    }

    private static void refuseUnlessUniversity(Caller caller) {
        if (!caller.is(Role.UNIVERSITY)) {
            throw new Refusal.Forbidden("Only the university says which of its students take part.").asException();
        }
    }
}
