package dev.talentpipeline.console.university;

import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Offer;
import dev.talentpipeline.console.api.Offers;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Student;
import dev.talentpipeline.console.api.Students;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.ProgrammeChoice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
final class UniversityController {

    private final Programmes programmes;
    private final Students students;
    private final Offers offers;
    private final Organisations organisations;

    UniversityController(Programmes programmes, Students students, Offers offers, Organisations organisations) {
        this.programmes = programmes;
        this.students = students;
        this.offers = offers;
        this.organisations = organisations;
    }

    /** A student and the offer that counts for them, if they have one. */
    record Row(Student student, Reading<Optional<Offer>> offer) {

        public @Nullable Offer currentOffer() {
            Optional<Offer> loaded = offer.valueOrNull();
            return loaded == null ? null : loaded.orElse(null);
        }
    }

    @GetMapping("/university")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        ProgrammeChoice choice = ProgrammeChoice.of(programmes.all(caller), programme);
        model.addAttribute("choice", choice);
        model.addAttribute("cursor", cursor);
        Programme chosen = choice.chosen();
        if (chosen != null) {
            model.addAttribute("students", rows(caller, chosen, cursor));
        }
        return "university/students";
    }

    /** What a company posts is seen once somebody stands behind it, a university or operations. */
    @GetMapping("/university/companies")
    String showCompanies(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute("cursor", cursor);
        model.addAttribute("companies", organisations.companies(signedIn.identity(), cursor));
        return "university/companies";
    }

    private Reading<Listing<Row>> rows(Identity caller, Programme programme, @Nullable String cursor) {
        return students.of(caller, programme.id(), cursor)
                .map(listing ->
                        listing.with(found -> Together.each(found, student -> row(caller, programme, student))));
    }

    private Row row(Identity caller, Programme programme, Student student) {
        return new Row(
                student,
                offers.of(caller, programme.id(), student.id(), null).map(made -> Offer.current(made.items())));
    }
}
