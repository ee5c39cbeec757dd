package dev.talentpipeline.console.operations;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.DeadLetterCauses;
import dev.talentpipeline.console.api.DeadLetterItem;
import dev.talentpipeline.console.api.DeadLetters;
import dev.talentpipeline.console.api.DeadLetters.Choice;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.RedriveAnswer;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Failures;
import dev.talentpipeline.console.page.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What could not be processed: chosen, looked at, sent again, followed and stopped. */
@Controller
final class DeadLettersController {

    private static final String HERE = "/operations/dead-letters";

    /** Those that a plan or a redrive was asked for. */
    private static final String CHOSEN =
            HERE + "/letters?topic={topic}&group={group}&cause={cause}&reason={reason}&standing={standing}";

    private static final int LATEST = 10;

    private final DeadLetters deadLetters;
    private final Failures failures;

    DeadLettersController(DeadLetters deadLetters, Failures failures) {
        this.deadLetters = deadLetters;
        this.failures = failures;
    }

    @ModelAttribute("failures")
    Failures failures() {
        return failures;
    }

    @GetMapping(HERE)
    String causes(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        Supplier<Reading<DeadLetterCauses>> causes = Together.begin(() -> deadLetters.causes(caller));
        model.addAttribute("redrives", deadLetters.redrives(caller, LATEST, cursor));
        model.addAttribute("cursor", cursor);
        model.addAttribute("deadLetters", causes.get());
        return "operations/dead-letters";
    }

    @GetMapping(HERE + "/letters")
    String letters(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam MultiValueMap<String, String> asked,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Choice choice = choice(asked, List.of());
        model.addAttribute("choice", choice);
        model.addAttribute("cursor", cursor);
        model.addAttribute("letters", deadLetters.letters(signedIn.identity(), choice, cursor));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", Form.blank());
        }
        return "operations/letters";
    }

    @PostMapping(HERE + "/plan")
    @ShownAt(CHOSEN)
    String plan(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model) {
        boolean all = "all".equals(sent.getFirst("which"));
        Choice choice = choice(sent, all ? List.of() : ids(sent));
        if (!all && choice.ids().isEmpty()) {
            model.addAttribute("flashBad", "letters.noneChosen");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return letters(signedIn, sent, null, model);
        }
        return planned(signedIn.identity(), choice, Form.blank().beginningWith("perMinute", 600), model);
    }

    private String planned(Identity caller, Choice choice, Form form, Model model) {
        model.addAttribute("choice", choice);
        model.addAttribute("form", form);
        model.addAttribute("answer", deadLetters.plan(caller, choice));
        return "operations/redrive-plan";
    }

    @PostMapping(HERE + "/redrives")
    @ShownAt(CHOSEN)
    String begin(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam int planned,
            @RequestParam UUID answerKey,
            HttpServletResponse response,
            Model model) {
        Identity caller = signedIn.identity();
        Choice choice = choice(sent, ids(sent));
        Reading<RedriveAnswer> begun = deadLetters.begin(
                caller, choice, planned, number(sent.getFirst("perMinute")), text(sent, "why"), answerKey);
        RedriveAnswer answer = begun.valueOrNull();
        if (answer != null && answer.redrive() != null) {
            return "redirect:" + HERE + "/redrives/" + answer.redrive().id();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return planned(caller, choice, Form.of(sent).answered(begun), model);
    }

    @GetMapping(HERE + "/redrives/{id}")
    String redrive(@AuthenticationPrincipal SignedIn signedIn, @PathVariable String id, Model model) {
        model.addAttribute("redrive", deadLetters.redrive(signedIn.identity(), id));
        model.addAttribute("id", id);
        return "operations/redrive";
    }

    @PostMapping(HERE + "/redrives/{id}/stop")
    String stop(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String id,
            @RequestParam UUID answerKey,
            RedirectAttributes result) {
        said(deadLetters.stop(signedIn.identity(), id, answerKey), "redrive.stopped", result);
        return "redirect:" + HERE + "/redrives/{id}";
    }

    @PostMapping(HERE + "/letters/{id}/release")
    @ShownAt(CHOSEN + "&cursor={cursor}")
    String release(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam UUID answerKey,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletResponse response,
            Model model,
            RedirectAttributes result) {
        Reading<DeadLetterItem> released = deadLetters.release(signedIn.identity(), id, text(sent, "why"), answerKey);
        if (released.isLoaded()) {
            said(released, "letters.released", result);
            return "redirect:" + HERE + "/letters?standing=QUARANTINED";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("form", Form.of(sent).answered(released));
        return letters(signedIn, sent, cursor, model);
    }

    private static void said(Reading<?> answer, String done, RedirectAttributes result) {
        if (answer.isLoaded()) {
            result.addFlashAttribute("flash", done);
        } else {
            result.addFlashAttribute("notDone", answer);
        }
    }

    private static Choice choice(MultiValueMap<String, String> asked, List<String> ids) {
        return new Choice(
                ids,
                text(asked, "topic"),
                text(asked, "group"),
                text(asked, "cause"),
                text(asked, "reason"),
                text(asked, "standing"));
    }

    private static List<String> ids(MultiValueMap<String, String> sent) {
        return Objects.requireNonNullElse(sent.get("ids"), List.<String>of()).stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .toList();
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }

    private static @Nullable Integer number(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : Integer.valueOf(typed.strip());
        } catch (NumberFormatException e) {
            // Refused by the service with the words for it.
            return 0;
        }
    }
}
