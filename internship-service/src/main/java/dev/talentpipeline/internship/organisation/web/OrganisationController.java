package dev.talentpipeline.internship.organisation.web;

import dev.talentpipeline.internship.organisation.CompanyDecision;
import dev.talentpipeline.internship.organisation.CompanyState;
import dev.talentpipeline.internship.organisation.CreditCode;
import dev.talentpipeline.internship.organisation.DecidingOnCompany;
import dev.talentpipeline.internship.organisation.EnteringOrganisation;
import dev.talentpipeline.internship.organisation.FindingOrganisation;
import dev.talentpipeline.internship.organisation.Organisation;
import dev.talentpipeline.internship.organisation.Organisation.Kind;
import dev.talentpipeline.internship.organisation.Organisation.Profile;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.internship.resource.web.ChecksVersion;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organisations")
@Tag(name = "Organisations")
class OrganisationController {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final EnteringOrganisation entering;
    private final FindingOrganisation finding;
    private final DecidingOnCompany deciding;

    OrganisationController(EnteringOrganisation entering, FindingOrganisation finding, DecidingOnCompany deciding) {
        this.entering = entering;
        this.finding = finding;
        this.deciding = deciding;
    }

    /** A decision on a company, as it is sent. */
    record DecisionBody(
            @Described(as = CompanyDecision.class, required = true) @Nullable String decision,

            @Nullable String reason) {}

    @PutMapping("/{organisation}")
    @ChecksVersion
    @Operation(
            operationId = "putOrganisation",
            summary = "Enter an organisation or change it (the organisation itself, operations)")
    ResponseEntity<OrganisationAnswer> put(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String organisation,
            @RequestBody OrganisationBody body) {
        Violations violations = new Violations();
        violations.matching(
                "organisation",
                organisation,
                ID,
                "Use up to 100 letters, digits, dots, underscores and hyphens, starting with a letter or digit.");
        Profile profile = body.profile(violations);
        CreditCode code = body.code(violations);
        violations.refuseIfAny();
        return Answers.posted(
                entering.enter(caller, organisation, profile, code),
                Organisation::version,
                entered -> OrganisationAnswer.of(entered, caller));
    }

    @GetMapping("/{organisation}")
    @Operation(
            operationId = "getOrganisation",
            summary = "Read an organisation (a company that is not verified: itself, universities, operations)")
    ResponseEntity<OrganisationAnswer> get(@Parameter(hidden = true) Caller caller, @PathVariable String organisation) {
        Organisation found = finding.find(caller, organisation);
        return Answers.found(found.version(), OrganisationAnswer.of(found, caller));
    }

    @GetMapping
    @Operation(
            operationId = "listOrganisations",
            summary = "List organisations (companies that are not verified: universities, operations)")
    Listing<OrganisationAnswer> list(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        Kind of = kind == null ? null : violations.oneOf("kind", kind, Kind.class, null);
        CompanyState in = state == null ? null : violations.oneOf("state", state, CompanyState.class, null);
        Page.Request request = Listing.byText(violations, cursor, limit);
        violations.refuseIfAny();
        return Listing.of(finding.list(caller, of, in, request), found -> OrganisationAnswer.of(found, caller));
    }

    @PostMapping("/{organisation}/decisions")
    @Operation(
            operationId = "decideOnOrganisation",
            summary =
                    "Verify a company (university, operations), or suspend it (operations, the university that decided last); a suspension names the accepted offers that stay")
    ResponseEntity<OrganisationAnswer> decide(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String organisation,
            @RequestBody DecisionBody body) {
        Violations violations = new Violations();
        CompanyDecision decision = violations.oneOf("decision", body.decision(), CompanyDecision.class, null);
        String reason = body.reason();
        if (reason != null || decision == CompanyDecision.SUSPEND) {
            violations.code("reason", reason, "unlicensed-agency");
        }
        violations.refuseIfAny();
        OrganisationAnswer answer = decision == CompanyDecision.SUSPEND && reason != null
                ? OrganisationAnswer.of(deciding.suspend(caller, organisation, reason), caller)
                : OrganisationAnswer.of(deciding.verify(caller, organisation), caller);
        return Answers.found(answer.version(), answer);
    }
}
