package dev.talentpipeline.console.university;

import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Words;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** The words that pages of the university need, looked up only by a page that says one. */
@ControllerAdvice(basePackageClasses = UniversityWords.class)
final class UniversityWords {

    private final Catalogue catalogue;
    private final Organisations organisations;

    UniversityWords(Catalogue catalogue, Organisations organisations) {
        this.catalogue = catalogue;
        this.organisations = organisations;
    }

    @ModelAttribute("words")
    LazyContextVariable<Words> words(@AuthenticationPrincipal @Nullable SignedIn signedIn, Locale locale) {
        return new LazyContextVariable<>() {
            @Override
            protected Words loadValue() {
                if (signedIn == null) {
                    return new Words(locale.getLanguage(), Map.of(), Map.of(), Map.of());
                }
                return new Words(
                        locale.getLanguage(),
                        organisations.names(signedIn.identity(), "COMPANY"),
                        Catalogue.byId(catalogue.skills(signedIn.identity())),
                        Catalogue.byId(catalogue.occupations(signedIn.identity())));
            }
        };
    }
}
