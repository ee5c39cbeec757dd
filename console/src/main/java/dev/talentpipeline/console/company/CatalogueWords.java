package dev.talentpipeline.console.company;

import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Term;
import dev.talentpipeline.console.identity.Identity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What skills, occupations and universities are called, for pages. */
@Component
final class CatalogueWords {

    private final Catalogue catalogue;

    CatalogueWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void addTo(Identity caller, Model model) {
        Reading<List<Term>> skills = catalogue.skills(caller);
        Reading<List<Term>> occupations = catalogue.occupations(caller);
        Map<String, Term> names = new HashMap<>();
        for (Reading<List<Term>> terms : List.of(skills, occupations)) {
            List<Term> loaded = terms.valueOrNull();
            if (loaded != null) {
                loaded.forEach(term -> names.put(term.key(), term));
            }
        }
        List<Term> universities = catalogue.universities(caller).valueOrNull();
        if (universities != null) {
            universities.forEach(university -> names.putIfAbsent(university.key(), university));
        }
        model.addAttribute("skills", skills);
        model.addAttribute("occupations", occupations);
        model.addAttribute("names", names);
    }
}
