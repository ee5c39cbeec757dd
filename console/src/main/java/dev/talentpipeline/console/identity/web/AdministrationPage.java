package dev.talentpipeline.console.identity.web;

import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.RefusedException;
import dev.talentpipeline.console.identity.Rights;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.Slice;
import dev.talentpipeline.console.identity.administration.AdministeringAccounts;
import dev.talentpipeline.console.identity.invitation.InvitingPeople;
import dev.talentpipeline.console.identity.invitation.InvitingPeople.Guest;
import dev.talentpipeline.console.identity.password.ChangingPassword;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.identity.trail.ReadingTrail;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts, invitations and latest acts of an organisation, for its administrators. */
@Controller
@RequestMapping("/accounts")
final class AdministrationPage {

    private static final int SHOWN = 50;

    private final AdministeringAccounts administering;
    private final InvitingPeople inviting;
    private final ChangingPassword passwords;
    private final ReadingTrail trail;

    AdministrationPage(
            AdministeringAccounts administering,
            InvitingPeople inviting,
            ChangingPassword passwords,
            ReadingTrail trail) {
        this.administering = administering;
        this.inviting = inviting;
        this.passwords = passwords;
        this.trail = trail;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        try {
            Slice<Account> accounts = administering.list(caller, null, cursor, SHOWN);
            model.addAttribute("accounts", accounts);
            model.addAttribute("cursor", cursor);
            model.addAttribute("invitations", inviting.pending(caller, null, SHOWN));
            model.addAttribute("acts", trail.read(caller, null, null, SHOWN));
            model.addAttribute("operations", caller.role() == Role.OPERATIONS);
            return "accounts";
        } catch (RefusedException e) {
            throw new AccessDeniedException("not an administrator", e);
        }
    }

    @PostMapping("/invitations")
    String invite(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam String email,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable String org,
            @RequestParam(defaultValue = "false") boolean administrator,
            @RequestParam(required = false) @Nullable String school,
            RedirectAttributes result) {
        Guest guest = new Guest(email.strip(), role, text(org), new Rights(administrator, text(school)));
        return link(result, () -> inviting.invite(signedIn.identity(), guest).link());
    }

    @PostMapping("/invitations/{invitation}/renew")
    String renew(@AuthenticationPrincipal SignedIn signedIn, @PathVariable UUID invitation, RedirectAttributes result) {
        return link(
                result, () -> inviting.renew(signedIn.identity(), invitation).link());
    }

    @PostMapping("/invitations/{invitation}/revoke")
    String revoke(
            @AuthenticationPrincipal SignedIn signedIn, @PathVariable UUID invitation, RedirectAttributes result) {
        return told(result, () -> inviting.revoke(signedIn.identity(), invitation));
    }

    @PostMapping("/{name}/rights")
    String changeRights(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean administrator,
            @RequestParam(required = false) @Nullable String school,
            RedirectAttributes result) {
        Rights rights = new Rights(administrator, text(school));
        return told(result, () -> administering.changeRights(signedIn.identity(), name, rights));
    }

    @PostMapping("/{name}/state")
    String setState(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String name,
            @RequestParam boolean active,
            RedirectAttributes result) {
        return told(result, () -> administering.setActive(signedIn.identity(), name, active));
    }

    @PostMapping("/{name}/handover")
    String handOver(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String name,
            @RequestParam String to,
            RedirectAttributes result) {
        return told(result, () -> administering.handOver(signedIn.identity(), name, to.strip()));
    }

    @PostMapping("/{name}/password-reset")
    String issueReset(
            @AuthenticationPrincipal SignedIn signedIn, @PathVariable String name, RedirectAttributes result) {
        return link(result, () -> passwords.issueLink(signedIn.identity(), name).link());
    }

    /** The link is shown once, to whoever asked for it. */
    private static String link(RedirectAttributes result, Supplier<URI> issuing) {
        return told(result, () -> result.addFlashAttribute("link", issuing.get().toString()));
    }

    private static String told(RedirectAttributes result, Runnable doing) {
        try {
            doing.run();
            result.addFlashAttribute("done", true);
        } catch (RefusedException e) {
            result.addFlashAttribute("refusal", e.refusal());
        }
        return "redirect:/accounts";
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
