package dev.talentpipeline.console.operations;

import dev.talentpipeline.console.api.Looks;
import dev.talentpipeline.console.identity.security.SignedIn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who was shown what was thought of students, or what these decided. */
@Controller
final class LooksController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Looks looks;

    LooksController(Looks looks) {
        this.looks = looks;
    }

    @GetMapping("/operations/looks")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        var sought = new Looks.Sought(
                account.strip(),
                kind,
                id.strip(),
                from == null ? null : beginning(from),
                until == null ? null : beginning(until.plusDays(1)));
        model.addAttribute("looks", looks.latest(signedIn.identity(), sought, cursor));
        model.addAttribute("sought", sought);
        model.addAttribute("from", from);
        model.addAttribute("until", until);
        model.addAttribute("cursor", cursor);
        return "operations/looks";
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
