package dev.talentpipeline.console.university;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Destinations;
import dev.talentpipeline.console.api.Destinations.Destination;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Rolls;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Addresses;
import dev.talentpipeline.console.page.Form;
import dev.talentpipeline.console.page.Regions;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where everybody on the roll goes: list, record, verify, void. */
@Controller
final class DestinationsController {

    private static final List<String> FACTS =
            List.of("kind", "since", "organisation", "creditCode", "region", "occupation", "title");
    private static final List<String> EVIDENCE = List.of(
            "EMPLOYMENT_AGREEMENT",
            "ACCEPTANCE_LETTER",
            "LABOUR_CONTRACT",
            "EMPLOYER_STATEMENT",
            "ENLISTMENT_NOTICE",
            "PROJECT_NOTICE",
            "BUSINESS_LICENCE",
            "INCOME_STATEMENT",
            "ADMISSION_LETTER");

    private final Destinations destinations;
    private final Rolls rolls;
    private final Catalogue catalogue;

    DestinationsController(Destinations destinations, Rolls rolls, Catalogue catalogue) {
        this.destinations = destinations;
        this.rolls = rolls;
        this.catalogue = catalogue;
    }

    enum Decision {
        VERIFY,
        VOID
    }

    @GetMapping("/university/destinations")
    String list(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String countsAs,
            @RequestParam(required = false) @Nullable String school,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        Boolean whetherKnown = (known == null || known.isEmpty()) ? null : Boolean.valueOf(known);
        String numbered = stripped(number);
        String named = stripped(name);
        model.addAttribute("number", numbered);
        model.addAttribute("name", named);
        model.addAttribute("known", whetherKnown);
        model.addAttribute("countsAs", countsAs);
        model.addAttribute("school", school);
        model.addAttribute("cursor", cursor);
        model.addAttribute("org", caller.org());
        new Parts()
                .with(
                        "graduates",
                        () -> destinations.list(caller, numbered, named, whetherKnown, countsAs, school, cursor))
                .with("schools", () -> rolls.schools(caller))
                .into(model);
        model.addAttribute(
                "here",
                new Addresses("/university/destinations")
                        .with("number", numbered)
                        .with("name", named)
                        .with("known", whetherKnown)
                        .with("countsAs", countsAs)
                        .with("school", school));
        return "university/destinations";
    }

    private static @Nullable String stripped(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    @GetMapping("/university/destinations/{number}")
    String show(@AuthenticationPrincipal SignedIn signedIn, @PathVariable String number, Model model) {
        Identity caller = signedIn.identity();
        model.addAttribute("number", number);
        model.addAttribute("evidenceKinds", EVIDENCE);
        model.addAttribute("regions", Regions.ALL);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", Form.blank());
        }
        new Parts()
                .with("entry", () -> rolls.one(caller, number))
                .with("recorded", () -> destinations.of(caller, number))
                .with("kinds", () -> destinations.kinds(caller))
                .with("occupations", () -> catalogue.occupations(caller))
                .with("reasons", () -> catalogue.reasons(caller, "VOID"))
                .into(model);
        return "university/destination";
    }

    @PostMapping("/university/destinations/{number}")
    String record(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam UUID key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String fact : FACTS) {
            put(body, fact, typed.getFirst(fact));
        }
        put(body, "replaces", typed.getFirst("replaces"));
        Map<String, Object> evidence = new LinkedHashMap<>();
        put(evidence, "kind", typed.getFirst("evidence"));
        put(evidence, "document", typed.getFirst("document"));
        if (!evidence.isEmpty()) {
            body.put("evidence", evidence);
        }
        Reading<Destination> answer = destinations.record(signedIn.identity(), number, body, key);
        if (answer.isLoaded()) {
            result.addFlashAttribute("flash", "destinations.recorded");
            return "redirect:" + page(number);
        }
        model.addAttribute("form", Form.of(typed).answered(answer));
        response.setStatus(422);
        return show(signedIn, number, model);
    }

    @PostMapping("/university/destinations/{number}/decisions")
    @ShownAt("/university/destinations/{number}")
    String decide(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String number,
            @RequestParam String destination,
            @RequestParam Decision decision,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        String why = decision == Decision.VOID ? typed.getFirst("reason") : null;
        Reading<Destination> answer =
                destinations.decide(signedIn.identity(), number, destination, decision.name(), why, key);
        if (!answer.isLoaded()) {
            model.addAttribute("form", Form.of(typed).answered(answer));
            response.setStatus(422);
            return show(signedIn, number, model);
        }
        if (decision == Decision.VERIFY) {
            result.addFlashAttribute("flash", "destinations.verified");
        } else {
            result.addFlashAttribute("flash", "destinations.voided");
        }
        return "redirect:" + page(number);
    }

    private static void put(Map<String, Object> body, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            body.put(name, value.strip());
        }
    }

    private static String page(String number) {
        return new Addresses("/university/destinations").under(number).first();
    }
}
