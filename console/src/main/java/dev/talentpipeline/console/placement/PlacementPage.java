package dev.talentpipeline.console.placement;

import dev.talentpipeline.console.api.Agreement;
import dev.talentpipeline.console.api.Agreements;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.api.Placement;
import dev.talentpipeline.console.api.Placements;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Term;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.page.Form;
import dev.talentpipeline.console.page.Names;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** One internship with its papers and its record, as one of its parties sees it. */
@Component
final class PlacementPage {

    private final Placements placements;
    private final Agreements agreements;
    private final Catalogue catalogue;
    private final Names names;
    private final Organisations organisations;

    PlacementPage(
            Placements placements,
            Agreements agreements,
            Catalogue catalogue,
            Names names,
            Organisations organisations) {
        this.placements = placements;
        this.agreements = agreements;
        this.catalogue = catalogue;
        this.names = names;
        this.organisations = organisations;
    }

    static String base(Identity caller) {
        return "/" + caller.role().name().toLowerCase(Locale.ROOT) + "/placements";
    }

    String of(Identity caller, String id, Form form, Model model) {
        Supplier<Reading<List<Term>>> codes = Together.begin(() -> catalogue.reasons(caller, null));
        Reading<Placement> placement = placements.one(caller, id);
        Placement found = placement.valueOrNull();
        if (found != null && found.programme() != null && found.offer() != null) {
            String offer = found.offer();
            Supplier<Reading<Agreement>> agreement = Together.begin(() -> agreements.of(caller, offer));
            if (found.employment() != null) {
                model.addAttribute("employment", agreements.employment(caller, id));
            }
            if (caller.role() == Role.UNIVERSITY) {
                model.addAttribute("companies", organisations.names(caller, "COMPANY"));
            }
            names.addTo(caller, found.programme(), List.of(found), Placement::internship, Placement::student, model);
            model.addAttribute("agreement", agreement.get());
        }
        model.addAttribute("base", base(caller));
        model.addAttribute("party", caller.role().name());
        model.addAttribute("placement", placement);
        model.addAttribute("reasons", codes.get());
        model.addAttribute(
                "reasonWords",
                Catalogue.inWords(codes.get(), LocaleContextHolder.getLocale().getLanguage()));
        model.addAttribute("form", form);
        return "placement/one";
    }
}
