package dev.talentpipeline.internship.student.web;

import dev.talentpipeline.internship.catalogue.CatalogueEntry;
import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.internship.resource.web.ChecksVersion;
import dev.talentpipeline.internship.resource.web.Handles;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.internship.student.AttestedSkill;
import dev.talentpipeline.internship.student.AttestedSkills;
import dev.talentpipeline.internship.student.FindingStudent;
import dev.talentpipeline.internship.student.PostingStudent;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.StudentProfile;
import dev.talentpipeline.internship.student.StudentState;
import dev.talentpipeline.internship.student.Students;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/programmes/{programme}/students")
@Tag(name = "Students")
class StudentController {

    private final PostingStudent posting;
    private final FindingStudent finding;
    private final AttestedSkills attestations;
    private final CatalogueReferences catalogue;

    StudentController(
            PostingStudent posting,
            FindingStudent finding,
            AttestedSkills attestations,
            CatalogueReferences catalogue) {
        this.posting = posting;
        this.finding = finding;
        this.attestations = attestations;
        this.catalogue = catalogue;
    }

    private StudentAnswer answer(Student student, List<String> kept, Caller caller) {
        List<AttestedSkill> attested = attestations.of(List.of(student.id())).getOrDefault(student.id(), List.of());
        return StudentAnswer.of(student, attested, kept, caller);
    }

    @PutMapping("/{student}")
    @ChecksVersion
    @Operation(
            operationId = "putStudent",
            summary = "Enter a student or change them (university; the student themselves, as me)")
    ResponseEntity<StudentAnswer> put(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @PathVariable String student,
            @RequestBody StudentBody body) {
        PostingStudent.refuseUnlessOfUniversity(caller);
        Violations violations = new Violations();
        Handles.check(violations, "student", student);
        if (caller.is(Role.UNIVERSITY) && student.equals(FindingStudent.THEMSELVES)) {
            violations.add("student", student, FindingStudent.OTHERS_GIVE_THE_NUMBER);
        }
        Person.Details details = body.details(violations);
        StudentProfile profile = body.profile(violations);
        violations.refuseIfAny();
        return Answers.posted(
                posting.post(caller, programme, student, details, profile),
                posted -> posted.student().version(),
                posted -> answer(posted.student(), posted.kept(), caller));
    }

    @GetMapping("/{student}")
    @Operation(operationId = "getStudent", summary = "Read a student (university, the student, operations)")
    ResponseEntity<StudentAnswer> get(
            @Parameter(hidden = true) Caller caller, @PathVariable String programme, @PathVariable String student) {
        Student found = finding.find(caller, programme, student);
        return Answers.found(found.version(), answer(found, List.of(), caller));
    }

    @GetMapping
    @Operation(
            operationId = "listStudents",
            summary = "List students (university: its own; operations: all, without names)")
    Listing<StudentAnswer> list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String ids,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String standing,
            @RequestParam(required = false) @Nullable String consent,
            @RequestParam(required = false) @Nullable String school,
            @RequestParam(required = false) @Nullable String major,
            @RequestParam(required = false) @Nullable String degree,
            @RequestParam(required = false) @Nullable String skill,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        Students.Asked asked = new Students.Asked(
                ids == null ? null : Violations.ids(ids),
                number,
                name,
                state == null ? null : violations.oneOf("state", state, StudentState.class, null),
                standing == null ? null : violations.oneOf("standing", standing, Students.Standing.class, null),
                consent == null ? null : violations.oneOf("consent", consent, Students.Consent.class, null),
                school,
                major,
                degree == null ? null : violations.oneOf("degree", degree, Degree.class, null),
                skill);
        Page.Request request = Listing.byId(violations, cursor, limit);
        violations.refuseIfAny();
        if (skill != null) {
            catalogue.check(CatalogueEntry.Kind.SKILL, "skill", List.of(skill));
        }
        Page<Student> page = finding.list(caller, programme, asked, request);
        Map<UUID, List<AttestedSkill>> attested =
                attestations.of(page.items().stream().map(Student::id).toList());
        return Listing.of(
                page,
                found -> StudentAnswer.of(found, attested.getOrDefault(found.id(), List.of()), List.of(), caller));
    }

    @DeleteMapping("/{student}")
    @ChecksVersion
    @Operation(operationId = "withdrawStudent", summary = "Withdraw a student (university, the student)")
    ResponseEntity<StudentAnswer> withdraw(
            @Parameter(hidden = true) Caller caller, @PathVariable String programme, @PathVariable String student) {
        Student withdrawn = posting.withdraw(caller, programme, student);
        return Answers.found(withdrawn.version(), answer(withdrawn, List.of(), caller));
    }
}
