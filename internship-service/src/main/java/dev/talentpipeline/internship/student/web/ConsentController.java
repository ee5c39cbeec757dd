package dev.talentpipeline.internship.student.web;

import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.student.Consenting;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.StudentState;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People")
class ConsentController {

    private final Consenting consenting;

    ConsentController(Consenting consenting) {
        this.consenting = consenting;
    }

    /** A consent as it is sent. */
    record ConsentBody(@Described(required = true) @Nullable Boolean given) {}

    /** The person as a student of one programme, after it. */
    record StudentConsent(String programme, UUID student, StudentState state, boolean consent, long version) {}

    /** What holds in every programme. */
    record ConsentAnswer(List<StudentConsent> students) {}

    @PostMapping("/api/v1/people/{person}/consent")
    @Operation(
            operationId = "recordConsent",
            summary =
                    "Give consent to be matched, or take it back, in all programmes (the student; their university takes it back)")
    ConsentAnswer consent(
            @Parameter(hidden = true) Caller caller, @PathVariable String person, @RequestBody ConsentBody body) {
        Violations violations = new Violations();
        Boolean given = body.given();
        if (given == null) {
            violations.add("given", null, "Say true or false.");
        }
        violations.refuseIfAny();
        return new ConsentAnswer(consenting.consent(caller, person, Boolean.TRUE.equals(given)).stream()
                .map(ConsentController::answer)
                .toList());
    }

    private static StudentConsent answer(Student student) {
        return new StudentConsent(
                student.programme(),
                student.id(),
                student.state(),
                student.profile().consent(),
                student.version());
    }
}
