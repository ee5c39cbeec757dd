package dev.talentpipeline.console.access.web;

import dev.talentpipeline.console.access.Entry;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.security.OpeningSessions;
import dev.talentpipeline.console.identity.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** Opens a student's page by a link. */
@Controller
final class EnterController {

    /** Whoever follows a link that lets nobody in has no account to ask with. */
    private static final Identity CONSOLE = new Identity("console-links", Role.OPERATIONS, null, null);

    private final EntryLinks links;
    private final Organisations organisations;
    private final OpeningSessions sessions;
    private final Clock clock;

    EnterController(EntryLinks links, Organisations organisations, OpeningSessions sessions, Clock clock) {
        this.links = links;
        this.organisations = organisations;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Looking at a link, as a messenger does for a preview, does not use it up. */
    @RequestMapping(path = "/enter", method = RequestMethod.HEAD)
    void look(HttpServletResponse response) {
        response.setStatus(HttpStatus.NO_CONTENT.value());
    }

    @RequestMapping(path = "/enter", method = RequestMethod.GET)
    String enter(
            @RequestParam(defaultValue = "") String token,
            @AuthenticationPrincipal @Nullable SignedIn signedIn,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (links.open(token)) {
            case Entry.Opened(Identity student) -> {
                sessions.open(SignedIn.byLink(student, clock.instant()), request, response);
                yield "redirect:/student";
            }
            // Somebody reloads, or follows their link again, in the session that it opened.
            case Entry.AlreadyUsed(Identity student)
            when signedIn != null && signedIn.identity().equals(student) -> "redirect:/student";
            case Entry.AlreadyUsed(Identity student) -> closed("link-used", token, student, model, response);
            case Entry.NotValid(Identity student) -> closed("link-expired", token, student, model, response);
        };
    }

    /** Says so, has a new one mailed, and says whom to write to where no mail comes. */
    private String closed(
            String page, String token, @Nullable Identity student, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        if (student != null) {
            model.addAttribute("old", OldLink.ofToken(token));
        }
        if (student != null && student.org() != null) {
            model.addAttribute(
                    "university", organisations.one(CONSOLE, student.org()).valueOrNull());
        }
        return page;
    }
}
