package dev.talentpipeline.console.company;

import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Vocabulary;
import dev.talentpipeline.console.api.Vocabulary.Term;
import dev.talentpipeline.console.identity.Identity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What skills, occupations and universities are called, for pages. */
@Component
final class CatalogueWords {

    private final Vocabulary vocabulary;

    CatalogueWords(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void addTo(Identity caller, Model model) {
        Reading<List<Term>> skills = vocabulary.skills(caller);
        Reading<List<Term>> occupations = vocabulary.occupations(caller);
        Map<String, Term> names = new HashMap<>();
        for (Reading<List<Term>> terms : List.of(skills, occupations)) {
            List<Term> loaded = terms.valueOrNull();
            if (loaded != null) {
                loaded.forEach(term -> names.put(term.id(), term));
            }
        }
        List<Term> universities = vocabulary.universities(caller).valueOrNull();
        if (universities != null) {
            universities.forEach(university -> names.putIfAbsent(university.id(), university));
        }
        model.addAttribute("skills", skills);
        model.addAttribute("occupations", occupations);
        model.addAttribute("names", names);
    }
}
