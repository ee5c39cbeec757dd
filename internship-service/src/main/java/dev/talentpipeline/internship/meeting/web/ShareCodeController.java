package dev.talentpipeline.internship.meeting.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.talentpipeline.internship.meeting.FindingMeeting.Told;
import dev.talentpipeline.internship.meeting.GivingShareCode;
import dev.talentpipeline.internship.meeting.RedeemingShareCode;
import dev.talentpipeline.internship.meeting.ShareCode;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.exports.OnlyInAnswers;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Meetings")
class ShareCodeController {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final Duration USUAL = Duration.ofDays(14);

    private final GivingShareCode giving;
    private final RedeemingShareCode redeeming;
    private final Clock clock;

    ShareCodeController(GivingShareCode giving, RedeemingShareCode redeeming, Clock clock) {
        this.giving = giving;
        this.redeeming = redeeming;
        this.clock = clock;
    }

    /** What is asked for. */
    record ShareCodeBody(
            @Described(as = Duration.class) @Nullable String expiresIn) {}

    /** A code as it is typed. */
    record RedemptionBody(
            @Described(required = true) @Nullable String code,

            @Described(required = true) @Nullable String internship) {}

    /**
     * A share code; the code itself only when it is made.
     *
     * @param possible what its student could do with it now
     */
    record ShareCodeAnswer(
            UUID id,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String code,

            ShareCode.Status state,
            Instant createdAt,
            Instant expiresAt,
            @Nullable UUID meeting,
            @Nullable String company,
            @OnlyInAnswers List<Act> possible) {

        /** What is done with a code that was given. */
        @Schema(name = "ShareCodeAct")
        enum Act {
            REVOKE
        }
    }

    @PostMapping("/api/v1/programmes/{programme}/students/{student}/share-codes")
    @Operation(operationId = "giveShareCode", summary = "Make a share code for a company that you know (the student)")
    @ApiResponse(responseCode = "201", description = "The code, which is told this once")
    ResponseEntity<ShareCodeAnswer> give(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @PathVariable String student,
            @RequestBody(required = false) @Nullable ShareCodeBody body) {
        Violations violations = new Violations();
        Duration expiresIn =
                violations.duration("expiresIn", body == null ? null : body.expiresIn(), SHORTEST, LONGEST, USUAL);
        violations.refuseIfAny();
        GivingShareCode.Given given = giving.give(caller, programme, student, expiresIn);
        // Not to be stored anywhere, so not under an idempotency key either.
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(answer(given.code(), given.text()));
    }

    @GetMapping("/api/v1/programmes/{programme}/students/{student}/share-codes")
    @Operation(operationId = "listShareCodes", summary = "List your share codes and what became of them (the student)")
    Listing<ShareCodeAnswer> list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @PathVariable String student,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        Page.Request request = Listing.byId(violations, cursor, limit);
        violations.refuseIfAny();
        return Listing.of(giving.list(caller, programme, student, request), code -> answer(code, null));
    }

    @DeleteMapping("/api/v1/programmes/{programme}/students/{student}/share-codes/{code}")
    @Operation(operationId = "revokeShareCode", summary = "Revoke a share code, by its id (the student)")
    ShareCodeAnswer revoke(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @PathVariable String student,
            @PathVariable String code) {
        return answer(giving.revoke(caller, programme, student, code), null);
    }

    @PostMapping("/api/v1/share-codes/redemptions")
    @Operation(operationId = "redeemShareCode", summary = "Redeem a share code that a student gave you (company)")
    @ApiResponse(responseCode = "201", description = "The meeting of the two")
    @ApiResponse(responseCode = "429", description = "Too many codes that cannot be redeemed")
    ResponseEntity<MeetingAnswer> redeem(@Parameter(hidden = true) Caller caller, @RequestBody RedemptionBody body) {
        Violations violations = new Violations();
        String code = violations.text("code", body.code(), 64);
        String internship = violations.optionalText("internship", body.internship(), 64);
        violations.refuseIfAny();
        Told told = redeeming.redeem(caller, code, internship);
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Long.toString(told.meeting().version()))
                .body(MeetingAnswer.of(told));
    }

    private ShareCodeAnswer answer(ShareCode code, @Nullable String text) {
        Instant now = clock.instant();
        return new ShareCodeAnswer(
                code.id(),
                text,
                code.status(now),
                code.createdAt(),
                code.expiresAt(),
                code.meeting(),
                code.company(),
                code.isRevocable(now) ? List.of(ShareCodeAnswer.Act.REVOKE) : List.of());
    }
}
