package dev.talentpipeline.console.student;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.OwnData;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A student's rights over what is held of them: read it, take it along, take the consent back, have it erased. */
@Controller
final class OwnDataController {

    private final Participations participations;
    private final OwnData data;

    OwnDataController(Participations participations, OwnData data) {
        this.participations = participations;
        this.data = data;
    }

    @GetMapping("/student/data")
    String show(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        model.addAttribute("parts", participations.of(signedIn.identity()));
        return "student/data";
    }

    @PostMapping("/student/data/consent")
    String consent(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam boolean given,
            @RequestParam UUID answerKey,
            RedirectAttributes result) {
        Reading<Object> told = data.consent(signedIn.identity(), given, answerKey);
        if (told.isLoaded()) {
            result.addFlashAttribute("flash", given ? "consent.done.given" : "consent.done.taken");
        } else {
            result.addFlashAttribute("notAnswered", told);
        }
        return "redirect:/student/data";
    }

    /** Who is erased is nobody here any more: the session ends with it. */
    @PostMapping("/student/data/erasure")
    @ShownAt("/student/data")
    String erase(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(defaultValue = "") List<String> understood,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Identity caller = signedIn.identity();
        if (understood.isEmpty()) {
            model.addAttribute("flashBad", "erasure.unread");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(signedIn, model);
        }
        Reading<OwnData.Erasure> asked = data.erase(caller);
        OwnData.Erasure erasure = asked.valueOrNull();
        if (erasure == null) {
            model.addAttribute("notAnswered", asked);
            model.addAttribute("understood", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(signedIn, model);
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        model.addAttribute("identity", null);
        model.addAttribute("navigation", List.of());
        model.addAttribute("erasure", erasure);
        return "student/erased";
    }
}
