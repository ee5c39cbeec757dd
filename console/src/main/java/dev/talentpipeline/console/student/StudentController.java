package dev.talentpipeline.console.student;

import dev.talentpipeline.console.api.Internship;
import dev.talentpipeline.console.api.Internships;
import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Offer;
import dev.talentpipeline.console.api.Offers;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Student;
import dev.talentpipeline.console.api.Students;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
final class StudentController {

    private final Programmes programmes;
    private final Students students;
    private final Internships internships;
    private final Offers offers;

    StudentController(Programmes programmes, Students students, Internships internships, Offers offers) {
        this.programmes = programmes;
        this.students = students;
        this.internships = internships;
        this.offers = offers;
    }

    /** What a student may answer an offer with on this page. */
    enum Answer {
        ACCEPT,
        DECLINE
    }

    /**
     * The student in one programme.
     *
     * @param profile the students of the programme that this student sees: themselves, or nobody if they are not in it
     */
    record Part(Programme programme, Reading<Listing<Student>> profile, Reading<List<OfferCard>> offers) {

        /** Whether there is anything to show, be it only a fault. */
        boolean concerns() {
            Listing<Student> students = profile.valueOrNull();
            return students == null || !students.items().isEmpty();
        }
    }

    /**
     * An offer and the internship it is for.
     *
     * @param answerKey under which this answer is given once, however often the form is sent
     */
    record OfferCard(Offer offer, @Nullable Internship internship, UUID answerKey) {}

    @GetMapping("/student")
    String show(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        Identity caller = signedIn.identity();
        Reading<List<Part>> parts = programmes
                .all(caller)
                .map(listing -> Together.each(listing.items(), programme -> part(caller, programme)).stream()
                        .filter(Part::concerns)
                        .toList());
        model.addAttribute("parts", parts);
        return "student/home";
    }

    @PostMapping("/student/offers/{offer}/decisions")
    String answer(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable UUID offer,
            @RequestParam Answer decision,
            @RequestParam UUID answerKey,
            RedirectAttributes result) {
        Reading<Offer> reading = offers.decide(signedIn.identity(), offer, decision.name(), answerKey);
        switch (reading) {
            case Reading.Loaded<Offer> loaded -> result.addFlashAttribute("answered", decision.name());
            case Reading.Refused<Offer> refused -> result.addFlashAttribute("notAnswered", refused);
            case Reading.Unreachable<Offer> unreachable -> result.addFlashAttribute("notAnswered", unreachable);
        }
        return "redirect:/student";
    }

    private Part part(Identity caller, Programme programme) {
        Reading<Listing<Student>> profile = students.of(caller, programme.id(), null);
        Reading<List<OfferCard>> cards = offers.of(caller, programme.id(), null, null)
                .map(listing -> Together.each(listing.items(), offer -> card(caller, programme, offer)));
        return new Part(programme, profile, cards);
    }

    private OfferCard card(Identity caller, Programme programme, Offer offer) {
        String internship = offer.internship();
        return new OfferCard(
                offer,
                internship == null
                        ? null
                        : internships.one(caller, programme.id(), internship).valueOrNull(),
                UUID.randomUUID());
    }
}
