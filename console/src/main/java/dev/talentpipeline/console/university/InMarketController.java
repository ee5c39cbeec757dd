package dev.talentpipeline.console.university;

import dev.talentpipeline.console.api.Profile;
import dev.talentpipeline.console.api.Profiles;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Addresses;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a student out of a programme, and puts them back into its market. */
@Controller
final class InMarketController {

    private final Profiles profiles;

    InMarketController(Profiles profiles) {
        this.profiles = profiles;
    }

    @PostMapping("/university/students/{student}/withdrawal")
    String withdraw(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String student,
            @RequestParam String programme,
            RedirectAttributes result) {
        Reading<Profile> withdrawn = profiles.withdraw(signedIn.identity(), programme, student);
        return after(withdrawn, "uniStudent.withdrawn", student, programme, result);
    }

    @PostMapping("/university/students/{student}/return")
    String putBack(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String student,
            @RequestParam String programme,
            RedirectAttributes result) {
        Reading<Profile> back = profiles.putBack(signedIn.identity(), programme, student);
        return after(back, "uniStudent.back", student, programme, result);
    }

    private static String after(
            Reading<Profile> done, String said, String student, String programme, RedirectAttributes result) {
        result.addFlashAttribute(done.isLoaded() ? "flash" : "notDone", done.isLoaded() ? said : done);
        return "redirect:"
                + Addresses.of("/university/students/" + student, programme).first();
    }
}
