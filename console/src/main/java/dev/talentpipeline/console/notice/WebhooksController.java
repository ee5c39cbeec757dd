package dev.talentpipeline.console.notice;

import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Webhook;
import dev.talentpipeline.console.api.Webhooks;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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

/** The systems of a university or company that are told what happens: added, tried, switched off, and how it goes. */
@Controller
@RequestMapping("/{desk:university|company}/webhooks")
final class WebhooksController {

    private final Webhooks webhooks;

    WebhooksController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        return list(
                signedIn.identity(),
                desk,
                cursor,
                Form.of(Map.of("kind", List.of("STANDARD"), "language", List.of("ZH"))),
                model);
    }

    /** The secret of a new one is shown on the page that follows, and where it is asked for; nowhere else. */
    @PostMapping
    String add(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam UUID answerKey,
            Model model,
            RedirectAttributes result,
            HttpServletResponse response) {
        Reading<Webhook> added = webhooks.add(signedIn.identity(), body(typed), answerKey);
        Webhook webhook = added.valueOrNull();
        if (webhook != null) {
            result.addFlashAttribute("flash", "webhooks.done.added");
            return "redirect:" + below(desk, UUID.fromString(webhook.id())) + "/secrets";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return list(signedIn.identity(), desk, null, Form.of(typed).answered(added), model);
    }

    @GetMapping("/{webhook}")
    String log(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @PathVariable UUID webhook,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Reading<Webhook> found = webhooks.one(signedIn.identity(), webhook.toString());
        return log(signedIn.identity(), below(desk, webhook), cursor, found, begun(found.valueOrNull()), model);
    }

    /** What is not typed again, such as the secret of a robot, is none. */
    @PostMapping("/{webhook}")
    String change(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @PathVariable UUID webhook,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes result,
            HttpServletResponse response) {
        Reading<Webhook> changed = webhooks.change(signedIn.identity(), webhook.toString(), body(typed), version);
        if (changed.isLoaded()) {
            result.addFlashAttribute("flash", "webhooks.done.changed");
            return "redirect:" + below(desk, webhook);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Reading<Webhook> found = webhooks.one(signedIn.identity(), webhook.toString());
        Form form = Form.of(typed).answered(changed);
        return log(signedIn.identity(), below(desk, webhook), null, found, form, model);
    }

    private String log(
            Identity caller, String here, @Nullable String cursor, Reading<Webhook> webhook, Form form, Model model) {
        String all = here.substring(0, here.lastIndexOf('/'));
        model.addAttribute("here", here);
        model.addAttribute("all", all);
        model.addAttribute("cursor", cursor);
        model.addAttribute("webhook", webhook);
        model.addAttribute("form", form);
        model.addAttribute("messages", webhooks.messages(caller, here.substring(all.length() + 1), cursor));
        return "notice/webhook";
    }

    private static Form begun(@Nullable Webhook webhook) {
        Form form = Form.blank();
        if (webhook == null) {
            return form;
        }
        String language = webhook.language();
        return form.beginningWith("url", webhook.url())
                .beginningWith("kind", webhook.kind())
                .beginningWith("language", language == null ? null : language.toUpperCase(Locale.ROOT));
    }

    private static Map<String, String> body(MultiValueMap<String, String> typed) {
        Map<String, String> body = new LinkedHashMap<>();
        for (String field : List.of("url", "kind", "language", "robotSecret")) {
            String value = typed.getFirst(field);
            if (value != null && !value.isBlank()) {
                body.put(field, value.strip());
            }
        }
        return body;
    }

    @GetMapping("/{webhook}/secrets")
    String secrets(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @PathVariable UUID webhook,
            Model model,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("here", below(desk, webhook));
        model.addAttribute("all", "/" + desk + "/webhooks");
        model.addAttribute("webhook", webhooks.one(signedIn.identity(), webhook.toString()));
        model.addAttribute("secrets", webhooks.secrets(signedIn.identity(), webhook.toString()));
        return "notice/secrets";
    }

    @PostMapping("/{webhook}/secrets")
    String rotate(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @PathVariable UUID webhook,
            @RequestParam UUID answerKey,
            RedirectAttributes result) {
        tell(webhooks.rotate(signedIn.identity(), webhook.toString(), answerKey), "webhooks.done.rotated", result);
        return "redirect:" + below(desk, webhook) + "/secrets";
    }

    @PostMapping("/{webhook}/tests")
    String test(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @PathVariable UUID webhook,
            @RequestParam UUID answerKey,
            RedirectAttributes result) {
        tell(webhooks.test(signedIn.identity(), webhook.toString(), answerKey), "webhooks.done.tested", result);
        return "redirect:" + below(desk, webhook);
    }

    @PostMapping("/{webhook}/messages/{message}/resends")
    String resend(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @PathVariable UUID webhook,
            @PathVariable UUID message,
            @RequestParam UUID answerKey,
            RedirectAttributes result) {
        tell(
                webhooks.resend(signedIn.identity(), webhook.toString(), message.toString(), answerKey),
                "webhooks.done.resent",
                result);
        return "redirect:" + below(desk, webhook);
    }

    @PostMapping("/{webhook}/state")
    String turn(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @PathVariable UUID webhook,
            @RequestParam String state,
            @RequestParam UUID answerKey,
            RedirectAttributes result) {
        tell(webhooks.turn(signedIn.identity(), webhook.toString(), state, answerKey), "webhooks.done.turned", result);
        return "redirect:" + below(desk, webhook);
    }

    @PostMapping("/{webhook}/removal")
    String remove(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @PathVariable UUID webhook,
            RedirectAttributes result) {
        tell(webhooks.remove(signedIn.identity(), webhook.toString()), "webhooks.done.removed", result);
        return "redirect:/" + desk + "/webhooks";
    }

    private String list(Identity caller, String desk, @Nullable String cursor, Form form, Model model) {
        model.addAttribute("all", "/" + desk + "/webhooks");
        model.addAttribute("cursor", cursor);
        model.addAttribute("webhooks", webhooks.all(caller, cursor));
        model.addAttribute("form", form);
        return "notice/webhooks";
    }

    private static void tell(Reading<?> done, String said, RedirectAttributes result) {
        if (done.isLoaded()) {
            result.addFlashAttribute("flash", said);
        } else {
            result.addFlashAttribute("notDone", done);
        }
    }

    private static String below(String desk, UUID webhook) {
        return "/" + desk + "/webhooks/" + webhook;
    }
}
