package dev.talentpipeline.console.university;

import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.CohortOffers;
import dev.talentpipeline.console.api.CohortOpenings;
import dev.talentpipeline.console.api.CohortRankings;
import dev.talentpipeline.console.api.Imports;
import dev.talentpipeline.console.api.Imports.Import;
import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Offer;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.api.Rolls;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Addresses;
import dev.talentpipeline.console.page.ProgrammeChoice;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What needs the university today, and how its cohort stands. */
@Controller
final class HomeController {

    private final Programmes programmes;
    private final Rolls rolls;
    private final CohortOffers offers;
    private final CohortOpenings openings;
    private final Organisations organisations;
    private final Imports imports;
    private final CohortRankings rankings;

    HomeController(
            Programmes programmes,
            Rolls rolls,
            CohortOffers offers,
            CohortOpenings openings,
            Organisations organisations,
            Imports imports,
            CohortRankings rankings) {
        this.programmes = programmes;
        this.rolls = rolls;
        this.offers = offers;
        this.openings = openings;
        this.organisations = organisations;
        this.imports = imports;
        this.rankings = rankings;
    }

    /**
     * How many of something wait.
     *
     * @param more whether there are more than were counted
     * @param first the offer that waits for the shortest time still; null if there is none
     */
    record Waiting(int count, boolean more, @Nullable Offer first) {

        public String shown() {
            return count + (more ? "+" : "");
        }

        /** Whether it is certain that nothing waits. */
        public boolean isNone() {
            return count == 0 && !more;
        }
    }

    /**
     * Files that were read.
     *
     * @param toEnter those that may be entered now
     * @param toMend those whose rows have to be mended first
     */
    record Files(Waiting toEnter, Waiting toMend) {

        public boolean isNone() {
            return toEnter.isNone() && toMend.isNone();
        }
    }

    @GetMapping("/university")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            Model model) {
        Identity caller = signedIn.identity();
        ProgrammeChoice choice = ProgrammeChoice.of(programmes.all(caller), programme);
        model.addAttribute("choice", choice);
        Programme chosen = choice.chosen();
        if (chosen != null) {
            String id = chosen.id();
            String language = LocaleContextHolder.getLocale().getLanguage();
            // Of an account that is bound to a school that school alone is counted, and a list has all of the
            // university.
            model.addAttribute(
                    "counted", Addresses.of("/university/students", id).with("school", caller.school()));
            new Parts()
                    .with("schoolNames", () -> rolls.schoolNames(caller, language))
                    .with("standing", () -> rolls.standing(caller, id))
                    .with("unmatched", () -> rankings.unmatched(caller, id))
                    .with(
                            "endorsements",
                            () -> offers.awaitingEndorsement(caller, id, Api.WHOLE_LIST, null)
                                    .map(listing -> new Waiting(
                                            listing.items().size(),
                                            listing.next() != null,
                                            listing.items().isEmpty()
                                                    ? null
                                                    : listing.items().getFirst())))
                    .with(
                            "agreements",
                            () -> offers.toDraft(caller, id, Api.WHOLE_LIST, null)
                                    .map(listing -> new Waiting(listing.items().size(), listing.next() != null, null)))
                    .with(
                            "companies",
                            () -> organisations
                                    .of(caller, "COMPANY", "ENTERED", Api.WHOLE_LIST, null)
                                    .map(listing -> new Waiting(listing.items().size(), listing.next() != null, null)))
                    .with(
                            "openings",
                            () -> openings.allInState(caller, id, "WAITING")
                                    .map(listing -> new Waiting(
                                            (int) listing.items().stream()
                                                    .filter(opening -> opening.can("APPROVE"))
                                                    .count(),
                                            listing.next() != null,
                                            null)))
                    .with(
                            "imports",
                            () -> imports.list(caller, id, null)
                                    .map(listing -> new Files(
                                            waiting(listing, file -> file.can("COMMIT")),
                                            waiting(
                                                    listing,
                                                    file -> file.can("CANCEL")
                                                            && file.isReady()
                                                            && file.rows().bad() > 0))))
                    .with(
                            "waitingForAnswer",
                            () -> offers.inState(caller, id, "EXTENDED", Api.WHOLE_LIST, null)
                                    .map(listing -> new Waiting(listing.items().size(), listing.next() != null, null)))
                    .into(model);
        }
        return "university/home";
    }

    private static Waiting waiting(Listing<Import> files, Predicate<Import> which) {
        return new Waiting((int) files.items().stream().filter(which).count(), files.next() != null, null);
    }
}
