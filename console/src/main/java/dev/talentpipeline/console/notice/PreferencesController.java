package dev.talentpipeline.console.notice;

import dev.talentpipeline.console.api.NoticePreferences;
import dev.talentpipeline.console.api.Notices;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a student, or the desk of an organisation, wants to be told by mail. */
@Controller
@RequestMapping("/{desk:student|university|company}/inbox/mails")
final class PreferencesController {

    private static final String KIND = "kind-";

    private final Notices notices;

    PreferencesController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn signedIn, @PathVariable String desk, Model model) {
        Reading<NoticePreferences> preferences = notices.preferences(signedIn.identity());
        NoticePreferences chosen = preferences.valueOrNull();
        return page(desk, preferences, Form.of(chosen == null ? Map.of() : begun(chosen)), model);
    }

    @PostMapping
    String choose(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes result,
            HttpServletResponse response) {
        Reading<NoticePreferences> chosen = notices.choose(signedIn.identity(), body(typed), version);
        if (chosen.isLoaded()) {
            result.addFlashAttribute("flash", "mails.done");
            return "redirect:/" + desk + "/inbox/mails";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(
                desk, notices.preferences(signedIn.identity()), Form.of(typed).answered(chosen), model);
    }

    private static String page(String desk, Reading<NoticePreferences> preferences, Form form, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("inbox", "/" + desk + "/inbox");
        model.addAttribute("preferences", preferences);
        model.addAttribute("form", form);
        return "notice/mails";
    }

    private static Map<String, List<String>> begun(NoticePreferences chosen) {
        Map<String, List<String>> values = new HashMap<>();
        begin(values, "language", chosen.language());
        begin(values, "zone", chosen.zone());
        begin(values, "quietFrom", chosen.quietFrom());
        begin(values, "quietUntil", chosen.quietUntil());
        begin(values, "digest", chosen.digest());
        chosen.kinds().forEach(kind -> begin(values, KIND + kind.kind(), kind.timing()));
        return values;
    }

    private static void begin(Map<String, List<String>> values, String field, @Nullable String value) {
        if (value != null) {
            values.put(field, List.of(value));
        }
    }

    private static Map<String, Object> body(MultiValueMap<String, String> typed) {
        Map<String, Object> body = new HashMap<>();
        for (String field : List.of("language", "zone", "quietFrom", "quietUntil", "digest")) {
            String value = typed.getFirst(field);
            if (value != null && !value.isBlank()) {
                body.put(field, value);
            }
        }
        List<Map<String, String>> kinds = new ArrayList<>();
        typed.toSingleValueMap().forEach((field, value) -> {
            if (field.startsWith(KIND)) {
                kinds.add(Map.of("kind", field.substring(KIND.length()), "timing", value));
            }
        });
        body.put("kinds", kinds);
        return body;
    }
}
