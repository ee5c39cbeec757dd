package dev.talentpipeline.console.operations;

import dev.talentpipeline.console.api.FlowMap;
import dev.talentpipeline.console.api.Lookups;
import dev.talentpipeline.console.api.Monitoring;
import dev.talentpipeline.console.api.Organisation;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Failures;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What flows, what waits, and what became of every event. */
@Controller
final class MonitoringController {

    private final Monitoring monitoring;
    private final Lookups lookups;
    private final Organisations organisations;
    private final Programmes programmes;
    private final Failures failures;

    MonitoringController(
            Monitoring monitoring,
            Lookups lookups,
            Organisations organisations,
            Programmes programmes,
            Failures failures) {
        this.monitoring = monitoring;
        this.lookups = lookups;
        this.organisations = organisations;
        this.programmes = programmes;
        this.failures = failures;
    }

    @ModelAttribute("failures")
    Failures failures() {
        return failures;
    }

    @GetMapping("/operations/flows")
    String flows(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        Reading<FlowMap> flows = monitoring.flows(signedIn.identity());
        FlowMap map = flows.valueOrNull();
        model.addAttribute("flows", flows);
        model.addAttribute("drawing", map == null ? null : FlowDrawing.of(map));
        return "operations/flows";
    }

    @GetMapping("/operations/lag")
    String lag(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        model.addAttribute("lag", monitoring.lag(signedIn.identity()));
        return "operations/lag";
    }

    @GetMapping("/operations/schemas")
    String schemas(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        model.addAttribute("schemas", monitoring.schemas(signedIn.identity()));
        return "operations/schemas";
    }

    @GetMapping("/operations/journeys")
    String find(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        String sought = q.strip();
        String owner = organisation.strip();
        boolean byName = !owner.isEmpty();
        Supplier<Map<String, String>> titles =
                Together.begin(() -> sought.isEmpty() ? Map.of() : programmes.titles(caller));
        Map<String, Organisation> known = organisations.names(caller, null);
        Organisation named = byName ? called(known, owner) : null;
        Reading<Lookups.Lookup> called =
                sought.isEmpty() || !byName ? null : lookups.lookUp(caller, named == null ? owner : named.id(), sought);
        String id = byName ? firstOf(called) : sought;
        model.addAttribute("id", id);
        model.addAttribute("found", id.isEmpty() ? null : monitoring.find(caller, id, cursor));
        model.addAttribute("programmeTitles", titles.get());
        model.addAttribute("organisation", owner);
        model.addAttribute("organisations", known.values());
        model.addAttribute("stranger", byName && named == null);
        model.addAttribute("called", called);
        model.addAttribute("q", sought);
        model.addAttribute("cursor", cursor);
        return "operations/journeys";
    }

    /** The organisation of this id or name; null if none of those known is called so. */
    private static @Nullable Organisation called(Map<String, Organisation> known, String typed) {
        Organisation byId = known.get(typed);
        return byId != null
                ? byId
                : known.values().stream()
                        .filter(each -> typed.equals(each.nameZh()) || typed.equalsIgnoreCase(each.nameEn()))
                        .findFirst()
                        .orElse(null);
    }

    /** The id that a number or a reference leads to first: of a number that of the person, who is named by everything about them in all programmes. */
    private static String firstOf(@Nullable Reading<Lookups.Lookup> called) {
        Lookups.Lookup found = called == null ? null : called.valueOrNull();
        return found == null || found.found().isEmpty()
                ? ""
                : found.found().getFirst().id();
    }

    @GetMapping("/operations/journeys/{id}")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute("id", id);
        model.addAttribute("cursor", cursor);
        model.addAttribute("journey", monitoring.journey(signedIn.identity(), id, cursor));
        return "operations/journey";
    }
}
