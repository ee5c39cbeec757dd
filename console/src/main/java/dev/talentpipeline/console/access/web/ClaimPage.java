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
import org.springframework.web.bind.annotation.ModelAttribute;
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

    /** Whose link it is; the form brings it along, so that its answer says so too. */
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

    /**
     * What the form holds.
     *
     * @param key by which it can be sent again where its answer was lost, and is the same claim: so it lasts for as long as the form
     */
    record Form(String secret, String key, String email) {

        static Form of(String secret) {
            return new Form(secret, UUID.randomUUID().toString(), "");
        }

        void into(Model model) {
            model.addAttribute("secret", secret);
            model.addAttribute("key", key);
            model.addAttribute("email", email);
        }
    }

    @GetMapping("/claim")
    String show(
            @RequestParam(defaultValue = "") String secret,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!Claims.isSecret(secret)) {
            // Nor is there anything to renew it by, but for where its student is reached.
            return closed("unknown", null, model, response);
        }
        Form form = Form.of(secret);
        Answer answer;
        try {
            answer = claims.look(json.writeValueAsBytes(Map.of("secret", secret)), request.getRemoteAddr());
        } catch (HeldException held) {
            return held(held, form, model, response);
        } catch (ServiceFault e) {
            return again("claim.later", HttpStatus.SERVICE_UNAVAILABLE.value(), form, model, response);
        }
        return switch (answer.status()) {
            case 200 -> {
                model.addAttribute("holder", json.readValue(answer.body(), Holder.class));
                form.into(model);
                yield "claim";
            }
            case 400, 404, 409 -> closed(whyClosed(answer), secret, model, response);
            default -> again("claim.later", HttpStatus.SERVICE_UNAVAILABLE.value(), form, model, response);
        };
    }

    private String whyClosed(Answer answer) {
        if (answer.status() != HttpStatus.CONFLICT.value()) {
            return "unknown";
        }
        String type = json.readTree(answer.body()).path("type").asString("");
        return type.endsWith("claim-link-expired") ? "over" : "used";
    }

    private static String closed(String why, @Nullable String secret, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        model.addAttribute("closed", why);
        if (secret != null) {
            model.addAttribute("old", OldLink.ofSecret(secret));
        }
        return "link-closed";
    }

    @PostMapping("/claim")
    @ShownAt("/claim?secret={secret}")
    String claim(
            @RequestParam String secret,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String email,
            @ModelAttribute("holder") Holder holder,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes result) {
        Form form = Claims.isKey(key)
                ? new Form(secret, key, email)
                : new Form(secret, Form.of(secret).key(), email);
        Map<String, String> body = new LinkedHashMap<>();
        body.put("secret", secret);
        if (!email.isBlank()) {
            body.put("email", email.strip());
        }
        Answer answer;
        try {
            answer =
                    claims.claim(json.writeValueAsBytes(body), request.getRemoteAddr(), Map.of(Claims.KEY, form.key()));
        } catch (HeldException held) {
            return held(held, form, model, response);
        } catch (ServiceFault e) {
            return again("claim.later", HttpStatus.SERVICE_UNAVAILABLE.value(), form, model, response);
        }
        Optional<Identity> student = answer.isSuccess() ? grants.themselves(answer) : Optional.empty();
        if (student.isPresent()) {
            sessions.open(SignedIn.byLink(student.get(), clock.instant()), request, response);
            result.addFlashAttribute("flash", "claim.done");
            return "redirect:/student";
        }
        return switch (answer.status()) {
            case 404, 409 -> closed(whyClosed(answer), secret, model, response);
            case 400, 422 -> again("claim.emailNeeded", answer.status(), form, model, response);
            default -> again("claim.later", HttpStatus.SERVICE_UNAVAILABLE.value(), form, model, response);
        };
    }

    private static String held(HeldException held, Form form, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(held.waitSeconds()));
        return again("claim.later", HttpStatus.TOO_MANY_REQUESTS.value(), form, model, response);
    }

    private static String again(String why, int status, Form form, Model model, HttpServletResponse response) {
        response.setStatus(status);
        model.addAttribute("why", why);
        form.into(model);
        return "claim";
    }
}
