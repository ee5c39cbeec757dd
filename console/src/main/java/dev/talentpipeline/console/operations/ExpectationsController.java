package dev.talentpipeline.console.operations;

import dev.talentpipeline.console.api.Expectation;
import dev.talentpipeline.console.api.Expectations;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What should have happened by now: the rules, what each waits for, and how long it may. */
@Controller
final class ExpectationsController {

    /** In which a time is typed, the longest first. */
    private static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS);

    private final Expectations expectations;
    private final Programmes programmes;

    ExpectationsController(Expectations expectations, Programmes programmes) {
        this.expectations = expectations;
        this.programmes = programmes;
    }

    @GetMapping("/operations/expectations")
    String all(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        model.addAttribute("expectations", expectations.all(signedIn.identity()));
        return "operations/expectations";
    }

    @GetMapping("/operations/expectations/{rule}")
    String one(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String rule,
            @RequestParam(defaultValue = "OVERDUE") String waiting,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        return page(signedIn.identity(), rule, waiting, cursor, null, model);
    }

    @PostMapping("/operations/expectations/{rule}")
    String set(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String rule,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Reading<Expectation.Shown> set = expectations.set(caller, rule, within(typed));
        if (!set.isLoaded()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(caller, rule, "OVERDUE", null, Form.of(typed).answered(set), model);
        }
        result.addFlashAttribute("flash", "expectations.set");
        result.addAttribute("rule", rule);
        return "redirect:/operations/expectations/{rule}";
    }

    private String page(
            Identity caller,
            String rule,
            String waiting,
            @Nullable String cursor,
            @Nullable Form refused,
            Model model) {
        Supplier<Reading<Expectation.Shown>> shown = Together.begin(() -> expectations.one(caller, rule));
        Supplier<Map<String, String>> titles = Together.begin(() -> programmes.titles(caller));
        model.addAttribute("things", expectations.things(caller, rule, waiting, cursor));
        Reading<Expectation.Shown> known = shown.get();
        Expectation.Shown now = known.valueOrNull();
        model.addAttribute("programmeTitles", titles.get());
        model.addAttribute("rule", rule);
        model.addAttribute("waiting", waiting);
        model.addAttribute("cursor", cursor);
        model.addAttribute("shownRule", known);
        model.addAttribute("units", UNITS.reversed().stream().map(Enum::name).toList());
        model.addAttribute(
                "form",
                refused != null
                        ? refused
                        : now == null ? Form.blank() : begun(now.expectation().within()));
        return "operations/expectation";
    }

    private static Form begun(Duration within) {
        ChronoUnit unit = UNITS.stream()
                .filter(each -> within.toSeconds() % each.getDuration().toSeconds() == 0)
                .findFirst()
                .orElse(ChronoUnit.SECONDS);
        return Form.blank()
                .beginningWith("within", within.toSeconds() / unit.getDuration().toSeconds())
                .beginningWith("unit", unit.name());
    }

    /** Null where it is no time; the service says then what it takes. */
    private static @Nullable Duration within(MultiValueMap<String, String> typed) {
        ChronoUnit unit = UNITS.stream()
                .filter(each -> each.name().equals(typed.getFirst("unit")))
                .findFirst()
                .orElse(ChronoUnit.MINUTES);
        try {
            return Duration.of(
                    Integer.parseInt(
                            Objects.toString(typed.getFirst("within"), "").strip()),
                    unit);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
