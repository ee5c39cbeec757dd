package dev.talentpipeline.console.identity.web;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.RefusedException;
import dev.talentpipeline.console.identity.invitation.AcceptingInvitation;
import dev.talentpipeline.console.identity.invitation.AcceptingInvitation.Chosen;
import dev.talentpipeline.console.identity.invitation.Invitation;
import dev.talentpipeline.console.identity.provider.SigningInByProvider.Organisation;
import dev.talentpipeline.console.identity.security.OpeningSessions;
import dev.talentpipeline.console.identity.security.ProviderSettings;
import dev.talentpipeline.console.identity.security.ProviderSignIns;
import dev.talentpipeline.console.identity.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a guest opens the account they were invited to. Looking at the page, as a messenger does, does not use the link up. */
@Controller
final class InvitationPage {

    private final AcceptingInvitation accepting;
    private final ProviderSettings providers;
    private final ProviderSignIns providerSignIns;
    private final OpeningSessions sessions;
    private final Clock clock;

    InvitationPage(
            AcceptingInvitation accepting,
            ProviderSettings providers,
            ProviderSignIns providerSignIns,
            OpeningSessions sessions,
            Clock clock) {
        this.accepting = accepting;
        this.providers = providers;
        this.providerSignIns = providerSignIns;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping("/invitation")
    String show(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        Optional<Invitation> invitation = accepting.look(token);
        if (invitation.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
            return "link-closed";
        }
        String org = invitation.get().org();
        model.addAttribute("invitation", invitation.get());
        model.addAttribute("token", token);
        if (org != null) {
            // Nobody is signed in yet: the name is asked for as the guest will ask for it.
            model.addAttribute("guest", new Identity("guest", invitation.get().role(), org, null));
        }
        model.addAttribute(
                "providers",
                Providers.of(
                        providers,
                        org == null ? null : new Organisation(invitation.get().role(), org)));
        return "invitation";
    }

    @PostMapping("/invitation")
    @ShownAt("/invitation?token={token}")
    String accept(
            @RequestParam String token,
            @RequestParam String name,
            @RequestParam String displayName,
            @RequestParam String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Chosen chosen = new Chosen(name, displayName);
        try {
            Account account = accepting.accept(token, chosen, password);
            sessions.open(SignedIn.to(account, clock.instant()), request, response);
            return "redirect:/";
        } catch (RefusedException e) {
            return again(e, token, chosen, model, response);
        }
    }

    /** Goes to the provider by a link, because a browser sends no form on to another origin. */
    @PostMapping("/invitation/provider")
    @ShownAt("/invitation?token={token}")
    String acceptByProvider(
            @RequestParam String token,
            @RequestParam String name,
            @RequestParam String displayName,
            @RequestParam String provider,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes again) {
        Chosen chosen = new Chosen(name, displayName);
        try {
            accepting.check(token, chosen);
        } catch (RefusedException e) {
            return again(e, token, chosen, model, response);
        }
        providerSignIns.noteAccepting(token, chosen, request.getSession());
        again.addFlashAttribute("goOn", providerSignIns.begin(provider));
        again.addAttribute("token", token);
        return "redirect:/invitation";
    }

    /** The page again, with what was typed but for the password. */
    private String again(
            RefusedException refused, String token, Chosen chosen, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "typed", Map.of("name", List.of(chosen.name()), "displayName", List.of(chosen.displayName())));
        model.addAttribute("refused", refused.refusal());
        return show(token, model, response);
    }
}
