package dev.talentpipeline.console.operations;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Term;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The words that everybody shares: occupations and skills are found and added here, while everything runs. */
@Controller
final class CatalogueController {

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/operations/catalogue")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(defaultValue = "occupations") String kind,
            @RequestParam(defaultValue = "") String sought,
            Model model) {
        return page(signedIn.identity(), kind, sought, Form.blank(), model);
    }

    @PostMapping("/operations/catalogue")
    @ShownAt("/operations/catalogue?kind={kindToAdd}")
    String add(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam String kindToAdd,
            @RequestParam String id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        String kind = kind(kindToAdd);
        Map<String, Object> body = new LinkedHashMap<>();
        for (String field : List.of("zh", "en", "family", "announced")) {
            String value = Objects.toString(typed.getFirst(field), "").strip();
            if (!value.isEmpty()) {
                body.put(field, value);
            }
        }
        body.put(
                "aliases",
                Arrays.stream(Objects.toString(typed.getFirst("aliases"), "").split("[,，、]"))
                        .map(String::strip)
                        .filter(alias -> !alias.isEmpty())
                        .toList());
        Identity caller = signedIn.identity();
        Reading<Term> added = catalogue.put(caller, kind, id.strip(), body);
        if (!added.isLoaded()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(caller, kind, "", Form.of(typed).answered(added), model);
        }
        result.addFlashAttribute("flash", "catalogue.added");
        result.addAttribute("kind", kind);
        result.addAttribute("sought", id.strip());
        return "redirect:/operations/catalogue";
    }

    private String page(Identity caller, String asked, String sought, Form form, Model model) {
        String kind = kind(asked);
        Reading<List<Term>> all = "skills".equals(kind) ? catalogue.skills(caller) : catalogue.occupations(caller);
        List<Term> known = all.valueOrNull();
        model.addAttribute("kind", kind);
        model.addAttribute("sought", sought);
        model.addAttribute("form", form.beginningWith("kindToAdd", kind));
        model.addAttribute(
                "terms",
                all.map(terms ->
                        terms.stream().filter(term -> term.matches(sought)).toList()));
        model.addAttribute(
                "families",
                known == null
                        ? List.of()
                        : known.stream()
                                .map(Term::family)
                                .filter(Objects::nonNull)
                                .distinct()
                                .sorted()
                                .toList());
        return "operations/catalogue";
    }

    private static String kind(String asked) {
        return "skills".equals(asked) ? "skills" : "occupations";
    }
}
