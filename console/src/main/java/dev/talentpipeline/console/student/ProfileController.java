package dev.talentpipeline.console.student;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Certificate;
import dev.talentpipeline.console.api.Certificates;
import dev.talentpipeline.console.api.Profile;
import dev.talentpipeline.console.api.Profiles;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Term;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Bodies;
import dev.talentpipeline.console.page.Form;
import dev.talentpipeline.console.page.Regions;
import dev.talentpipeline.console.student.Participations.Choice;
import dev.talentpipeline.console.student.Participations.Participation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a student says about themselves, in one programme. */
@Controller
final class ProfileController {

    private final Participations participations;
    private final Profiles profiles;
    private final Certificates certificates;
    private final Catalogue catalogue;
    private final StudentWords words;

    ProfileController(
            Participations participations,
            Profiles profiles,
            Certificates certificates,
            Catalogue catalogue,
            StudentWords words) {
        this.participations = participations;
        this.profiles = profiles;
        this.certificates = certificates;
        this.catalogue = catalogue;
        this.words = words;
    }

    @GetMapping("/student/profile")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            Locale locale,
            Model model) {
        Choice choice = participations.choose(signedIn.identity(), programme);
        Participation chosen = choice.chosen();
        Form form = chosen == null ? Form.blank() : Form.of(ProfileForm.of(chosen.profile()));
        return page(signedIn.identity(), choice, form, Form.blank(), locale, model);
    }

    @PostMapping("/student/profile")
    @ShownAt("/student/profile?programme={programme}")
    String save(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam String programme,
            @RequestParam long version,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Choice choice = participations.choose(caller, programme);
        Participation chosen = choice.chosen();
        if (chosen == null) {
            return page(caller, choice, Form.of(typed), Form.blank(), locale, model);
        }
        Reading<Profile> saved = profiles.change(caller, programme, ProfileForm.body(chosen.profile(), typed), version);
        if (!saved.isLoaded()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(caller, choice, Form.of(typed).answered(saved), Form.blank(), locale, model);
        }
        result.addFlashAttribute("flash", "profile.saved");
        result.addAttribute("programme", programme);
        return "redirect:/student/profile";
    }

    @PostMapping("/student/certificates")
    @ShownAt("/student/profile")
    String enter(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam String occupation,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Map<String, Object> body = new LinkedHashMap<>();
        for (String field : List.of("level", "number", "issuedOn")) {
            Bodies.put(body, field, typed.getFirst(field));
        }
        Reading<Certificate> entered = certificates.put(caller, occupation, body);
        if (!entered.isLoaded()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Choice choice = participations.choose(caller, null);
            Participation chosen = choice.chosen();
            Form form = chosen == null ? Form.blank() : Form.of(ProfileForm.of(chosen.profile()));
            return page(caller, choice, form, Form.of(typed).answered(entered), locale, model);
        }
        result.addFlashAttribute("flash", "certificate.entered");
        return "redirect:/student/profile";
    }

    @PostMapping("/student/certificates/removals")
    String remove(
            @AuthenticationPrincipal SignedIn signedIn, @RequestParam String occupation, RedirectAttributes result) {
        Reading<Object> removed = certificates.remove(signedIn.identity(), occupation);
        if (removed.isLoaded()) {
            result.addFlashAttribute("flash", "certificate.removed");
        } else {
            result.addFlashAttribute("notAnswered", removed);
        }
        return "redirect:/student/profile";
    }

    private String page(Identity caller, Choice choice, Form form, Form certificate, Locale locale, Model model) {
        Reading<List<Term>> skills = catalogue.skills(caller);
        Reading<List<Term>> occupations = catalogue.occupations(caller);
        model.addAttribute("choice", choice);
        model.addAttribute("form", form);
        model.addAttribute("certificateForm", certificate);
        model.addAttribute("certificates", certificates.own(caller));
        model.addAttribute("skills", skills.map(ProfileController::byFamily));
        model.addAttribute("occupations", occupations.map(ProfileController::byFamily));
        model.addAttribute("words", words.of(caller, locale));
        model.addAttribute("regions", regions(choice));
        return "student/profile";
    }

    /** The student's own before all others, in the order that counts. */
    private static Set<String> regions(Choice choice) {
        Set<String> regions = new LinkedHashSet<>();
        Participation chosen = choice.chosen();
        List<String> own = chosen == null ? null : chosen.profile().regions();
        if (own != null) {
            regions.addAll(own);
        }
        regions.addAll(Regions.ALL);
        return regions;
    }

    private static Map<String, List<Term>> byFamily(List<Term> terms) {
        return terms.stream()
                .collect(Collectors.groupingBy(
                        term -> term.family() == null ? "" : term.family(), TreeMap::new, Collectors.toList()));
    }
}
