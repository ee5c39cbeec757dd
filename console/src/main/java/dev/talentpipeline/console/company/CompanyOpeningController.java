package dev.talentpipeline.console.company;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Candidates;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.PostedOpening;
import dev.talentpipeline.console.api.PostedOpenings;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Term;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.api.Why;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Bodies;
import dev.talentpipeline.console.page.Form;
import dev.talentpipeline.console.page.Regions;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An opening: posted, looked at, changed, withdrawn. */
@Controller
final class CompanyOpeningController {

    private static final String FORM = "company/opening-form";
    private static final int MOST_FOUND = 8;

    private final PostedOpenings openings;
    private final Candidates candidates;
    private final Catalogue catalogue;
    private final CatalogueWords words;

    CompanyOpeningController(
            PostedOpenings openings, Candidates candidates, Catalogue catalogue, CatalogueWords words) {
        this.openings = openings;
        this.candidates = candidates;
        this.catalogue = catalogue;
        this.words = words;
    }

    @GetMapping("/company/openings/{programme}/{opening}")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @PathVariable String opening,
            Model model) {
        Identity caller = signedIn.identity();
        Supplier<Reading<Candidates.Costs>> costs = Together.begin(() -> candidates.costs(caller, programme, opening));
        model.addAttribute("programme", programme);
        model.addAttribute("opening", openings.one(caller, programme, opening));
        model.addAttribute("costs", costs.get());
        words.addTo(caller, model);
        return "company/opening";
    }

    @GetMapping("/company/openings/{programme}/new")
    String begin(@AuthenticationPrincipal SignedIn signedIn, @PathVariable String programme, Model model) {
        String reference = "JOB-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        MultiValueMap<String, String> fresh = OpeningForm.fresh(reference);
        return form(signedIn.identity(), programme, null, Form.of(fresh), fresh, model);
    }

    @PostMapping("/company/openings/{programme}/new")
    String post(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        if (isEdited(typed)) {
            return form(caller, programme, null, Form.of(typed), typed, model);
        }
        String reference = Bodies.text(typed, "internship");
        Reading<PostedOpening> posted = reference == null
                ? missing("Give your own reference for it.")
                : postedUnder(caller, programme, reference, OpeningForm.body(typed, null));
        PostedOpening made = posted.valueOrNull();
        if (made == null) {
            response.setStatus(422);
            return form(caller, programme, null, Form.of(typed).answered(posted), typed, model);
        }
        result.addFlashAttribute("flash", "opening.posted");
        return redirectTo(programme, made.id());
    }

    @GetMapping("/company/openings/{programme}/{opening}/change")
    String change(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @PathVariable String opening,
            Model model) {
        Reading<PostedOpening> found = openings.one(signedIn.identity(), programme, opening);
        model.addAttribute("found", found);
        PostedOpening now = found.valueOrNull();
        MultiValueMap<String, String> values = now == null ? new LinkedMultiValueMap<>() : OpeningForm.of(now);
        return form(signedIn.identity(), programme, opening, Form.of(values), values, model);
    }

    @PostMapping("/company/openings/{programme}/{opening}/change")
    String change(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @PathVariable String opening,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        if (isEdited(typed)) {
            return form(caller, programme, opening, Form.of(typed), typed, model);
        }
        Reading<PostedOpening> changed = changed(caller, programme, opening, typed);
        if (!changed.isLoaded()) {
            response.setStatus(422);
            return form(caller, programme, opening, Form.of(typed).answered(changed), typed, model);
        }
        result.addFlashAttribute("flash", "opening.changed");
        return redirectTo(programme, opening);
    }

    /** How many students what is typed would leave, and what each requirement costs; saves nothing. */
    @PostMapping("/company/openings/{programme}/costs")
    @ShownAt("/company/openings/{programme}/new")
    String count(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        addDraftCosts(signedIn.identity(), programme, typed, model);
        words.addTo(signedIn.identity(), model);
        return "company/costs";
    }

    @PostMapping("/company/openings/{programme}/{opening}/withdrawal")
    String withdraw(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @PathVariable String opening,
            RedirectAttributes result) {
        if (openings.withdraw(signedIn.identity(), programme, opening).isLoaded()) {
            result.addFlashAttribute("flash", "opening.withdrawn");
        } else {
            result.addFlashAttribute("flashBad", "opening.notWithdrawn");
        }
        return redirectTo(programme, opening);
    }

    /** What somebody who types into a field of skills or occupations may mean: buttons of the form they stand in. */
    @GetMapping("/company/openings/{programme}/terms")
    String find(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @RequestParam String field,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(required = false) @Nullable String opening,
            Model model) {
        Identity caller = signedIn.identity();
        Reading<List<Term>> terms =
                "occupation".equals(field) ? catalogue.occupations(caller) : catalogue.skills(caller);
        model.addAttribute("field", field);
        model.addAttribute("typed", typed);
        model.addAttribute("action", action(programme, opening));
        model.addAttribute("terms", terms);
        model.addAttribute(
                "found", terms.map(all -> typed.isBlank() ? List.of() : Catalogue.meant(all, typed, MOST_FOUND)));
        return "company/terms";
    }

    private Reading<PostedOpening> postedUnder(
            Identity caller, String programme, String reference, Map<String, Object> body) {
        Listing<PostedOpening> same =
                openings.referred(caller, programme, reference).valueOrNull();
        return same != null && !same.items().isEmpty()
                ? missing("An opening of yours has this reference already; give another.")
                : openings.post(caller, programme, reference, body);
    }

    private Reading<PostedOpening> changed(
            Identity caller, String programme, String opening, MultiValueMap<String, String> typed) {
        Reading<PostedOpening> before = openings.one(caller, programme, opening);
        PostedOpening now = before.valueOrNull();
        if (now == null || now.reference() == null) {
            return before;
        }
        Map<String, Object> body = OpeningForm.body(typed, now);
        return Bodies.number(typed.getFirst("version") == null ? "" : typed.getFirst("version"))
                        instanceof Integer version
                ? openings.change(caller, programme, now.reference(), body, version)
                : openings.post(caller, programme, now.reference(), body);
    }

    private static Reading<PostedOpening> missing(String remedy) {
        return new Reading.Refused<>(
                new Why(422, "reference", "", remedy, List.of(new Why.AtField("internship", null, remedy))));
    }

    /** Whether a skill is added or taken away, which saves nothing yet. */
    private static boolean isEdited(MultiValueMap<String, String> typed) {
        String added = typed.getFirst("add");
        String removed = typed.getFirst("remove");
        typed.remove("add");
        typed.remove("remove");
        if (added != null) {
            String[] parts = added.split(":", 2);
            String picked = parts.length < 2 || parts[1].isEmpty() ? typed.getFirst("pick." + parts[0]) : parts[1];
            OpeningForm.add(typed, parts[0], picked == null ? "" : picked);
        }
        if (removed != null) {
            String[] parts = removed.split(":", 2);
            OpeningForm.remove(typed, parts[0], parts.length < 2 ? "" : parts[1]);
        }
        return added != null || removed != null;
    }

    private String form(
            Identity caller,
            String programme,
            @Nullable String opening,
            Form form,
            MultiValueMap<String, String> typed,
            Model model) {
        model.addAttribute("programme", programme);
        model.addAttribute("openingId", opening);
        model.addAttribute("action", action(programme, opening));
        model.addAttribute("form", form);
        model.addAttribute("degrees", List.of("ASSOCIATE", "BACHELOR", "MASTER", "DOCTORATE"));
        model.addAttribute("levels", List.of("1", "2", "3", "4", "5"));
        model.addAttribute("regions", Regions.ALL);
        addDraftCosts(caller, programme, typed, model);
        words.addTo(caller, model);
        return FORM;
    }

    private void addDraftCosts(Identity caller, String programme, MultiValueMap<String, String> typed, Model model) {
        Map<String, List<String>> requirements = OpeningForm.requirements(typed);
        if (requirements != null) {
            model.addAttribute("costs", candidates.costsOfDraft(caller, programme, requirements));
        }
    }

    private static String action(String programme, @Nullable String opening) {
        return opening == null || opening.isEmpty()
                ? "/company/openings/%s/new".formatted(programme)
                : "/company/openings/%s/%s/change".formatted(programme, opening);
    }

    private static String redirectTo(String programme, String opening) {
        return "redirect:/company/openings/%s/%s".formatted(programme, opening);
    }
}
