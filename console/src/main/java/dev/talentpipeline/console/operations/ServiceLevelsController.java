package dev.talentpipeline.console.operations;

import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.ServiceLevel;
import dev.talentpipeline.console.api.ServiceLevels;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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

/** What is promised of the pipeline's pace, whether it is kept, and how operations sets it. */
@Controller
final class ServiceLevelsController {

    /** Within which a level may be measured, in days. */
    private static final List<String> DAYS = List.of("1", "7", "14", "30");

    private final ServiceLevels levels;

    ServiceLevelsController(ServiceLevels levels) {
        this.levels = levels;
    }

    @GetMapping("/operations/service-levels")
    String all(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        model.addAttribute("levels", levels.all(signedIn.identity()));
        return "operations/service-levels";
    }

    @GetMapping("/operations/service-levels/{level}")
    String one(@AuthenticationPrincipal SignedIn signedIn, @PathVariable String level, Model model) {
        return page(signedIn.identity(), level, null, model);
    }

    @PostMapping("/operations/service-levels/{level}")
    String set(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String level,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Reading<ServiceLevel.Shown> set = levels.set(
                caller,
                level,
                seconds(number(typed, "within")),
                number(typed, "objective"),
                days(number(typed, "over")));
        if (!set.isLoaded()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(caller, level, Form.of(typed).answered(set), model);
        }
        result.addFlashAttribute("flash", "serviceLevels.set");
        result.addAttribute("level", level);
        return "redirect:/operations/service-levels/{level}";
    }

    private String page(Identity caller, String level, @Nullable Form refused, Model model) {
        Reading<ServiceLevel.Shown> known = levels.one(caller, level);
        ServiceLevel.Shown now = known.valueOrNull();
        model.addAttribute("level", level);
        model.addAttribute("shownLevel", known);
        model.addAttribute("days", DAYS);
        model.addAttribute("form", refused != null ? refused : now == null ? Form.blank() : begun(now.level()));
        return "operations/service-level";
    }

    private static Form begun(ServiceLevel level) {
        return Form.blank()
                .beginningWith("within", level.within().toSeconds())
                .beginningWith(
                        "objective", level.objective().stripTrailingZeros().toPlainString())
                .beginningWith("over", Long.toString(Math.max(1, level.over().toDays())));
    }

    private static @Nullable Duration seconds(@Nullable BigDecimal number) {
        return isSmall(number)
                ? Duration.ofSeconds(Objects.requireNonNull(number).longValue())
                : null;
    }

    private static @Nullable Duration days(@Nullable BigDecimal number) {
        return isSmall(number) ? Duration.ofDays(Objects.requireNonNull(number).longValue()) : null;
    }

    private static boolean isSmall(@Nullable BigDecimal number) {
        return number != null && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0;
    }

    /** Null where it is none; the service says then what it takes. */
    private static @Nullable BigDecimal number(MultiValueMap<String, String> typed, String field) {
        try {
            return new BigDecimal(Objects.toString(typed.getFirst(field), "").strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
