package dev.talentpipeline.internship.offer.web;

import dev.talentpipeline.internship.agreement.PossibleAgreementActs;
import dev.talentpipeline.internship.offer.DecidingManyOffers;
import dev.talentpipeline.internship.offer.DecidingOffer;
import dev.talentpipeline.internship.offer.Decision;
import dev.talentpipeline.internship.offer.DecisionKind;
import dev.talentpipeline.internship.offer.FindingOffer;
import dev.talentpipeline.internship.offer.Letter;
import dev.talentpipeline.internship.offer.OfferStatus;
import dev.talentpipeline.internship.offer.Seat;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
    private static final String REASON_REMEDY = "Give a code of letters, digits and hyphens such as too-far.";
    private static final int MOST_IN_BULK = 500;
    private static final int LONGEST_LETTER = 4_000;

    private final FindingOffer finding;
    private final DecidingOffer deciding;
    private final DecidingManyOffers decidingMany;
    private final PossibleAgreementActs agreements;

    OfferController(
            FindingOffer finding,
            DecidingOffer deciding,
            DecidingManyOffers decidingMany,
            PossibleAgreementActs agreements) {
        this.finding = finding;
        this.deciding = deciding;
        this.decidingMany = decidingMany;
        this.agreements = agreements;
    }

    /** A decision as it is sent. */
    record DecisionBody(
            @Described(as = DecisionKind.class, required = true) @Nullable String decision,

            @Nullable String reason,
            @Nullable String letter,
            @Described(as = Seat.class) @Nullable String seat) {

        Decision decision(Violations violations) {
            DecisionKind kind = violations.oneOf("decision", decision, DecisionKind.class, null);
            checkReason(violations, reason);
            if (letter != null && !kind.concernsRelease()) {
                violations.add("letter", letter, "Leave it out: letters go with RELEASE and REFUSE_RELEASE.");
            }
            if (seat != null && kind != DecisionKind.RELEASE) {
                violations.add("seat", seat, "Leave it out: what becomes of the seat is said with RELEASE.");
            }
            return new Decision(
                    kind,
                    reason,
                    violations.optionalText("letter", letter, LONGEST_LETTER),
                    seat == null ? null : violations.oneOf("seat", seat, Seat.class, null));
        }
    }

    /** A letter as its readers see it. */
    record LetterAnswer(Instant at, String by, DecisionKind decision, String letter) {
        static LetterAnswer of(Letter letter) {
            return new LetterAnswer(letter.at(), letter.by().role(), letter.decision(), letter.text());
        }
    }

    /** One decision on many offers, as it is sent. */
    record ManyDecisionsBody(
            @Described(as = InBulk.class, required = true) @Nullable String decision,

            @Nullable String reason,

            @Described(as = UUID.class, required = true) @Nullable List<@Nullable String> offers) {}

    /** What is decided on many offers at once: only what a university goes through by the hundred. */
    @Schema(name = "BulkDecision")
    private enum InBulk {
        ENDORSE,
        REFUSE
    }

    /** What a list is narrowed to because whoever asks could do it now. */
    private enum ListedFor {
        DRAFT_AGREEMENT
    }

    @GetMapping("/api/v1/programmes/{programme}/offers")
    @Operation(
            operationId = "listOffers",
            summary =
                    "List the offers that you are a party to (operations: all), or with possible=DRAFT_AGREEMENT those of them whose agreement you"
                            + " could draft now (university)")
    Listing<OfferAnswer> list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String student,
            @RequestParam(required = false) @Nullable String internship,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String possible,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        if (possible != null) {
            violations.oneOf("possible", possible, ListedFor.class, null);
        }
        OfferStatus in = state == null ? null : violations.oneOf("state", state, OfferStatus.class, null);
        Page.Request request = Listing.byId(violations, cursor, limit);
        violations.refuseIfAny();
        return listing(
                caller,
                possible == null
                        ? finding.list(caller, programme, student, internship, in, request)
                        : finding.withoutAgreement(caller, programme, student, internship, in, request));
    }

    @GetMapping("/api/v1/programmes/{programme}/endorsements")
    @Operation(
            operationId = "listEndorsements",
            summary =
                    "List the offers that await your endorsement, what is due first before the others (university, or a school of it)")
    Listing<OfferAnswer> endorsements(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        Page.Request request = Listing.byDue(violations, cursor, limit);
        violations.refuseIfAny();
        return listing(caller, finding.awaitingEndorsement(caller, programme, request));
    }

    @GetMapping("/api/v1/offers/{offer}")
    @Operation(operationId = "getOffer", summary = "Read an offer with its history")
    ResponseEntity<OfferAnswer> get(@Parameter(hidden = true) Caller caller, @PathVariable String offer) {
        return answer(caller, finding.find(caller, offer));
    }

    @PostMapping("/api/v1/offers/{offer}/decisions")
    @Operation(
            operationId = "decideOnOffer",
            summary =
                    "Decide on an offer (company: APPROVE, VETO; student: ACCEPT, KEEP, DECLINE; school and university: ENDORSE, REFUSE;"
                            + " after the acceptance any of them: RELEASE, REFUSE_RELEASE)")
    ResponseEntity<OfferAnswer> decide(
            @Parameter(hidden = true) Caller caller, @PathVariable String offer, @RequestBody DecisionBody body) {
        Violations violations = new Violations();
        Decision decision = body.decision(violations);
        violations.refuseIfAny();
        return answer(caller, deciding.decide(caller, offer, decision));
    }

    @GetMapping("/api/v1/offers/{offer}/letters")
    @Operation(
            operationId = "listOfferLetters",
            summary = "Read what its parties wrote about a release of the offer (only they)")
    Listing<LetterAnswer> letters(@Parameter(hidden = true) Caller caller, @PathVariable String offer) {
        return new Listing<>(
                finding.letters(caller, offer).stream().map(LetterAnswer::of).toList(), null);
    }

    /** Steps towards a release change no version but the answer, so the tag counts them. */
    private ResponseEntity<OfferAnswer> answer(Caller caller, FindingOffer.Told told) {
        long version = told.offer().version();
        long steps =
                told.history().stream().filter(entry -> entry.release() != null).count();
        return ResponseEntity.ok()
                .eTag(steps == 0 ? Long.toString(version) : version + "." + steps)
                .body(answers(caller, List.of(told)).apply(told));
    }

    private Listing<OfferAnswer> listing(Caller caller, Page<FindingOffer.Told> page) {
        return Listing.of(page, answers(caller, page.items()));
    }

    private Function<FindingOffer.Told, OfferAnswer> answers(Caller caller, List<FindingOffer.Told> all) {
        Set<UUID> drafts = agreements.firstDrafts(
                caller, all.stream().map(FindingOffer.Told::offer).toList());
        return told -> OfferAnswer.of(told, drafts.contains(told.offer().id()));
    }

    @PostMapping("/api/v1/offers/decisions")
    @Operation(
            operationId = "decideOnOffers",
            summary = "Endorse or refuse many offers at once (university); each is answered by itself")
    ManyDecisionsAnswer decideMany(@Parameter(hidden = true) Caller caller, @RequestBody ManyDecisionsBody body) {
        Violations violations = new Violations();
        InBulk kind = violations.oneOf("decision", body.decision(), InBulk.class, null);
        List<String> ids = violations.texts("offers", body.offers(), MOST_IN_BULK, 64);
        if (ids.isEmpty()) {
            violations.add("offers", body.offers(), "List 1 to %d ids of offers.".formatted(MOST_IN_BULK));
        }
        checkReason(violations, body.reason());
        String reason = body.reason();
        if (kind == InBulk.REFUSE && reason == null) {
            violations.add("reason", null, REASON_REMEDY);
        }
        violations.refuseIfAny();
        return ManyDecisionsAnswer.of(
                kind == InBulk.REFUSE && reason != null
                        ? decidingMany.refuse(caller, ids, reason)
                        : decidingMany.endorse(caller, ids));
    }

    private static void checkReason(Violations violations, @Nullable String reason) {
        if (reason != null) {
            violations.matching("reason", reason, REASON, REASON_REMEDY);
        }
    }
}
