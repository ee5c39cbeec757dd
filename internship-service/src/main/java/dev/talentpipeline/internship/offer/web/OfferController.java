package dev.talentpipeline.internship.offer.web;

import dev.talentpipeline.internship.offer.DecidingOffer;
import dev.talentpipeline.internship.offer.FindingOffer;
import dev.talentpipeline.internship.offer.OfferCommand;
import dev.talentpipeline.internship.offer.OfferStatus;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.internship.resource.web.Listing;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Offers")
class OfferController {

    private static final Pattern REASON = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private final FindingOffer finding;
    private final DecidingOffer deciding;

    OfferController(FindingOffer finding, DecidingOffer deciding) {
        this.finding = finding;
        this.deciding = deciding;
    }

    /** A decision as it is sent. */
    record DecisionBody(@Nullable String decision, @Nullable String reason) {}

    /** Every decision that the API knows, whether or not a programme offers it. */
    private enum Asked {
        ACCEPT,
        KEEP,
        DECLINE,
        APPROVE,
        VETO,
        ENDORSE,
        REFUSE,
        RELEASE
    }

    @GetMapping("/api/v1/programmes/{programme}/offers")
    @Operation(summary = "List the offers that you are a party to (operations: all)")
    Listing<OfferAnswer> list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String student,
            @RequestParam(required = false) @Nullable String internship,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        OfferStatus in = state == null ? null : violations.oneOf("state", state, OfferStatus.class, null);
        Page.Request request = Listing.byId(violations, cursor, limit);
        violations.refuseIfAny();
        return Listing.of(finding.list(caller, programme, student, internship, in, request), OfferAnswer::of);
    }

    @GetMapping("/api/v1/offers/{offer}")
    @Operation(summary = "Read an offer with its history")
    ResponseEntity<OfferAnswer> get(@Parameter(hidden = true) Caller caller, @PathVariable String offer) {
        FindingOffer.Told told = finding.find(caller, offer);
        return Answers.found(told.offer().version(), OfferAnswer.of(told));
    }

    @PostMapping("/api/v1/offers/{offer}/decisions")
    @Operation(summary = "Decide on an offer (the student: ACCEPT, DECLINE)")
    ResponseEntity<OfferAnswer> decide(
            @Parameter(hidden = true) Caller caller, @PathVariable String offer, @RequestBody DecisionBody body) {
        Violations violations = new Violations();
        Asked asked = violations.oneOf("decision", body.decision(), Asked.class, null);
        String reason = body.reason();
        if (reason != null) {
            violations.matching(
                    "reason", reason, REASON, "Give a code of letters, digits and hyphens such as too-far.");
        }
        violations.refuseIfAny();
        FindingOffer.Told told = deciding.decide(caller, offer, decision(asked, reason));
        return Answers.found(told.offer().version(), OfferAnswer.of(told));
    }

    private static OfferCommand.Decision decision(Asked asked, @Nullable String reason) {
        return switch (asked) {
            case ACCEPT -> new OfferCommand.Accept();
            case DECLINE -> new OfferCommand.Decline(reason);
            case KEEP, APPROVE, VETO, ENDORSE, REFUSE, RELEASE ->
                new OfferCommand.Later(OfferCommand.Later.Kind.valueOf(asked.name()));
        };
    }
}
