package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds students for those who may see them: their university, by id or student number; the student themselves, by id or as {@code me}; operations, by id. To
 * anybody else there is no such student.
 */
public final class FindingStudent {

    /** How students call themselves in place of an id, so no number of anybody. */
    public static final String THEMSELVES = "me";

    /** What to do where somebody else calls a student so. */
    public static final String OTHERS_GIVE_THE_NUMBER = "Give the student number: only students call themselves me.";

    private final ReadingProgrammes programmes;
    private final Students students;

    public FindingStudent(ReadingProgrammes programmes, Students students) {
        this.programmes = programmes;
        this.students = students;
    }

    /** The student, as the caller may see it. */
    public Student find(Caller caller, String programmeId, String handle) {
        Programme programme = programmes.visible(caller, programmeId);
        return visible(caller, programme.id(), handle)
                .orElseThrow(() -> new Refusal.NotFound("student", handle).asException());
    }

    Optional<Student> visible(Caller caller, String programme, String handle) {
        UUID id = Violations.id(handle);
        String org = caller.org();
        UUID themselves = Violations.id(caller.person());
        if (caller.is(Role.STUDENT) && handle.equals(THEMSELVES) && themselves != null) {
            return students.ofPerson(programme, themselves)
                    .filter(student -> !student.person().isErased());
        }
        if (id != null) {
            return students.find(id)
                    .filter(student -> student.programme().equals(programme)
                            && !student.person().isErased()
                            && mayActFor(caller, student));
        }
        return caller.is(Role.UNIVERSITY) && org != null ? students.find(programme, org, handle) : Optional.empty();
    }

    private static boolean mayActFor(Caller caller, Student student) {
        return caller.is(Role.OPERATIONS)
                || caller.is(Role.UNIVERSITY, student.person().university())
                || isThemselves(caller, student);
    }

    static boolean isThemselves(Caller caller, Student student) {
        return caller.is(Role.STUDENT) && student.person().id().toString().equals(caller.person());
    }

    /** The students that the caller may see, in the order of their ids. */
    public Page<Student> list(Caller caller, String programmeId, Students.Asked asked, Page.Request request) {
        Programme programme = programmes.visible(caller, programmeId);
        if (caller.is(Role.OPERATIONS)) {
            // Numbers and names are the universities' own: operations looks nobody up by one, as it sees none.
            return asked.names()
                    ? new Page<>(List.of(), null)
                    : students.list(new Students.Filter(programme.id(), null, null, asked), request);
        }
        if (caller.is(Role.UNIVERSITY)) {
            return students.list(new Students.Filter(programme.id(), caller.org(), null, asked), request);
        }
        UUID person = Violations.id(caller.person());
        if (caller.is(Role.STUDENT) && person != null) {
            return students.list(new Students.Filter(programme.id(), null, person, asked), request);
        }
        throw new Refusal.Forbidden("Students are listed for their university, themselves and operations.")
                .asException();
    }
}
