package dev.talentpipeline.console.university;

import dev.talentpipeline.console.address.ShownAt;
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
import dev.talentpipeline.console.page.Form;
import dev.talentpipeline.console.page.ProgrammeChoice;
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
        return companies(signedIn.identity(), state, cursor, Form.blank(), model);
    }

    @PostMapping("/university/companies/{company}/decisions")
    @ShownAt("/university/companies?state={state}&cursor={cursor}")
    String decide(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String company,
            @RequestParam OnCompany decision,
            @RequestParam UUID key,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        String why = decision == OnCompany.SUSPEND ? typed.getFirst("reason") : null;
        Reading<?> answer = organisations.decide(caller, company, decision.name(), why, key);
        if (!answer.isLoaded()) {
            response.setStatus(422);
            return companies(caller, state, cursor, Form.of(typed).answered(answer), model);
        }
        if (decision == OnCompany.VERIFY) {
            result.addFlashAttribute("flash", "companies.verified");
        } else {
            result.addFlashAttribute("flash", "companies.suspended");
        }
        return "redirect:" + narrowed(state).with("cursor", cursor).first();
    }

    private String companies(Identity caller, @Nullable String state, @Nullable String cursor, Form form, Model model) {
        model.addAttribute("state", state);
        model.addAttribute("cursor", cursor);
        model.addAttribute("form", form);
        new Parts()
                .with("reasons", () -> catalogue.reasons(caller, "SUSPEND_COMPANY"))
                .with("companies", () -> organisations.of(caller, "COMPANY", state, Api.PAGE_SIZE, cursor))
                .into(model);
        model.addAttribute("here", narrowed(state));
        return "university/companies";
    }

    private static Addresses narrowed(@Nullable String state) {
        return new Addresses("/university/companies").with("state", state);
    }

    /** Openings that are not seen yet. */
    @GetMapping("/university/openings")
    String openings(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        return openings(signedIn.identity(), programme, cursor, Form.blank(), model);
    }

    @PostMapping("/university/openings/{opening}/decisions")
    @ShownAt("/university/openings?programme={programme}&cursor={cursor}")
    String decide(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String opening,
            @RequestParam String programme,
            @RequestParam OnOpening decision,
            @RequestParam UUID key,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        String why = decision == OnOpening.REJECT ? typed.getFirst("reason") : null;
        Reading<?> answer = openings.decide(caller, programme, opening, decision.name(), why, key);
        if (!answer.isLoaded()) {
            response.setStatus(422);
            return openings(caller, programme, cursor, Form.of(typed).answered(answer), model);
        }
        if (decision == OnOpening.APPROVE) {
            result.addFlashAttribute("flash", "openings.approved");
        } else {
            result.addFlashAttribute("flash", "openings.rejected");
        }
        return "redirect:"
                + Addresses.of("/university/openings", programme)
                        .with("cursor", cursor)
                        .first();
    }

    private String openings(
            Identity caller, @Nullable String programme, @Nullable String cursor, Form form, Model model) {
        ProgrammeChoice choice = ProgrammeChoice.of(programmes.all(caller), programme);
        model.addAttribute("choice", choice);
        model.addAttribute("cursor", cursor);
        model.addAttribute("form", form);
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
}
