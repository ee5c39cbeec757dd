package dev.talentpipeline.console.identity.web;

import dev.talentpipeline.console.identity.Rights;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.invitation.InvitingPeople;
import dev.talentpipeline.console.identity.invitation.InvitingPeople.Guest;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.identity.web.Bodies.InvitationAnswer;
import dev.talentpipeline.console.identity.web.Bodies.IssuedInvitation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
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

/** Invitations, for whoever invites. The guest comes to the page `/invitation`. */
@RestController
@RequestMapping("/api/v1/accounts/invitations")
@Tag(name = "Invitations")
final class InvitationsApi {

    private final InvitingPeople inviting;
    private final Clock clock;

    InvitationsApi(InvitingPeople inviting, Clock clock) {
        this.inviting = inviting;
        this.clock = clock;
    }

    record InvitationBody(
            @Nullable String email,
            @Nullable Role role,
            @Nullable String org,
            @Nullable Boolean administrator,
            @Nullable String school) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "inviteColleague",
            summary = "Invite somebody (administrators; operations: the administrators of any organisation)")
    IssuedInvitation invite(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn, @RequestBody InvitationBody body) {
        Guest guest = new Guest(
                Bodies.required("email", body.email()),
                body.role(),
                body.org(),
                new Rights(Boolean.TRUE.equals(body.administrator()), body.school()));
        return IssuedInvitation.of(inviting.invite(signedIn.identity(), guest), clock.instant());
    }

    @GetMapping
    @Operation(
            operationId = "listInvitations",
            summary = "List the invitations that are neither accepted nor revoked (administrators, operations)")
    Listing<InvitationAnswer> list(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Listing.of(
                inviting.pending(signedIn.identity(), Bodies.idCursor(cursor), Bodies.limit(limit)),
                invitation -> InvitationAnswer.of(invitation, clock.instant()));
    }

    @PostMapping("/{invitation}/links")
    @Operation(
            operationId = "renewInvitation",
            summary = "Give an invitation a new link in place of the one before (administrators, operations)")
    IssuedInvitation renew(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn, @PathVariable UUID invitation) {
        return IssuedInvitation.of(inviting.renew(signedIn.identity(), invitation), clock.instant());
    }

    @DeleteMapping("/{invitation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokeInvitation", summary = "Revoke an invitation (administrators, operations)")
    void revoke(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn, @PathVariable UUID invitation) {
        inviting.revoke(signedIn.identity(), invitation);
    }
}
