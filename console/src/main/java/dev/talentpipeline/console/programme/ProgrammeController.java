package dev.talentpipeline.console.programme;

import dev.talentpipeline.console.api.CohortOpenings;
import dev.talentpipeline.console.api.CohortOpenings.Opening;
import dev.talentpipeline.console.api.Markets;
import dev.talentpipeline.console.api.Markets.Cutoff;
import dev.talentpipeline.console.api.Markets.Latest;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.api.ProgrammeRules;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Recall;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.security.SignedIn;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A programme for everybody who takes part in it: rules in plain language, rounds with what the verifier says of them, and its brakes. */
@Controller
final class ProgrammeController {

    private static final int ROUNDS = 10;

    /** How many openings are shown with whom they admitted last. */
    private static final int CUTOFFS = 20;

    private final Programmes programmes;
    private final Markets markets;
    private final Organisations organisations;
    private final CohortOpenings openings;

    ProgrammeController(Programmes programmes, Markets markets, Organisations organisations, CohortOpenings openings) {
        this.programmes = programmes;
        this.markets = markets;
        this.organisations = organisations;
        this.openings = openings;
    }

    /** What a programme can be set to. */
    enum State {
        RUNNING,
        HELD,
        PAUSED,
        CLOSED
    }

    @GetMapping("/programmes")
    String list(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(defaultValue = "false") boolean archived,
            Model model) {
        Identity caller = signedIn.identity();
        model.addAttribute("archived", archived);
        model.addAttribute("programmes", archived ? programmes.archived(caller) : programmes.all(caller));
        model.addAttribute("mayCreate", caller.role() != Role.STUDENT);
        return "programme/list";
    }

    @GetMapping("/programmes/{programme}")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        Reading<ProgrammeRules> rules = markets.rules(caller, programme);
        model.addAttribute("rules", rules);
        model.addAttribute("spans", new Spans());
        ProgrammeRules known = rules.valueOrNull();
        if (known == null) {
            return "programme/programme";
        }
        model.addAttribute("cursor", cursor);
        model.addAttribute("clearings", markets.clearings(caller, programme, ROUNDS, cursor));
        Reading<Latest> latest = markets.latest(caller, programme);
        Latest round = latest.valueOrNull();
        List<Cutoff> full = round == null ? List.of() : round.ofFull(CUTOFFS);
        model.addAttribute("latest", latest);
        Map<String, Opening> titles = openings.named(
                caller, programme, full.stream().map(Cutoff::internship).toList());
        model.addAttribute("full", byTitle(full, titles));
        model.addAttribute("titles", titles);
        model.addAttribute("names", organisations.names(caller, null));
        return "programme/programme";
    }

    /** Whoever looks for an opening finds it by its words. */
    private static List<Cutoff> byTitle(List<Cutoff> full, Map<String, Opening> titles) {
        return full.stream()
                .sorted(Comparator.comparing(cutoff -> {
                    Opening opening = titles.get(cutoff.internship());
                    return opening == null ? cutoff.internship() : opening.shownTitle();
                }))
                .toList();
    }

    @PostMapping("/programmes/{programme}/state")
    String set(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @RequestParam State state,
            @RequestParam UUID answerKey,
            RedirectAttributes result) {
        return told(
                markets.state(signedIn.identity(), programme, state.name(), answerKey),
                "programme.set." + state,
                programme,
                result);
    }

    /** Whom a recall would touch, before anything is taken back. */
    @GetMapping("/programmes/{programme}/clearings/{clearing}/recall")
    String preview(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @PathVariable long clearing,
            Model model) {
        Identity caller = signedIn.identity();
        model.addAttribute("rules", markets.rules(caller, programme));
        model.addAttribute("programme", programme);
        model.addAttribute("clearing", clearing);
        model.addAttribute("recall", markets.recallPreview(caller, programme, clearing));
        return "programme/recall";
    }

    @PostMapping("/programmes/{programme}/clearings/{clearing}/recall")
    String recall(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @PathVariable long clearing,
            @RequestParam UUID answerKey,
            RedirectAttributes result) {
        Reading<Recall> recalled = markets.recall(signedIn.identity(), programme, clearing, answerKey);
        return told(recalled, "recall.done", programme, result);
    }

    private static String told(Reading<?> reading, String done, String programme, RedirectAttributes result) {
        if (reading.isLoaded()) {
            result.addFlashAttribute("flash", done);
        } else {
            result.addFlashAttribute("notDone", reading);
        }
        result.addAttribute("programme", programme);
        return "redirect:/programmes/{programme}";
    }
}
