package dev.talentpipeline.console.identity.web;

import dev.talentpipeline.console.address.ShownAt;
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
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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
        return page(signedIn.identity(), cursor, model);
    }

    private String page(Identity caller, @Nullable String cursor, Model model) {
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
    @ShownAt("/accounts")
    String invite(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam String email,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable String org,
            @RequestParam(defaultValue = "false") boolean administrator,
            @RequestParam(required = false) @Nullable String school,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Guest guest = new Guest(email.strip(), role, text(org), new Rights(administrator, text(school)));
        try {
            return link(inviting.invite(caller, guest).link(), result);
        } catch (RefusedException e) {
            return refused(caller, typed, e, model, response);
        }
    }

    @PostMapping("/invitations/{invitation}/renew")
    String renew(@AuthenticationPrincipal SignedIn signedIn, @PathVariable UUID invitation, RedirectAttributes result) {
        return told(
                result,
                () -> link(inviting.renew(signedIn.identity(), invitation).link(), result));
    }

    @PostMapping("/invitations/{invitation}/revoke")
    String revoke(
            @AuthenticationPrincipal SignedIn signedIn, @PathVariable UUID invitation, RedirectAttributes result) {
        return told(result, () -> inviting.revoke(signedIn.identity(), invitation));
    }

    @PostMapping("/{name}/rights")
    @ShownAt("/accounts")
    String changeRights(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean administrator,
            @RequestParam(required = false) @Nullable String school,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        try {
            administering.changeRights(caller, name, new Rights(administrator, text(school)));
            return done(result);
        } catch (RefusedException e) {
            return refused(caller, typed, e, model, response);
        }
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
    @ShownAt("/accounts")
    String handOver(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String name,
            @RequestParam String to,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        try {
            administering.handOver(caller, name, to.strip());
            return done(result);
        } catch (RefusedException e) {
            return refused(caller, typed, e, model, response);
        }
    }

    @PostMapping("/{name}/password-reset")
    String issueReset(
            @AuthenticationPrincipal SignedIn signedIn, @PathVariable String name, RedirectAttributes result) {
        return told(
                result,
                () -> link(passwords.issueLink(signedIn.identity(), name).link(), result));
    }

    /** The link is shown once, to whoever asked for it. */
    private static String link(URI link, RedirectAttributes result) {
        result.addFlashAttribute("link", link.toString());
        return done(result);
    }

    private static String done(RedirectAttributes result) {
        result.addFlashAttribute("done", true);
        return "redirect:/accounts";
    }

    /** Of something for which nothing was typed. */
    private static String told(RedirectAttributes result, Runnable doing) {
        try {
            doing.run();
            return done(result);
        } catch (RefusedException e) {
            result.addFlashAttribute("refusal", e.refusal());
            return "redirect:/accounts";
        }
    }

    /** The page again, with what was typed. */
    private String refused(
            Identity caller,
            MultiValueMap<String, String> typed,
            RefusedException refused,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused.refusal());
        return page(caller, null, model);
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
