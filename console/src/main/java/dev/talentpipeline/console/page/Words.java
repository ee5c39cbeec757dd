package dev.talentpipeline.console.page;

import dev.talentpipeline.console.api.Organisation;
import dev.talentpipeline.console.api.Term;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What ids stand for, in the language of the page; an id whose word is not known is shown as it is. */
public record Words(
        String language, Map<String, Organisation> companies, Map<String, Term> skills, Map<String, Term> occupations) {

    public String company(@Nullable String id) {
        Organisation company = id == null ? null : companies.get(id);
        return company == null ? shown(id) : company.shownName(language);
    }

    public String skill(@Nullable String id) {
        return word(skills, id);
    }

    public String skills(@Nullable List<String> ids) {
        return ids == null || ids.isEmpty()
                ? "–"
                : ids.stream().map(this::skill).collect(Collectors.joining("zh".equals(language) ? "、" : ", "));
    }

    public String occupation(@Nullable String id) {
        return word(occupations, id);
    }

    private String word(Map<String, Term> terms, @Nullable String id) {
        Term term = id == null ? null : terms.get(id);
        return term == null ? shown(id) : term.shown(language);
    }

    private static String shown(@Nullable String id) {
        return id == null ? "–" : id;
    }
}
