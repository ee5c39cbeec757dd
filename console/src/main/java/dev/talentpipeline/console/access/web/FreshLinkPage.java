package dev.talentpipeline.console.access.web;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.OpeningSessions;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.identity.signin.HoldingSignIns.HeldException;
import dev.talentpipeline.console.services.ServiceClient.Answer;
import dev.talentpipeline.console.services.ServiceFault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where students without a link that lets them in ask for one by mail, and come in by it. What is answered does not say whether somebody is reached;
 * looking at the page of a link, as a messenger or a mail filter does, does not use it up.
 */
@Controller
final class FreshLinkPage {

    private final FreshLinks links;
    private final Claims claims;
    private final Grants grants;
    private final OpeningSessions sessions;
    private final JsonMapper json;
    private final Clock clock;

    FreshLinkPage(
            FreshLinks links, Claims claims, Grants grants, OpeningSessions sessions, JsonMapper json, Clock clock) {
        this.links = links;
        this.claims = claims;
        this.grants = grants;
        this.sessions = sessions;
        this.json = json;
        this.clock = clock;
    }

    /** With the link that somebody followed before, where the page is that of a form which was refused. */
    @GetMapping("/enter/links")
    String show(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String secret,
            Model model) {
        model.addAttribute("old", old(token, secret));
        return "link-ask";
    }

    @PostMapping("/enter/links")
    @ShownAt("/enter/links?token={token}&secret={secret}")
    String ask(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String email,
            Locale language,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        OldLink old = old(token, secret);
        model.addAttribute("old", old);
        model.addAttribute("email", email);
        try {
            Answer answer = links.ask(old, email, language, request.getRemoteAddr());
            if (answer.isSuccess() || answer.status() == HttpStatus.NOT_FOUND.value()) {
                return "link-renewed";
            }
            if (answer.status() == HttpStatus.BAD_REQUEST.value()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("malformed", true);
                return "link-ask";
            }
        } catch (HeldException held) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(held.waitSeconds()));
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute("again", held.until());
            return "link-ask";
        } catch (ServiceFault e) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        model.addAttribute("why", "link.renew.later");
        return "link-ask";
    }

    private static @Nullable OldLink old(String token, String secret) {
        if (!token.isEmpty()) {
            return OldLink.ofToken(token);
        }
        return secret.isEmpty() ? null : OldLink.ofSecret(secret);
    }

    @GetMapping("/enter/by-mail")
    String look(@RequestParam(defaultValue = "") String secret, Model model) {
        model.addAttribute("secret", secret);
        return "enter";
    }

    @PostMapping("/enter/by-mail")
    @ShownAt("/enter/by-mail?secret={secret}")
    String comeIn(@RequestParam String secret, Model model, HttpServletRequest request, HttpServletResponse response) {
        model.addAttribute("secret", secret);
        Answer answer;
        try {
            answer = claims.comeIn(json.writeValueAsBytes(Map.of("secret", secret)), request.getRemoteAddr());
        } catch (HeldException held) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(held.waitSeconds()));
            return later(HttpStatus.TOO_MANY_REQUESTS, model, response);
        } catch (ServiceFault e) {
            return later(HttpStatus.SERVICE_UNAVAILABLE, model, response);
        }
        Optional<Identity> student = answer.isSuccess() ? grants.themselves(answer) : Optional.empty();
        if (student.isPresent()) {
            sessions.open(SignedIn.byLink(student.get(), clock.instant()), request, response);
            return "redirect:/student";
        }
        return switch (answer.status()) {
            case 409 -> closed("link-used", secret, model, response);
            case 400, 404 -> closed("link-expired", secret, model, response);
            default -> later(HttpStatus.SERVICE_UNAVAILABLE, model, response);
        };
    }

    private static String closed(String page, String secret, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        model.addAttribute("old", OldLink.ofSecret(secret));
        return page;
    }

    private static String later(HttpStatus status, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("why", "claim.later");
        return "enter";
    }
}
