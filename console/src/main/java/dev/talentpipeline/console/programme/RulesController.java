package dev.talentpipeline.console.programme;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Markets;
import dev.talentpipeline.console.api.Organisation;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.api.ProgrammeRules;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.RuleChange;
import dev.talentpipeline.console.api.Why;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Form;
import dev.talentpipeline.console.programme.Differences.Difference;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

/** Setting a programme up, and changing its rules: what a change would do is shown before it is done. */
@Controller
final class RulesController {

    private static final List<String> WINDOWS =
            List.of("P1D", "P2D", "P3D", "P5D", "P7D", "P10D", "P14D", "P21D", "P30D");

    private static final List<String> INTERVALS = List.of("PT1S", "PT10S", "PT1M", "PT10M", "PT1H", "P1D");

    /** A programme without members is open to all, which nobody is to have said by being shown nobody. */
    private static final String UNLISTED =
            "The list could not be shown when this was sent: look at it below, and send the form again.";

    private final Markets markets;
    private final Organisations organisations;

    RulesController(Markets markets, Organisations organisations) {
        this.markets = markets;
        this.organisations = organisations;
    }

    @GetMapping("/programmes/new")
    String begin(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        return form(signedIn.identity(), null, Form.of(ProgrammeForm.careful()), model);
    }

    @PostMapping("/programmes")
    @ShownAt("/programmes/new")
    String create(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam String id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        String programme = id.strip();
        Reading<ProgrammeRules> made = create(caller, programme, typed);
        if (!made.isLoaded()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(caller, null, Form.of(typed).answered(made), model);
        }
        result.addFlashAttribute("flash", "programme.created");
        result.addAttribute("programme", programme);
        return "redirect:/programmes/{programme}";
    }

    @GetMapping("/programmes/{programme}/rules")
    String edit(@AuthenticationPrincipal SignedIn signedIn, @PathVariable String programme, Model model) {
        Identity caller = signedIn.identity();
        Reading<ProgrammeRules> rules = markets.rules(caller, programme);
        ProgrammeRules known = rules.valueOrNull();
        if (known == null || !known.can("CHANGE")) {
            model.addAttribute("rules", rules);
            return "programme/not-yours";
        }
        return form(caller, known, Form.of(ProgrammeForm.of(known)), model);
    }

    /** The dry run: nothing is changed yet. */
    @PostMapping("/programmes/{programme}/rules/check")
    @ShownAt("/programmes/{programme}/rules")
    String check(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "false") boolean back,
            Model model,
            HttpServletResponse response) {
        Identity caller = signedIn.identity();
        Reading<ProgrammeRules> rules = markets.rules(caller, programme);
        ProgrammeRules known = rules.valueOrNull();
        if (known == null) {
            model.addAttribute("rules", rules);
            return "programme/not-yours";
        }
        if (back) {
            return form(caller, known, Form.of(typed), model);
        }
        Reading<RuleChange> change = markets.dryRun(caller, programme, ProgrammeForm.body(known.body(), typed));
        if (!change.isLoaded()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(caller, known, Form.of(typed).answered(change), model);
        }
        return checked(caller, known, change, typed, model);
    }

    @PostMapping("/programmes/{programme}/rules")
    String change(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Reading<ProgrammeRules> rules = markets.rules(caller, programme);
        ProgrammeRules known = rules.valueOrNull();
        if (known == null) {
            model.addAttribute("rules", rules);
            return "programme/not-yours";
        }
        Reading<ProgrammeRules> changed =
                markets.change(caller, programme, ProgrammeForm.body(known.body(), typed), version);
        if (!changed.isLoaded()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(caller, known, Form.of(typed).answered(changed), model);
        }
        result.addFlashAttribute("flash", "programme.changed");
        result.addAttribute("programme", programme);
        return "redirect:/programmes/{programme}";
    }

    /** The API sets up and changes by the same call, so what is there already is not changed by mistake: it is looked for first. */
    private Reading<ProgrammeRules> create(Identity caller, String programme, MultiValueMap<String, String> typed) {
        Reading<ProgrammeRules> there = markets.rules(caller, programme);
        if (there.isLoaded()) {
            return new Reading.Refused<>(new Why(
                    HttpStatus.CONFLICT.value(),
                    "programme-exists",
                    "",
                    null,
                    List.of(new Why.AtField("id", programme, null))));
        }
        if (!there.isMissing()) {
            return there;
        }
        List<Why.AtField> unlisted = ProgrammeForm.SIDES.stream()
                .filter(side -> !ProgrammeForm.hadList(typed, side))
                .map(side -> new Why.AtField(side, null, UNLISTED))
                .toList();
        if (!unlisted.isEmpty()) {
            return new Reading.Refused<>(
                    new Why(HttpStatus.UNPROCESSABLE_CONTENT.value(), "members-unlisted", "", null, unlisted));
        }
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("state", "RUNNING".equals(typed.getFirst("state")) ? "RUNNING" : "DRAFT");
        return markets.create(caller, programme, ProgrammeForm.body(rules, typed));
    }

    private String form(Identity caller, @Nullable ProgrammeRules rules, Form form, Model model) {
        model.addAttribute("rules", rules);
        model.addAttribute("form", form);
        model.addAttribute("spans", new Spans());
        model.addAttribute("windows", WINDOWS);
        model.addAttribute("intervals", INTERVALS);
        model.addAttribute("parts", ProgrammeNumbers.PARTS);
        Reading<Listing<Organisation>> universities =
                organisations.of(caller, "UNIVERSITY", null, Api.WHOLE_LIST, null);
        Reading<Listing<Organisation>> companies = organisations.of(caller, "COMPANY", null, Api.WHOLE_LIST, null);
        model.addAttribute("universities", universities);
        model.addAttribute("companies", companies);
        model.addAttribute(
                "withoutBox",
                rules == null
                        ? Map.of()
                        : Map.of(
                                "universities", withoutBox(rules.universities(), universities),
                                "companies", withoutBox(rules.companies(), companies)));
        return "programme/form";
    }

    /** How many members the form has no box for: they stay whatever is ticked. */
    private static long withoutBox(@Nullable List<String> members, Reading<Listing<Organisation>> boxes) {
        Listing<Organisation> listed = boxes.valueOrNull();
        Set<String> shown = listed == null
                ? Set.of()
                : listed.items().stream().map(Organisation::id).collect(Collectors.toSet());
        return members == null
                ? 0
                : members.stream().filter(member -> !shown.contains(member)).count();
    }

    private String checked(
            Identity caller,
            ProgrammeRules rules,
            Reading<RuleChange> change,
            MultiValueMap<String, String> typed,
            Model model) {
        Map<String, List<String>> kept = new LinkedHashMap<>(typed);
        kept.keySet().removeIf(field -> field.startsWith("_") || "back".equals(field));
        model.addAttribute("rules", rules);
        model.addAttribute("change", change.valueOrNull());
        model.addAttribute("differences", differences(rules, change.valueOrNull(), typed));
        model.addAttribute("spans", new Spans());
        model.addAttribute("typed", kept);
        model.addAttribute("names", organisations.names(caller, null));
        return "programme/check";
    }

    private static List<Difference> differences(
            ProgrammeRules rules, @Nullable RuleChange change, MultiValueMap<String, String> typed) {
        List<String> changed = change == null ? null : change.changed();
        Map<String, Object> before = rules.body();
        return changed == null ? List.of() : Differences.of(changed, before, ProgrammeForm.body(before, typed));
    }
}
