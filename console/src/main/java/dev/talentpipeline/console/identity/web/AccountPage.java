package dev.talentpipeline.console.identity.web;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Accounts;
import dev.talentpipeline.console.identity.Administration;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.RefusedException;
import dev.talentpipeline.console.identity.cover.CoveringAbsence;
import dev.talentpipeline.console.identity.cover.CoveringAbsence.Absence;
import dev.talentpipeline.console.identity.password.ChangingPassword;
import dev.talentpipeline.console.identity.provider.ProviderIdentity;
import dev.talentpipeline.console.identity.provider.SigningInByProvider;
import dev.talentpipeline.console.identity.provider.SigningInByProvider.Organisation;
import dev.talentpipeline.console.identity.security.OpeningSessions;
import dev.talentpipeline.console.identity.security.ProviderSettings;
import dev.talentpipeline.console.identity.security.ProviderSettings.IdentityProvider;
import dev.talentpipeline.console.identity.security.ProviderSignIns;
import dev.talentpipeline.console.identity.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
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

/** One's own account: password, who acts for one, for whom one acts, and the sign-in by a provider. */
@Controller
@RequestMapping("/account")
final class AccountPage {

    private final Accounts accounts;
    private final ChangingPassword passwords;
    private final CoveringAbsence covering;
    private final SigningInByProvider signingIn;
    private final ProviderSettings providers;
    private final ProviderSignIns providerSignIns;
    private final OpeningSessions sessions;
    private final Clock clock;

    AccountPage(
            Accounts accounts,
            ChangingPassword passwords,
            CoveringAbsence covering,
            SigningInByProvider signingIn,
            ProviderSettings providers,
            ProviderSignIns providerSignIns,
            OpeningSessions sessions,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.covering = covering;
        this.signingIn = signingIn;
        this.providers = providers;
        this.providerSignIns = providerSignIns;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        Account account = account(signedIn);
        Identity own = account.identity();
        model.addAttribute("account", account);
        model.addAttribute("acting", signedIn.identity().actor() != null);
        model.addAttribute("covers", covering.pending(account.name()));
        model.addAttribute("today", covering.today());
        List<String> linked = signingIn.of(account.name()).stream()
                .map(ProviderIdentity::issuer)
                .toList();
        String org = own.org();
        model.addAttribute(
                "providers", Providers.of(providers, org == null ? null : new Organisation(own.role(), org)));
        model.addAttribute(
                "linked",
                providers.providers().entrySet().stream()
                        .filter(provider -> linked.contains(provider.getValue().issuer()))
                        .map(Map.Entry::getKey)
                        .toList());
        return "account";
    }

    @PostMapping("/password")
    @ShownAt("/account")
    String changePassword(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam String currentPassword,
            @RequestParam String newPassword,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes result) {
        account(signedIn);
        try {
            Account changed =
                    passwords.change(signedIn.identity(), request.getRemoteAddr(), currentPassword, newPassword);
            sessions.open(SignedIn.to(changed, clock.instant()), request, response);
            return done(result, "password");
        } catch (RefusedException e) {
            return again(signedIn, Map.of(), e, model, response);
        }
    }

    @PostMapping("/covers")
    @ShownAt("/account")
    String nameDeputy(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam String deputy,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate until,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        String name = account(signedIn).name();
        try {
            covering.name(signedIn.identity(), name, new Absence(deputy, from, until));
            return done(result, "cover");
        } catch (RefusedException e) {
            return again(signedIn, typed, e, model, response);
        }
    }

    @PostMapping("/covers/{cover}/end")
    String endCover(@AuthenticationPrincipal SignedIn signedIn, @PathVariable UUID cover, RedirectAttributes result) {
        account(signedIn);
        return told(result, "coverEnded", () -> covering.end(signedIn.identity(), cover));
    }

    /** From here on the session speaks for the absent colleague. */
    @PostMapping("/acting")
    String act(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam UUID cover,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes result) {
        account(signedIn);
        try {
            Identity absent = covering.start(signedIn.identity(), cover);
            sessions.open(signedIn.actingAs(absent, cover), request, response);
            return "redirect:/";
        } catch (RefusedException e) {
            return refused(result, e);
        }
    }

    @PostMapping("/acting/end")
    String stopActing(
            @AuthenticationPrincipal SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        Account own = account(signedIn);
        if (signedIn.identity().actor() != null) {
            covering.stop(signedIn.identity());
            sessions.open(signedIn.as(own.identity()), request, response);
        }
        return "redirect:/account";
    }

    @PostMapping("/providers/{provider}")
    String link(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String provider,
            HttpServletRequest request,
            RedirectAttributes result) {
        account(signedIn);
        return told(result, "goOn", () -> {
            Administration.requireNotActing(signedIn.identity());
            providerSignIns.noteLinking(signedIn, request.getSession());
            result.addFlashAttribute("goOn", providerSignIns.begin(provider));
        });
    }

    @PostMapping("/providers/{provider}/unlink")
    String unlink(
            @AuthenticationPrincipal SignedIn signedIn, @PathVariable String provider, RedirectAttributes result) {
        account(signedIn);
        IdentityProvider known = providers.providers().get(provider);
        if (known == null) {
            return "redirect:/account";
        }
        return told(result, "unlinked", () -> signingIn.unlink(signedIn.identity(), known.issuer()));
    }

    /** The account of whoever is signed in, also while they act for somebody else. Who came by a link has none. */
    private Account account(SignedIn signedIn) {
        return Optional.ofNullable(signedIn.opening())
                .map(SignedIn.Opening::account)
                .flatMap(name -> accounts.find(Kind.USER, name))
                .orElseThrow(() -> new AccessDeniedException("no account"));
    }

    private static String told(RedirectAttributes result, String done, Runnable doing) {
        try {
            doing.run();
            return done(result, done);
        } catch (RefusedException e) {
            return refused(result, e);
        }
    }

    private static String done(RedirectAttributes result, String done) {
        result.addFlashAttribute("done", done);
        return "redirect:/account";
    }

    /** The page again, with what was typed but for passwords. */
    private String again(
            SignedIn signedIn,
            Map<String, List<String>> typed,
            RefusedException refused,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused.refusal());
        return show(signedIn, model);
    }

    private static String refused(RedirectAttributes result, RefusedException refused) {
        result.addFlashAttribute("refusal", refused.refusal());
        return "redirect:/account";
    }
}
