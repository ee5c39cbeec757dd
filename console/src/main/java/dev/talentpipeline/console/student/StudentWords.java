package dev.talentpipeline.console.student;

import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.page.Words;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The words that a student's pages need. Safe for many threads. */
@Component
final class StudentWords {

    private final Catalogue catalogue;
    private final Organisations organisations;

    StudentWords(Catalogue catalogue, Organisations organisations) {
        this.catalogue = catalogue;
        this.organisations = organisations;
    }

    Words of(Identity caller, Locale locale) {
        return new Words(
                locale.getLanguage(),
                organisations.names(caller, "COMPANY"),
                Catalogue.byId(catalogue.skills(caller)),
                Catalogue.byId(catalogue.occupations(caller)));
    }
}
