package dev.talentpipeline.console.identity.web;

import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Accounts;
import dev.talentpipeline.console.identity.Refusal;
import dev.talentpipeline.console.identity.Rights;
import dev.talentpipeline.console.identity.administration.AdministeringAccounts;
import dev.talentpipeline.console.identity.password.ChangingPassword;
import dev.talentpipeline.console.identity.password.ChangingPassword.IssuedLink;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.identity.trail.ReadingTrail;
import dev.talentpipeline.console.identity.web.Bodies.AccountAnswer;
import dev.talentpipeline.console.identity.web.Bodies.ActAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of an organisation, for its administrators. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts")
final class AccountsApi {

    private final AdministeringAccounts administering;
    private final ChangingPassword passwords;
    private final ReadingTrail trail;
    private final Accounts accounts;

    AccountsApi(
            AdministeringAccounts administering, ChangingPassword passwords, ReadingTrail trail, Accounts accounts) {
        this.administering = administering;
        this.passwords = passwords;
        this.trail = trail;
        this.accounts = accounts;
    }

    record RightsBody(
            @Nullable Boolean administrator, @Nullable String school) {}

    /** Whether an account may sign in. */
    enum State {
        ACTIVE,
        DEACTIVATED
    }

    record StateBody(@Nullable State state) {}

    record HandoverBody(@Nullable String to) {}

    @GetMapping
    @Operation(
            operationId = "listAccounts",
            summary = "List the accounts of the organisation (its administrators; operations: of all, or of one)")
    Listing<AccountAnswer> list(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String org,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Listing.of(administering.list(signedIn.identity(), org, cursor, Bodies.limit(limit)), AccountAnswer::of);
    }

    @GetMapping("/me")
    @Operation(operationId = "getOwnAccount", summary = "Read your own account (a person who has signed in)")
    AccountAnswer me(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        String name = Bodies.own(signedIn).subject();
        return accounts.find(Kind.USER, name)
                .map(AccountAnswer::of)
                .orElseThrow(() -> Refusal.notFound("account", name).asException());
    }

    @GetMapping("/{name}")
    @Operation(operationId = "getAccount", summary = "Read an account (administrators of its organisation, operations)")
    AccountAnswer find(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn, @PathVariable String name) {
        return AccountAnswer.of(administering.find(signedIn.identity(), name));
    }

    @PutMapping("/{name}/rights")
    @Operation(
            operationId = "changeAccountRights",
            summary = "Change what an account may do (administrators of its organisation, operations)")
    AccountAnswer changeRights(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String name,
            @RequestBody RightsBody body) {
        Rights rights = new Rights(Bodies.required("administrator", body.administrator()), body.school());
        return AccountAnswer.of(administering.changeRights(signedIn.identity(), name, rights));
    }

    @PostMapping("/{name}/state")
    @Operation(
            operationId = "setAccountState",
            summary = "Deactivate an account or activate it again (administrators of its organisation, operations)")
    AccountAnswer setState(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String name,
            @RequestBody StateBody body) {
        boolean active = Bodies.required("state", body.state()) == State.ACTIVE;
        return AccountAnswer.of(administering.setActive(signedIn.identity(), name, active));
    }

    @PostMapping("/{name}/handovers")
    @Operation(
            operationId = "handOverAccount",
            summary = "Hand an account over and deactivate it (administrators of its organisation, operations)")
    AccountAnswer handOver(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String name,
            @RequestBody HandoverBody body) {
        Account successor = administering.handOver(signedIn.identity(), name, Bodies.required("to", body.to()));
        return AccountAnswer.of(successor);
    }

    @PostMapping("/{name}/password-resets")
    @Operation(
            operationId = "issuePasswordReset",
            summary = "Issue a link that sets a password (administrators of its organisation, operations)")
    IssuedLink issueReset(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn, @PathVariable String name) {
        return passwords.issueLink(signedIn.identity(), name);
    }

    @GetMapping("/trail")
    @Operation(
            operationId = "listAccountTrail",
            summary = "Read what was done to accounts, the newest first (administrators, operations)")
    Listing<ActAnswer> trail(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Listing.of(
                trail.read(signedIn.identity(), account, Bodies.numberCursor(cursor), Bodies.limit(limit)),
                ActAnswer::of);
    }
}
