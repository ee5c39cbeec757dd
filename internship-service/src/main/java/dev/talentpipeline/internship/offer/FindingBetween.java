package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.internship.FindingInternship;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.RefusedException;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Between;
import dev.talentpipeline.internship.student.FindingStudent;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out which of a list its asker may see: each party what they are a party to, operations everything. */
public final class FindingBetween {

    private final ReadingProgrammes programmes;
    private final FindingStudent students;
    private final FindingInternship internships;

    FindingBetween(ReadingProgrammes programmes, FindingStudent students, FindingInternship internships) {
        this.programmes = programmes;
        this.students = students;
        this.internships = internships;
    }

    /**
     * What is asked for.
     *
     * @param student id, or the caller's own student number; several with commas between
     * @param internship id, or the caller's own reference; several with commas between
     * @param forWhom who may list it, for everybody else to read
     * @return empty if student or internship name nothing that the caller may see: that is no fault, and finds nothing
     */
    public Optional<Between> find(
            Caller caller, String programmeId, @Nullable String student, @Nullable String internship, String forWhom) {
        String programme = programmes.visible(caller, programmeId).id();
        List<UUID> studentIds =
                ids(student, handle -> students.find(caller, programme, handle).id());
        List<UUID> internshipIds = ids(
                internship,
                handle -> internships.find(caller, programme, handle).id());
        if ((studentIds != null && studentIds.isEmpty()) || (internshipIds != null && internshipIds.isEmpty())) {
            return Optional.empty();
        }
        if (caller.is(Role.OPERATIONS)) {
            return Optional.of(new Between(programme, studentIds, internshipIds, null, null, null));
        }
        UUID person = Violations.id(caller.person());
        if (caller.is(Role.STUDENT) && person != null) {
            return Optional.of(new Between(programme, studentIds, internshipIds, null, null, person));
        }
        String org = caller.org();
        if (caller.is(Role.UNIVERSITY) && org != null) {
            return Optional.of(new Between(programme, studentIds, internshipIds, org, null, null));
        }
        if (caller.is(Role.COMPANY) && org != null) {
            return Optional.of(new Between(programme, studentIds, internshipIds, null, org, null));
        }
        throw new Refusal.Forbidden(forWhom).asException();
    }

    /** Those that there are; null if none was asked for. */
    private static @Nullable List<UUID> ids(@Nullable String handles, Function<String, UUID> own) {
        return handles == null
                ? null
                : Arrays.stream(handles.split(",", -1))
                        .map(handle -> id(handle, own))
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static @Nullable UUID id(String handle, Function<String, UUID> own) {
        UUID id = Violations.id(handle);
        if (id != null) {
            return id;
        }
        try {
            return own.apply(handle);
        } catch (RefusedException e) {
            return null;
        }
    }
}
