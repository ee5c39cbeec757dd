package dev.talentpipeline.internship.internship.web;

import dev.talentpipeline.internship.catalogue.CatalogueEntry;
import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.internship.DecidingOpening;
import dev.talentpipeline.internship.internship.FindingInternship;
import dev.talentpipeline.internship.internship.Internship;
import dev.talentpipeline.internship.internship.InternshipState;
import dev.talentpipeline.internship.internship.Opening;
import dev.talentpipeline.internship.internship.PossibleActs;
import dev.talentpipeline.internship.internship.PostingInternship;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/programmes/{programme}/internships")
@Tag(name = "Internships")
class InternshipController {

    private final PostingInternship posting;
    private final FindingInternship finding;
    private final DecidingOpening deciding;
    private final PossibleActs possible;
    private final CatalogueReferences catalogue;
    private final Clock clock;

    InternshipController(
            PostingInternship posting,
            FindingInternship finding,
            DecidingOpening deciding,
            PossibleActs possible,
            CatalogueReferences catalogue,
            Clock clock) {
        this.posting = posting;
        this.finding = finding;
        this.deciding = deciding;
        this.possible = possible;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A decision on an opening, as it is sent. */
    record DecisionBody(
            @Described(as = Decision.class, required = true) @Nullable String decision,

            @Nullable String reason) {}

    private enum Decision {
        APPROVE,
        REJECT
    }

    @PutMapping("/{internship}")
    @ChecksVersion
    @Operation(operationId = "putInternship", summary = "Post an internship or change it (company)")
    ResponseEntity<InternshipAnswer> put(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @PathVariable String internship,
            @RequestBody InternshipBody body) {
        PostingInternship.refuseUnlessCompany(caller);
        Violations violations = new Violations();
        Handles.check(violations, "internship", internship);
        Opening opening = body.opening(violations);
        violations.refuseIfAny();
        LocalDate longPast = LocalDate.now(clock).minusYears(1);
        if (opening.startsOn().isBefore(longPast) && !finding.isOwn(caller, programme, internship)) {
            violations.add("startsOn", opening.startsOn().toString(), "Give a day after %s.".formatted(longPast));
        }
        violations.refuseIfAny();
        return Answers.posted(
                posting.post(caller, programme, internship, opening),
                Internship::version,
                posted -> answer(caller, posted));
    }

    @GetMapping("/{internship}")
    @Operation(operationId = "getInternship", summary = "Read an internship")
    ResponseEntity<InternshipAnswer> get(
            @Parameter(hidden = true) Caller caller, @PathVariable String programme, @PathVariable String internship) {
        Internship found = finding.find(caller, programme, internship);
        return Answers.found(found.version(), answer(caller, found));
    }

    @GetMapping
    @Operation(operationId = "listInternships", summary = "List internships")
    Listing<InternshipAnswer> list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String ids,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String occupation,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        InternshipState in = state == null ? null : violations.oneOf("state", state, InternshipState.class, null);
        String there = violations.optionalRegion("region", region);
        Page.Request request = Listing.byId(violations, cursor, limit);
        violations.refuseIfAny();
        if (occupation != null) {
            catalogue.check(CatalogueEntry.Kind.OCCUPATION, "occupation", List.of(occupation));
        }
        Page<Internship> page = finding.list(
                caller,
                programme,
                ids == null ? null : Violations.ids(ids),
                company,
                reference,
                in,
                occupation,
                there,
                title,
                request);
        var acts = possible.in(caller, programme);
        return Listing.of(page, found -> InternshipAnswer.of(found, caller, acts.apply(found)));
    }

    @PostMapping("/{internship}/decisions")
    @Operation(
            operationId = "decideOnInternship",
            summary =
                    "Approve an opening, so that it is seen, or reject it (openingApproval UNIVERSITY: a member university, operations; OWNER: who runs the programme)")
    ResponseEntity<InternshipAnswer> decide(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @PathVariable String internship,
            @RequestBody DecisionBody body) {
        Violations violations = new Violations();
        Decision decision = violations.oneOf("decision", body.decision(), Decision.class, null);
        String reason = body.reason();
        if (reason != null || decision == Decision.REJECT) {
            violations.code("reason", reason, "not-an-internship");
        }
        violations.refuseIfAny();
        Internship decided = decision == Decision.REJECT && reason != null
                ? deciding.reject(caller, programme, internship, reason)
                : deciding.approve(caller, programme, internship);
        return Answers.found(decided.version(), answer(caller, decided));
    }

    @DeleteMapping("/{internship}")
    @ChecksVersion
    @Operation(operationId = "withdrawInternship", summary = "Withdraw an internship (company)")
    ResponseEntity<InternshipAnswer> withdraw(
            @Parameter(hidden = true) Caller caller, @PathVariable String programme, @PathVariable String internship) {
        Internship withdrawn = posting.withdraw(caller, programme, internship);
        return Answers.found(withdrawn.version(), answer(caller, withdrawn));
    }

    private InternshipAnswer answer(Caller caller, Internship internship) {
        return InternshipAnswer.of(
                internship, caller, possible.in(caller, internship.programme()).apply(internship));
    }
}
