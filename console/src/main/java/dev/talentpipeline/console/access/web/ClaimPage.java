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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a student claims their entry of a roll. Looking at the page, as a messenger does, does not use the link up; it says whose the link is, as far
 * as whoever has it may know, and at once if it claims nothing any more.
 */
@Controller
final class ClaimPage {

    private final Claims claims;
    private final Grants grants;
    private final OpeningSessions sessions;
    private final JsonMapper json;
    private final Clock clock;

    ClaimPage(Claims claims, Grants grants, OpeningSessions sessions, JsonMapper json, Clock clock) {
        this.claims = claims;
        this.grants = grants;
        this.sessions = sessions;
        this.json = json;
        this.clock = clock;
    }

    /** Whose link it is. */
    record Holder(
            @Nullable String university,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String numberEnd) {

        public @Nullable String named(String language) {
            String name = "zh".equals(language) ? nameZh : nameEn;
            return name == null ? university : name;
        }
    }

    @GetMapping("/claim")
    String show(
            @RequestParam(defaultValue = "") String secret,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Answer answer;
        try {
            answer = claims.look(json.writeValueAsBytes(Map.of("secret", secret)), request.getRemoteAddr());
        } catch (HeldException held) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(held.waitSeconds()));
            return again("claim.later", HttpStatus.TOO_MANY_REQUESTS.value(), secret, "", model, response);
        } catch (ServiceFault e) {
            return again("claim.later", HttpStatus.SERVICE_UNAVAILABLE.value(), secret, "", model, response);
        }
        return switch (answer.status()) {
            case 200 -> {
                model.addAttribute("holder", json.readValue(answer.body(), Holder.class));
                model.addAttribute("secret", secret);
                model.addAttribute("key", newKey());
                yield "claim";
            }
            case 400, 404, 409 -> closed(answer, secret, model, response);
            default -> again("claim.later", HttpStatus.SERVICE_UNAVAILABLE.value(), secret, "", model, response);
        };
    }

    private String closed(Answer answer, String secret, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        if (answer.status() == HttpStatus.CONFLICT.value()) {
            String type = json.readTree(answer.body()).path("type").asString("");
            model.addAttribute("closed", type.endsWith("claim-link-expired") ? "over" : "used");
        } else {
            model.addAttribute("closed", "unknown");
        }
        model.addAttribute("old", OldLink.ofSecret(secret));
        return "link-closed";
    }

    /** Sent along, so that the page can be sent again where its answer was lost. */
    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    @PostMapping("/claim")
    @ShownAt("/claim?secret={secret}")
    String claim(
            @RequestParam String secret,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String email,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes result) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("secret", secret);
        if (!email.isBlank()) {
            body.put("email", email.strip());
        }
        Answer answer;
        try {
            answer = claims.claim(
                    json.writeValueAsBytes(body),
                    request.getRemoteAddr(),
                    Claims.isKey(key) ? Map.of(Claims.KEY, key) : Map.of());
        } catch (HeldException held) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(held.waitSeconds()));
            return again("claim.later", HttpStatus.TOO_MANY_REQUESTS.value(), secret, email, model, response);
        } catch (ServiceFault e) {
            return again("claim.later", HttpStatus.SERVICE_UNAVAILABLE.value(), secret, email, model, response);
        }
        Optional<Identity> student = answer.isSuccess() ? grants.themselves(answer) : Optional.empty();
        if (student.isPresent()) {
            sessions.open(SignedIn.byLink(student.get(), clock.instant()), request, response);
            result.addFlashAttribute("flash", "claim.done");
            return "redirect:/student";
        }
        return switch (answer.status()) {
            case 404, 409 -> closed(answer, secret, model, response);
            case 400, 422 -> again("claim.emailNeeded", answer.status(), secret, email, model, response);
            default -> again("claim.later", HttpStatus.SERVICE_UNAVAILABLE.value(), secret, email, model, response);
        };
    }

    private static String again(
            String why, int status, String secret, String email, Model model, HttpServletResponse response) {
        response.setStatus(status);
        model.addAttribute("why", why);
        model.addAttribute("secret", secret);
        model.addAttribute("key", newKey());
        model.addAttribute("email", email);
        return "claim";
    }
}
