package dev.talentpipeline.console.notice;

import dev.talentpipeline.console.api.Notices;
import dev.talentpipeline.console.api.Reading;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Stops mails by the link that they carry, without a sign-in (RFC 8058). Mail programs send the POST by themselves when their reader asks them to;
 * whoever opens the link is asked first, since programs that look at links on the way would otherwise stop what nobody wanted stopped, and is told at once if the
 * link is none.
 */
@Controller
final class UnsubscribeController {

    private final Notices notices;

    UnsubscribeController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/unsubscribe/{token}")
    String ask(@PathVariable String token, Model model, HttpServletResponse response) {
        return shown(token, "found", notices.unsubscription(token), model, response);
    }

    @PostMapping("/unsubscribe/{token}")
    String stop(@PathVariable String token, Model model, HttpServletResponse response) {
        return shown(token, "stopped", notices.unsubscribe(token), model, response);
    }

    private static String shown(
            String token, String what, Reading<?> reading, Model model, HttpServletResponse response) {
        if (!reading.isLoaded()) {
            response.setStatus(reading.isUnreachable() ? 503 : 404);
        }
        model.addAttribute("token", token);
        model.addAttribute(what, reading);
        model.addAttribute("answer", reading);
        return "notice/unsubscribe";
    }
}
