package dev.talentpipeline.console.operations;

import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Organisation;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who takes part: companies are verified or suspended here. */
@Controller
final class OrganisationsController {

    private final Organisations organisations;
    private final Catalogue catalogue;

    OrganisationsController(Organisations organisations, Catalogue catalogue) {
        this.organisations = organisations;
        this.catalogue = catalogue;
    }

    /** What can be decided about a company. */
    enum Decision {
        VERIFY,
        SUSPEND
    }

    @GetMapping("/operations/organisations")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        model.addAttribute("kind", kind);
        model.addAttribute("state", state);
        model.addAttribute("cursor", cursor);
        model.addAttribute("organisations", organisations.of(caller, kind, state, Api.PAGE_SIZE, cursor));
        model.addAttribute("reasons", catalogue.reasons(caller, "SUSPEND_COMPANY"));
        return "operations/organisations";
    }

    @PostMapping("/operations/organisations/{organisation}/decisions")
    String decide(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String organisation,
            @RequestParam Decision decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam UUID answerKey,
            RedirectAttributes result) {
        Reading<Organisation> decided =
                organisations.decide(signedIn.identity(), organisation, decision.name(), reason, answerKey);
        if (decided.isLoaded()) {
            result.addFlashAttribute("flash", "organisations.done." + decision);
        } else {
            result.addFlashAttribute("notDone", decided);
        }
        return "redirect:/operations/organisations";
    }
}
