package dev.talentpipeline.console.university;

import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.CohortOpenings;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Addresses;
import dev.talentpipeline.console.page.ProgrammeChoice;
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

/** Whom the university lets near its students: companies, which it verifies, and openings, where a programme asks for it. */
@Controller
final class CompaniesController {

    private final Organisations organisations;
    private final Programmes programmes;
    private final CohortOpenings openings;
    private final Catalogue catalogue;

    CompaniesController(
            Organisations organisations, Programmes programmes, CohortOpenings openings, Catalogue catalogue) {
        this.organisations = organisations;
        this.programmes = programmes;
        this.openings = openings;
        this.catalogue = catalogue;
    }

    enum OnCompany {
        VERIFY,
        SUSPEND
    }

    enum OnOpening {
        APPROVE,
        REJECT
    }

    /** What a company posts is seen once somebody stands behind it, a university or operations. */
    @GetMapping("/university/companies")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        model.addAttribute("state", state);
        model.addAttribute("cursor", cursor);
        model.addAttribute("key", UUID.randomUUID());
        new Parts()
                .with("reasons", () -> catalogue.reasons(caller, "SUSPEND_COMPANY"))
                .with("companies", () -> organisations.of(caller, "COMPANY", state, Api.PAGE_SIZE, cursor))
                .into(model);
        model.addAttribute("here", new Addresses("/university/companies").with("state", state));
        return "university/companies";
    }

    @PostMapping("/university/companies/{company}/decisions")
    String decide(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String company,
            @RequestParam OnCompany decision,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam UUID key,
            RedirectAttributes result) {
        String why = decision == OnCompany.SUSPEND ? reason : null;
        Reading<?> answer = organisations.decide(signedIn.identity(), company, decision.name(), why, key);
        if (!answer.isLoaded()) {
            result.addFlashAttribute("notDone", answer);
        } else if (decision == OnCompany.VERIFY) {
            result.addFlashAttribute("flash", "companies.verified");
        } else {
            result.addFlashAttribute("flash", "companies.suspended");
        }
        return "redirect:/university/companies";
    }

    /** Openings that are not seen yet. */
    @GetMapping("/university/openings")
    String openings(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        ProgrammeChoice choice = ProgrammeChoice.of(programmes.all(caller), programme);
        model.addAttribute("choice", choice);
        model.addAttribute("cursor", cursor);
        model.addAttribute("key", UUID.randomUUID());
        Programme chosen = choice.chosen();
        if (chosen != null) {
            new Parts()
                    .with("openings", () -> openings.inState(caller, chosen.id(), "WAITING", cursor))
                    .with("reasons", () -> catalogue.reasons(caller, "REJECT_OPENING"))
                    .into(model);
            model.addAttribute("here", Addresses.of("/university/openings", chosen.id()));
        }
        return "university/openings";
    }

    @PostMapping("/university/openings/{opening}/decisions")
    String decide(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String opening,
            @RequestParam String programme,
            @RequestParam OnOpening decision,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam UUID key,
            RedirectAttributes result) {
        String why = decision == OnOpening.REJECT ? reason : null;
        Reading<?> answer = openings.decide(signedIn.identity(), programme, opening, decision.name(), why, key);
        if (!answer.isLoaded()) {
            result.addFlashAttribute("notDone", answer);
        } else if (decision == OnOpening.APPROVE) {
            result.addFlashAttribute("flash", "openings.approved");
        } else {
            result.addFlashAttribute("flash", "openings.rejected");
        }
        return "redirect:" + Addresses.of("/university/openings", programme).first();
    }
}
