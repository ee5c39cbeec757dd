package dev.talentpipeline.internship.organisation.web;

import dev.talentpipeline.internship.organisation.EnteringOrganisation;
import dev.talentpipeline.internship.organisation.FindingOrganisation;
import dev.talentpipeline.internship.organisation.School;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.internship.resource.web.ChecksVersion;
import dev.talentpipeline.internship.resource.web.Handles;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organisations/{organisation}/schools")
@Tag(name = "Organisations")
class SchoolController {

    private final EnteringOrganisation entering;
    private final FindingOrganisation finding;

    SchoolController(EnteringOrganisation entering, FindingOrganisation finding) {
        this.entering = entering;
        this.finding = finding;
    }

    /** A school as it is sent. */
    record SchoolBody(
            @Described(required = true) @Nullable String nameZh,

            @Described(required = true) @Nullable String nameEn) {}

    @PutMapping("/{school}")
    @ChecksVersion
    @Operation(
            operationId = "putSchool",
            summary = "Enter a school of a university or change its names (the university itself, operations)")
    ResponseEntity<School> put(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String organisation,
            @PathVariable String school,
            @RequestBody SchoolBody body) {
        Violations violations = new Violations();
        Handles.check(violations, "school", school);
        String nameZh = violations.text("nameZh", body.nameZh(), 200);
        String nameEn = violations.text("nameEn", body.nameEn(), 200);
        violations.refuseIfAny();
        return Answers.posted(
                entering.enterSchool(caller, organisation, school, nameZh, nameEn),
                School::version,
                entered -> entered);
    }

    @GetMapping("/{school}")
    @Operation(operationId = "getSchool", summary = "Read a school of a university")
    ResponseEntity<School> get(
            @Parameter(hidden = true) Caller caller, @PathVariable String organisation, @PathVariable String school) {
        School found = finding.school(caller, organisation, school);
        return Answers.found(found.version(), found);
    }

    @GetMapping
    @Operation(operationId = "listSchools", summary = "List the schools of a university")
    Listing<School> list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String organisation,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        Page.Request request = Listing.byText(violations, cursor, limit);
        violations.refuseIfAny();
        return Listing.of(finding.schools(caller, organisation, request), school -> school);
    }
}
