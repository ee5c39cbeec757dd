package dev.talentpipeline.console.identity.web;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Slice;
import dev.talentpipeline.console.identity.administration.AdministeringAccounts;
import dev.talentpipeline.console.identity.cover.CoveringAbsence;
import dev.talentpipeline.console.identity.cover.CoveringAbsence.Absence;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.identity.web.Bodies.CoverAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who acts for whom. To act for a colleague is a step on the deputy's account page. */
@RestController
@RequestMapping("/api/v1/accounts/covers")
@Tag(name = "Covers")
final class CoversApi {

    private final CoveringAbsence covering;
    private final AdministeringAccounts administering;

    CoversApi(CoveringAbsence covering, AdministeringAccounts administering) {
        this.covering = covering;
        this.administering = administering;
    }

    record CoverBody(
            @Nullable String account,
            @Nullable String deputy,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "nameCover",
            summary = "Name who acts for your account, or, as an administrator, for one of the organisation")
    CoverAnswer name(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn, @RequestBody CoverBody body) {
        Identity caller = body.account() == null ? Bodies.own(signedIn) : signedIn.identity();
        String account = body.account() == null ? caller.subject() : body.account();
        Absence absence = new Absence(
                Bodies.required("deputy", body.deputy()),
                Bodies.required("from", body.from()),
                Bodies.required("until", body.until()));
        return CoverAnswer.of(covering.name(caller, account, absence), covering.today());
    }

    @GetMapping
    @Operation(
            operationId = "listCovers",
            summary = "List the covers of your account, or, as an administrator, of one of the organisation")
    Listing<CoverAnswer> list(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String account) {
        String whose = account == null
                ? Bodies.own(signedIn).subject()
                : administering.find(signedIn.identity(), account).name();
        return Listing.of(new Slice<>(covering.pending(whose), null), cover -> CoverAnswer.of(cover, covering.today()));
    }

    @DeleteMapping("/{cover}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "endCover",
            summary = "End a cover before its time (either of the two, administrators of their organisation)")
    void end(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn, @PathVariable UUID cover) {
        covering.end(signedIn.identity(), cover);
    }
}
