package dev.talentpipeline.console.operations;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Organisation;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Addresses;
import dev.talentpipeline.console.page.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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
        return page(signedIn.identity(), kind, state, cursor, Form.blank(), model);
    }

    @PostMapping("/operations/organisations/{organisation}/decisions")
    @ShownAt("/operations/organisations?kind={kind}&state={state}&cursor={cursor}")
    String decide(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String organisation,
            @RequestParam Decision decision,
            @RequestParam UUID answerKey,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Reading<Organisation> decided =
                organisations.decide(caller, organisation, decision.name(), typed.getFirst("reason"), answerKey);
        if (!decided.isLoaded()) {
            response.setStatus(422);
            return page(caller, kind, state, cursor, Form.of(typed).answered(decided), model);
        }
        result.addFlashAttribute("flash", "organisations.done." + decision);
        return "redirect:"
                + new Addresses("/operations/organisations")
                        .with("kind", kind)
                        .with("state", state)
                        .with("cursor", cursor)
                        .first();
    }

    private String page(Identity caller, String kind, String state, @Nullable String cursor, Form form, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("state", state);
        model.addAttribute("cursor", cursor);
        model.addAttribute("form", form);
        model.addAttribute("organisations", organisations.of(caller, kind, state, Api.PAGE_SIZE, cursor));
        model.addAttribute("reasons", catalogue.reasons(caller, "SUSPEND_COMPANY"));
        return "operations/organisations";
    }
}
