package dev.talentpipeline.console.university;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.CohortStudent;
import dev.talentpipeline.console.api.Cohorts;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Rolls;
import dev.talentpipeline.console.api.Why;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Addresses;
import dev.talentpipeline.console.page.Bodies;
import dev.talentpipeline.console.page.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a university enters without a file: one student, and its schools. */
@Controller
final class EnteringController {

    private static final List<String> DEGREES = List.of("ASSOCIATE", "BACHELOR", "MASTER", "DOCTORATE");
    /** Under an id the API changes whoever has it; a number that looks like one is none. */
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** What the service says where there is a student of that number. */
    private static final String THERE = "version-changed";

    private static final String TAKEN = "This number is in the programme already; change the student by a file.";

    private final Cohorts cohorts;
    private final Rolls rolls;

    EnteringController(Cohorts cohorts, Rolls rolls) {
        this.cohorts = cohorts;
        this.rolls = rolls;
    }

    @GetMapping("/university/students/new")
    String student(@AuthenticationPrincipal SignedIn signedIn, @RequestParam String programme, Model model) {
        return student(signedIn.identity(), programme, Form.blank(), model);
    }

    /** A number that the programme knows is refused: a form that is sent by mistake must not put a student's profile back. */
    @PostMapping("/university/students/new")
    @ShownAt("/university/students/new?programme={programme}")
    String enterStudent(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam String programme,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        String number = Bodies.text(typed, "student");
        Reading<CohortStudent> entered =
                number == null || ID.matcher(number.strip()).matches()
                        ? refused("student", "Give a student number.")
                        : enter(caller, programme, number, typed);
        CohortStudent student = entered.valueOrNull();
        if (student == null) {
            response.setStatus(422);
            return student(caller, programme, Form.of(typed).answered(entered), model);
        }
        result.addFlashAttribute("flash", "uniEnter.entered");
        return "redirect:"
                + Addresses.of("/university/students/" + student.id(), programme)
                        .first();
    }

    private Reading<CohortStudent> enter(
            Identity caller, String programme, String number, MultiValueMap<String, String> typed) {
        Reading<CohortStudent> entered = cohorts.enter(caller, programme, number, body(typed));
        return entered instanceof Reading.Refused<CohortStudent>(Why why)
                        && why.type().equals(THERE)
                ? refused("student", TAKEN)
                : entered;
    }

    private static Map<String, Object> body(MultiValueMap<String, String> typed) {
        Map<String, Object> body = Bodies.of(
                typed,
                "name",
                "email",
                "phone",
                "school",
                "degree",
                "major",
                "graduatesOn",
                "availableFrom",
                "availableUntil");
        body.put("remote", typed.containsKey("remote"));
        body.put("consent", typed.containsKey("consent"));
        return body;
    }

    private String student(Identity caller, String programme, Form form, Model model) {
        new Parts().with("schools", () -> rolls.schools(caller)).into(model);
        model.addAttribute("programme", programme);
        model.addAttribute("degrees", DEGREES);
        model.addAttribute("form", form);
        return "university/student-new";
    }

    @GetMapping("/university/schools")
    String schools(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        return schools(signedIn.identity(), Form.blank(), model);
    }

    @PostMapping("/university/schools")
    @ShownAt("/university/schools")
    String enterSchool(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        String school = Bodies.text(typed, "school");
        Reading<Rolls.School> entered = school == null
                ? refused("school", "Give an id, such as law.")
                : rolls.putSchool(signedIn.identity(), school, Bodies.of(typed, "nameZh", "nameEn"));
        if (!entered.isLoaded()) {
            response.setStatus(422);
            return schools(signedIn.identity(), Form.of(typed).answered(entered), model);
        }
        result.addFlashAttribute("flash", "uniSchools.entered");
        return "redirect:/university/schools";
    }

    private String schools(Identity caller, Form form, Model model) {
        new Parts().with("schools", () -> rolls.schools(caller)).into(model);
        model.addAttribute("form", form);
        return "university/schools";
    }

    private static <T> Reading<T> refused(String field, @Nullable String remedy) {
        return new Reading.Refused<>(
                new Why(422, "refused", "", remedy, List.of(new Why.AtField(field, null, remedy))));
    }
}
