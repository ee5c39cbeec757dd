package dev.talentpipeline.console.university;

import dev.talentpipeline.console.access.web.StudentLinks;
import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Certificate;
import dev.talentpipeline.console.api.Certificates;
import dev.talentpipeline.console.api.CohortOffers;
import dev.talentpipeline.console.api.CohortOpenings;
import dev.talentpipeline.console.api.CohortRankings;
import dev.talentpipeline.console.api.CohortStudent;
import dev.talentpipeline.console.api.Cohorts;
import dev.talentpipeline.console.api.Cohorts.Search;
import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Offer;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.api.Placements;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Rolls;
import dev.talentpipeline.console.api.Term;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Addresses;
import dev.talentpipeline.console.page.ProgrammeChoice;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cohort in a programme, and each of it. */
@Controller
final class StudentsController {

    private final Programmes programmes;
    private final Cohorts cohorts;
    private final CohortOffers offers;
    private final CohortOpenings openings;
    private final Placements placements;
    private final CohortRankings rankings;
    private final Rolls rolls;
    private final StudentLinks links;
    private final Certificates certificates;
    private final Catalogue catalogue;
    private final Organisations organisations;

    StudentsController(
            Programmes programmes,
            Cohorts cohorts,
            CohortOffers offers,
            CohortOpenings openings,
            Placements placements,
            CohortRankings rankings,
            Rolls rolls,
            StudentLinks links,
            Certificates certificates,
            Catalogue catalogue,
            Organisations organisations) {
        this.programmes = programmes;
        this.cohorts = cohorts;
        this.offers = offers;
        this.openings = openings;
        this.placements = placements;
        this.rankings = rankings;
        this.rolls = rolls;
        this.links = links;
        this.certificates = certificates;
        this.catalogue = catalogue;
        this.organisations = organisations;
    }

    enum OnCertificate {
        VERIFY,
        REJECT
    }

    @GetMapping("/university/students")
    String list(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String cursor,
            Search search,
            Model model) {
        Identity caller = signedIn.identity();
        ProgrammeChoice choice = ProgrammeChoice.of(programmes.all(caller), programme);
        model.addAttribute("choice", choice);
        model.addAttribute("search", search);
        model.addAttribute("cursor", cursor);
        Programme chosen = choice.chosen();
        if (chosen != null) {
            Reading<List<Term>> skills = catalogue.skills(caller);
            Search asked = search.skilledIn(Catalogue.keyOf(skills, search.skill()));
            model.addAttribute("skills", skills);
            model.addAttribute("asked", asked);
            new Parts()
                    .with("students", () -> cohorts.list(caller, chosen.id(), asked, cursor))
                    .with("schools", () -> rolls.schools(caller))
                    .into(model);
            model.addAttribute("here", Addresses.of("/university/students", chosen.id(), search));
            if (model.getAttribute("students") instanceof Reading<?> reading
                    && reading.valueOrNull() instanceof Listing<?> listing) {
                List<String> ids = listing.items().stream()
                        .filter(CohortStudent.class::isInstance)
                        .map(student -> ((CohortStudent) student).id())
                        .toList();
                model.addAttribute("offers", offers.currentOf(caller, chosen.id(), ids));
            }
        }
        return "university/students";
    }

    @GetMapping("/university/students/{student}")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String student,
            @RequestParam String programme,
            @RequestParam(required = false) @Nullable String internship,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        model.addAttribute("programme", programme);
        model.addAttribute("cursor", cursor);
        model.addAttribute("internship", internship == null ? "" : internship.strip());
        Parts parts = new Parts()
                .with("student", () -> cohorts.one(caller, programme, student))
                .with("ranking", () -> rankings.of(caller, programme, student, cursor))
                .with("gains", () -> rankings.gains(caller, programme, student))
                .with("placements", () -> placements.ofStudent(caller, programme, student))
                .with("choices", () -> openings.choices(caller, programme))
                .with("made", () -> made(caller, programme, student));
        if (internship != null && !internship.isBlank()) {
            parts.with("why", () -> rankings.why(caller, programme, student, internship.strip()));
        }
        String language = LocaleContextHolder.getLocale().getLanguage();
        parts.with("companies", () -> organisations.names(caller, "COMPANY"))
                .with("schoolNames", () -> rolls.schoolNames(caller, language))
                .with("skillWords", () -> Catalogue.inWords(catalogue.skills(caller), language))
                .with("occupationWords", () -> Catalogue.inWords(catalogue.occupations(caller), language))
                .with("reasonWords", () -> Catalogue.inWords(catalogue.reasons(caller, null), language))
                .into(model);
        model.addAttribute("told", told(caller, programme, model.getAttribute("ranking")));
        if (model.getAttribute("student") instanceof Reading.Loaded<?>(CohortStudent found) && found.person() != null) {
            model.addAttribute("certificates", certificates.of(caller, found.person()));
        }
        return "university/student";
    }

    /** Where and when the ranked openings are, which tells those of one title apart. */
    private Map<String, CohortOpenings.Opening> told(Identity caller, String programme, @Nullable Object ranking) {
        return ranking instanceof Reading<?> reading && reading.valueOrNull() instanceof Listing<?> ranked
                ? openings.named(
                        caller,
                        programme,
                        ranked.items().stream()
                                .filter(CohortRankings.Ranked.class::isInstance)
                                .map(each -> ((CohortRankings.Ranked) each).internship())
                                .distinct()
                                .toList())
                : Map.of();
    }

    /** The link stands on the page that answers, and nowhere else: it opens the student's own page. */
    @PostMapping("/university/students/{student}/access")
    @ShownAt("/university/students/{student}?programme={programme}")
    String giveAccess(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String student,
            @RequestParam String programme,
            @RequestParam String person,
            Model model,
            HttpServletResponse response) {
        Reading<Optional<URI>> given = links.give(signedIn.identity(), person);
        model.addAttribute("access", given);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return show(signedIn, student, programme, null, null, model);
    }

    /** What the university says of a certificate that it has seen, or not. */
    @PostMapping("/university/students/{student}/certificates")
    String decide(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String student,
            @RequestParam String programme,
            @RequestParam String person,
            @RequestParam String occupation,
            @RequestParam OnCertificate decision,
            @RequestParam UUID key,
            RedirectAttributes result) {
        Reading<Certificate> decided =
                certificates.decide(signedIn.identity(), person, occupation, decision.name(), key);
        if (decided.isLoaded()) {
            result.addFlashAttribute("flash", "uniCertificates.done");
        } else {
            result.addFlashAttribute("notDone", decided);
        }
        return "redirect:"
                + new Addresses("/university/students")
                        .under(student)
                        .with("programme", programme)
                        .first();
    }

    /** A student's offers and the names of what they are for. */
    record Made(List<Offer> offers, Map<String, CohortOpenings.Opening> openings) {

        public String title(@Nullable String internship) {
            CohortOpenings.Opening opening = internship == null ? null : openings.get(internship);
            return opening == null ? internship == null ? "–" : internship : opening.shownTitle();
        }

        public @Nullable String company(@Nullable String internship) {
            CohortOpenings.Opening opening = internship == null ? null : openings.get(internship);
            return opening == null ? null : opening.company();
        }
    }

    private Reading<Made> made(Identity caller, String programme, String student) {
        return offers.of(caller, programme, student)
                .map(found -> new Made(found, openings.named(caller, programme, CohortOpenings.idsOf(found))));
    }
}
