package dev.talentpipeline.console.university;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Rolls;
import dev.talentpipeline.console.api.Rolls.Entry;
import dev.talentpipeline.console.api.Rolls.Reminded;
import dev.talentpipeline.console.api.Rolls.Search;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Addresses;
import dev.talentpipeline.console.page.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The roll: who is a student of the university, and who of them has been heard of. */
@Controller
final class RollController {

    private static final List<String> FACTS =
            List.of("name", "school", "major", "majorCode", "degree", "graduatesOn", "phone", "email");
    private static final List<String> DEGREES = List.of("ASSOCIATE", "BACHELOR", "MASTER", "DOCTORATE");

    private final Rolls rolls;
    private final Programmes programmes;

    RollController(Rolls rolls, Programmes programmes) {
        this.rolls = rolls;
        this.programmes = programmes;
    }

    @GetMapping("/university/roll")
    String list(
            @AuthenticationPrincipal SignedIn signedIn,
            Search search,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        model.addAttribute("search", search);
        model.addAttribute("cursor", cursor);
        new Parts()
                .with("entries", () -> rolls.list(caller, search, cursor))
                .with("programmes", () -> programmes.all(caller))
                .with("standing", () -> rolls.standing(caller, null))
                .with("schools", () -> rolls.schools(caller))
                .into(model);
        model.addAttribute(
                "here",
                new Addresses("/university/roll")
                        .with("name", search.name())
                        .with("number", search.number())
                        .with("school", search.school())
                        .with("claimed", search.claimed())
                        .with("standing", search.standing())
                        .with("programme", search.programme()));
        model.addAttribute("org", caller.org());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", Form.blank());
        }
        return "university/roll";
    }

    @GetMapping("/university/roll/{number}")
    String show(@AuthenticationPrincipal SignedIn signedIn, @PathVariable String number, Model model) {
        new Parts()
                .with("entry", () -> rolls.one(signedIn.identity(), number))
                .with("schools", () -> rolls.schools(signedIn.identity()))
                .into(model);
        model.addAttribute("number", number);
        model.addAttribute("degrees", DEGREES);
        if (!model.containsAttribute("form")) {
            Entry entry = entry(model);
            model.addAttribute("form", entry == null ? Form.blank() : Form.of(facts(entry)));
        }
        return "university/roll-entry";
    }

    @PostMapping("/university/roll/{number}")
    String put(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String fact : FACTS) {
            String value = typed.getFirst(fact);
            if (value != null && !value.isBlank()) {
                facts.put(fact, value.strip());
            }
        }
        Reading<Entry> answer = rolls.put(signedIn.identity(), number, facts);
        if (answer.isLoaded()) {
            result.addFlashAttribute("flash", "roll.saved");
            return "redirect:" + new Addresses("/university/roll").under(number).first();
        }
        model.addAttribute("form", Form.of(typed).answered(answer));
        response.setStatus(422);
        return show(signedIn, number, model);
    }

    /** The link stands on the page that answers, and nowhere else: it makes whoever has it this student. */
    @PostMapping("/university/roll/{number}/links")
    @ShownAt("/university/roll/{number}")
    String link(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String number,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("link", rolls.link(signedIn.identity(), number));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return show(signedIn, number, model);
    }

    @PostMapping("/university/roll-reminders")
    @ShownAt("/university/roll")
    String remind(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String school,
            @RequestParam(required = false) @Nullable String major,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Reading<Reminded> reminded = rolls.remind(signedIn.identity(), school, major, key);
        if (!reminded.isLoaded()) {
            model.addAttribute("form", Form.of(typed).answered(reminded));
            response.setStatus(422);
            return list(signedIn, Search.ALL, null, model);
        }
        result.addFlashAttribute("reminded", reminded);
        return "redirect:/university/roll";
    }

    private static @Nullable Entry entry(Model model) {
        return model.getAttribute("entry") instanceof Reading<?> reading && reading.valueOrNull() instanceof Entry entry
                ? entry
                : null;
    }

    private static Map<String, List<String>> facts(Entry entry) {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        put(facts, "name", entry.name());
        put(facts, "school", entry.school());
        put(facts, "major", entry.major());
        put(facts, "majorCode", entry.majorCode());
        put(facts, "degree", entry.degree());
        put(facts, "graduatesOn", entry.graduatesOn());
        put(facts, "phone", entry.phone());
        put(facts, "email", entry.email());
        return facts;
    }

    private static void put(Map<String, List<String>> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, List.of(value));
        }
    }
}
